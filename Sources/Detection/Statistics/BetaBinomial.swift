import Glibc

/// How many of a number of things are marked, where the share differs from company to company like
/// a beta distribution (Skellam, J. R. Statist. Soc. B 10 (1948) 257,
/// doi:10.1111/j.2517-6161.1948.tb00014.x).
///
/// It holds for companies with none at all too, which have no logarithm.
struct BetaBinomial: Equatable {
  /// The mean share, inside 0…1.
  let mean: Double
  /// The beta's two parameters together: the smaller, the more companies differ.
  let size: Double

  private static let logSizes = -1.0...9.0
  private static let rounds = 40

  init(mean: Double, size: Double) {
    self.mean = mean
    self.size = size
  }

  /// The mean is that of companies, each weighing by how well its number tells it; the size has the
  /// greatest likelihood.
  ///
  /// - Parameter counts: Of 1 or more each, with some marked and some not.
  init(fitting counts: [(marked: Int, of: Int)]) {
    // With shares that differ by about a tenth, more than ten things tell little more.
    let weights = counts.map { Double($0.of) / (1 + Double($0.of) / 10) }
    let sum = zip(counts, weights).reduce(0.0) {
      $0 + $1.1 * Double($1.0.marked) / Double($1.0.of)
    }
    let mean = sum / weights.reduce(0, +)
    func likelihood(_ logSize: Double) -> Double {
      let fitted = BetaBinomial(mean: mean, size: exp(logSize))
      return counts.reduce(0) { $0 + fitted.logProbability($1.marked, of: $1.of) }
    }
    var (low, high) = (BetaBinomial.logSizes.lowerBound, BetaBinomial.logSizes.upperBound)
    for _ in 0..<BetaBinomial.rounds {
      let (left, right) = (low + (high - low) / 3, high - (high - low) / 3)
      if likelihood(left) < likelihood(right) { low = left } else { high = right }
    }
    self.init(mean: mean, size: exp((low + high) / 2))
  }

  /// log of the probability that so many are marked.
  func logProbability(_ marked: Int, of count: Int) -> Double {
    let (k, n) = (Double(marked), Double(count))
    let (a, b) = (mean * size, (1 - mean) * size)
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) + lgamma(k + a) + lgamma(n - k + b)
      - lgamma(n + size) + lgamma(size) - lgamma(a) - lgamma(b)
  }

  /// The probability of `marked` or fewer.
  func lowerTail(_ marked: Int, of count: Int) -> Double {
    min(1, (0...marked).reduce(0) { $0 + exp(logProbability($1, of: count)) })
  }
}
