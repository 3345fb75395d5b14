import Glibc

/// Limits around what is expected, and how far companies spread beyond chance.
///
/// Spiegelhalter, Statistics in Medicine 24 (2005) 1185, doi:10.1002/sim.1970, and Quality & Safety
/// in Health Care 14 (2005) 347, doi:10.1136/qshc.2005.013755.
enum Funnel {
  /// The deviation of a ratio from 1 on the logarithmic scale, in standard deviations.
  ///
  /// - Parameter error: The standard deviation of chance on that scale: 1/√expected for a Poisson
  ///   count.
  static func deviation(observed: Double, expected: Double, error: Double) -> Double {
    log(observed / expected) / error
  }

  /// Exact limits of observed ÷ expected for a Poisson count of mean `expected` (Garwood,
  /// Biometrika 28 (1936) 437, doi:10.1093/biomet/28.3-4.437).
  ///
  /// - Parameter confidence: 0.95 or 0.998 as a rule.
  static func limits(expected: Double, confidence: Double) -> ClosedRange<Double> {
    let tail = (1 - confidence) / 2
    return gammaQuantile(shape: expected, probability: tail) / expected...gammaQuantile(
      shape: expected + 1, probability: 1 - tail) / expected
  }
}

/// How much more companies deviate than chance lets them.
struct Overdispersion: Equatable {
  /// The mean square of the deviations: 1 where there is nothing but chance.
  let ratio: Double
  /// The variance between companies on the logarithmic scale, 0 or more.
  let variance: Double

  /// - Parameters:
  ///   - deviations: In standard deviations of chance.
  ///   - errors: Those standard deviations on the logarithmic scale, above 0; as many.
  ///   - winsorized: The share of deviations at each end that is drawn in to the rest, so that
  ///     those who are looked for do not widen what is normal.
  init(deviations: [Double], errors: [Double], winsorized: Double) {
    let drawn = drawnIn(deviations, share: winsorized)
    let count = Double(drawn.count)
    ratio = drawn.isEmpty ? 1 : drawn.reduce(0) { $0 + $1 * $1 } / count
    let weights = errors.map { 1 / ($0 * $0) }
    let sum = weights.reduce(0, +)
    let spread = sum - weights.reduce(0) { $0 + $1 * $1 } / max(sum, .leastNonzeroMagnitude)
    let isWider = count * ratio > count - 1 && spread > 0
    variance = isWider ? (count * ratio - (count - 1)) / spread : 0
  }

  /// A deviation in standard deviations of chance and spread together.
  func scaled(_ deviation: Double, error: Double) -> Double {
    deviation * error / (error * error + variance).squareRoot()
  }
}

/// The values with the outer `share` at each end set to the nearest that is left.
func drawnIn(_ values: [Double], share: Double) -> [Double] {
  let sorted = values.sorted()
  let cut = Int(share * Double(sorted.count))
  guard cut > 0, 2 * cut < sorted.count else { return values }
  let (low, high) = (sorted[cut], sorted[sorted.count - 1 - cut])
  return values.map { min(max($0, low), high) }
}
