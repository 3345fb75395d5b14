import Glibc

/// Counts O over exposures E whose true rates differ from company to company like a gamma
/// distribution.
///
/// O | λ ~ Poisson(λE), λ ~ Gamma(size, size / mean), hence O is negative binomial with mean
/// mean·E; and λ | O ~ Gamma(size + O, size / mean + E), which shrinks a small company's chance
/// excess towards its peers. See Clayton & Kaldor, Biometrics 43 (1987) 671, doi:10.2307/2532003.
struct GammaPoisson: Equatable {
  /// The mean rate per unit of exposure, above 0.
  var mean: Double
  /// The gamma's shape: the smaller, the more companies differ.
  var size: Double

  /// log of the probability of a count; counts between whole numbers are allowed.
  func logProbability(_ count: Double, exposure: Double) -> Double {
    logNegativeBinomial(count, mean: mean * exposure, size: size)
  }

  /// The probability of `count` or more.
  func upperTail(_ count: Int, exposure: Double) -> Double {
    exposure > 0 ? negativeBinomialUpperTail(count, mean: mean * exposure, size: size) : 1
  }
}

extension GammaPoisson {
  func likelihood(_ counts: [(observed: Int, exposure: Double)]) -> Double {
    counts.reduce(0) { $0 + logProbability(Double($1.observed), exposure: $1.exposure) }
  }

  /// Moments with a weight for each company. The variance of rates weighs each company by how well
  /// it tells it, which the fit before says.
  init(
    moments counts: [(observed: Int, exposure: Double)], _ weights: [Double],
    before: GammaPoisson?
  ) {
    var (events, exposure) = (0.5, 0.0)  // half an event keeps the mean above zero
    for (count, weight) in zip(counts, weights) {
      events += weight * Double(count.observed)
      exposure += weight * count.exposure
    }
    let mean = exposure > 0 ? events / exposure : 1
    let assumed = before.map { $0.mean * $0.mean / $0.size } ?? 0.1 * mean * mean
    var (excess, total) = (0.0, 0.0)
    for (count, weight) in zip(counts, weights) {
      let noise = mean / count.exposure
      let deviation = Double(count.observed) / count.exposure - mean
      let precision = weight / ((noise + assumed) * (noise + assumed))
      excess += precision * (deviation * deviation - noise)
      total += precision
    }
    let variance = total > 0 ? excess / total : 0
    let size = variance > 0 ? mean * mean / variance : GammaPoisson.largestSize
    self.init(mean: mean, size: min(size, GammaPoisson.largestSize))
  }

  /// Above this size companies differ by no more than chance.
  static let largestSize = 1e4
}

/// The gamma-Poisson of all companies, and that of all but one.
struct GammaPoissonOfOthers {
  let all: GammaPoisson
  /// Over the companies, each weighing by how well it tells its rate: weights, rates, squared rates
  /// and inverse exposures.
  private var sums = SIMD4<Double>()
  private var (events, exposure) = (0.5, 0.0)  // half an event keeps the mean above zero

  private static let rounds = 10

  init(_ counts: [(observed: Int, exposure: Double)]) {
    let alike = Array(repeating: 1.0, count: counts.count)
    var fitted = GammaPoisson(moments: counts, alike, before: nil)
    for _ in 0..<GammaPoissonOfOthers.rounds {
      fitted = GammaPoisson(moments: counts, alike, before: fitted)
    }
    all = fitted
    for (observed, exposure) in counts {
      sums += terms(observed, exposure)
      events += Double(observed)
      self.exposure += exposure
    }
  }

  func without(_ observed: Int, exposure: Double) -> GammaPoisson {
    let rest = self.exposure - exposure
    guard rest > 0 else { return all }
    let mean = (events - Double(observed)) / rest
    let sums = sums - terms(observed, exposure)
    let excess = sums[2] - 2 * mean * sums[1] + mean * mean * sums[0] - mean * sums[3]
    let variance = sums[0] > 0 ? excess / sums[0] : 0
    let size = variance > 0 ? mean * mean / variance : GammaPoisson.largestSize
    return GammaPoisson(mean: mean, size: min(size, GammaPoisson.largestSize))
  }

  private func terms(_ observed: Int, _ exposure: Double) -> SIMD4<Double> {
    let rate = Double(observed) / exposure
    let spread = all.mean / exposure + all.mean * all.mean / all.size
    return SIMD4(1, rate, rate * rate, 1 / exposure) / (spread * spread)
  }
}

/// A value with the bounds of its uncertainty, 5 % and 95 %.
public struct Interval: Sendable, Equatable {
  public let low: Double
  public let value: Double
  public let high: Double

  public init(low: Double, value: Double, high: Double) {
    self.low = low
    self.value = value
    self.high = high
  }

  func map(_ transform: (Double) -> Double) -> Interval {
    Interval(low: transform(low), value: transform(value), high: transform(high))
  }
}
