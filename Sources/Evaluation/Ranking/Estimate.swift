import SampleWorld

/// A mean with its 95 % bootstrap interval (percentiles; Efron, Annals of Statistics 7 (1979) 1,
/// doi:10.1214/aos/1176344552).
public struct Estimate: Sendable, Equatable, Encodable {
  public let mean: Double
  /// Both are the mean where there is but one value.
  public let low: Double
  public let high: Double

  public static let resamples = 2000
  private static let seed: UInt64 = 0x5A_17

  /// The mean over worlds. Equal values in equal order give equal intervals.
  ///
  /// - Parameter values: One or more, each of a world of its own.
  public init(_ values: [Double]) {
    precondition(!values.isEmpty, "a mean needs a value")
    var random = SeededGenerator(seed: Estimate.seed)
    self.init(mean: values.mean) {
      values.indices.map { _ in values[Int.random(in: values.indices, using: &random)] }.mean
    }
  }

  /// - Parameters:
  ///   - mean: Of what was observed.
  ///   - resampled: The same of a new sample each time it is called.
  init(mean: Double, resampled: () -> Double) {
    let sorted = (0..<Estimate.resamples).map { _ in resampled() }.sorted()
    self.mean = mean
    low = sorted[Estimate.resamples * 25 / 1000]
    high = sorted[Estimate.resamples * 975 / 1000 - 1]
  }
}

extension [Double] {
  /// Not of an empty array.
  var mean: Double { reduce(0, +) / Double(count) }
}
