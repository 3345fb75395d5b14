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

/// What is ordinary among companies, and how much better something else explains one of them.
///
/// A mixture: most companies are ordinary, with rates from one gamma-Poisson; a few have a rate of
/// their own, of which only the order of magnitude is assumed. It is fitted by expectation and
/// maximisation, with the ordinary companies' moments as the maximisation step, so that those who
/// are looked for do not widen what is normal. See Dempster, Laird & Rubin, J. R. Statist. Soc. B
/// 39 (1977) 1, doi:10.1111/j.2517-6161.1977.tb01600.x.
struct CountMixture {
  /// The ordinary companies.
  private(set) var ordinary: GammaPoisson
  /// The others.
  private(set) var other: GammaPoisson
  /// Their share of the companies, 0…1.
  private(set) var share = 0.1

  /// How the others' mean rate follows from the ordinary one: `base + factor · mean`.
  struct Departure {
    let base: Double
    let factor: Double
    let size: Double
  }

  private static let rounds = 50
  /// A round that moves mean and size by less than this share ends the fit.
  private static let precision = 1e-4
  private static let shares = 0.01...0.3

  /// - Parameter counts: O ≥ 0 and E ≥ 0; those with E = 0 say nothing.
  init(fitting counts: [(observed: Int, exposure: Double)], departure: Departure) {
    let known = counts.filter { $0.exposure > 0 }
    var weights = Array(repeating: 1.0, count: known.count)
    ordinary = GammaPoisson(moments: drawnIn(known), weights, before: nil)
    other = ordinary.departed(departure)
    for _ in 0..<CountMixture.rounds {
      for (index, count) in known.enumerated() {
        let odds = exp(logBayesFactor(Double(count.observed), exposure: count.exposure))
        weights[index] = 1 / (1 + share / (1 - share) * odds)
      }
      let others = weights.reduce(0) { $0 + 1 - $1 } / Double(max(1, known.count))
      share = min(max(others, CountMixture.shares.lowerBound), CountMixture.shares.upperBound)
      let before = ordinary
      ordinary = GammaPoisson(moments: known, weights, before: before)
      other = ordinary.departed(departure)
      if abs(ordinary.mean / before.mean - 1) < CountMixture.precision,
        abs(ordinary.size / before.size - 1) < CountMixture.precision
      {
        break
      }
    }
  }

  /// log of how many times more probable a count is with a rate of its own than among the ordinary;
  /// 0 or less where it is not above the ordinary mean.
  func logBayesFactor(_ count: Double, exposure: Double) -> Double {
    if count <= ordinary.mean * exposure { return 0 }
    return other.logProbability(count, exposure: exposure)
      - ordinary.logProbability(count, exposure: exposure)
  }

  /// What is known of a company's rate against the ordinary mean once its count is seen.
  func relativeRate(_ count: Int, exposure: Double) -> GammaMixture {
    GammaMixture(
      first: GammaMixture.Part(shape: other.size, rate: other.size * ordinary.mean / other.mean),
      second: GammaMixture.Part(shape: ordinary.size, rate: ordinary.size), share: share
    ).observing(count, expected: ordinary.mean * exposure)
  }

  /// `logBayesFactor` with the 5 % and 95 % limits of a Poisson count (Garwood, Biometrika 28
  /// (1936) 437, doi:10.1093/biomet/28.3-4.437).
  func evidence(_ count: Int, exposure: Double) -> Interval {
    let low = count > 0 ? gammaQuantile(shape: Double(count), probability: 0.05) : 0
    let high = gammaQuantile(shape: Double(count) + 1, probability: 0.95)
    let value = logBayesFactor(Double(count), exposure: exposure)
    let (left, right) = (
      logBayesFactor(low, exposure: exposure), logBayesFactor(high, exposure: exposure)
    )
    // Where ordinary companies differ more than the others do, the factor falls again far out.
    return Interval(low: min(left, value, right), value: value, high: max(left, value, right))
  }
}

/// The counts with the highest tenth of rates brought down to the rest, so that the fit does not
/// begin where a few extreme companies would have all the others look ordinary beside them.
private func drawnIn(
  _ counts: [(observed: Int, exposure: Double)]
) -> [(observed: Int, exposure: Double)] {
  let rates = drawnIn(counts.map { Double($0.observed) / $0.exposure }, share: 0.1)
  let highest = rates.max() ?? 0
  return counts.map { count in
    (min(count.observed, Int((highest * count.exposure).rounded(.up))), count.exposure)
  }
}

extension GammaPoisson {
  fileprivate func departed(_ departure: CountMixture.Departure) -> GammaPoisson {
    GammaPoisson(mean: departure.base + departure.factor * mean, size: departure.size)
  }

  /// Moments with a weight for each company. The variance of rates weighs each company by how well
  /// it tells it, which the fit before says.
  fileprivate init(
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
  private static let largestSize = 1e4
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
