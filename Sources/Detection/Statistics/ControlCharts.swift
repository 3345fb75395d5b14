import Glibc

/// The cumulative sum of counts above what is expected, begun anew whenever it falls to zero
/// (Lucas, Technometrics 27 (1985) 129, doi:10.1080/00401706.1985.10488030).
///
/// Each period adds its count less the reference value that best tells expected counts from counts
/// `ratio` times as large.
struct CumulativeSum: Equatable {
  /// The highest sum, 0 or more, in events.
  private(set) var peak = 0.0
  /// The first period of the rise to the peak; 0 without one.
  private(set) var start = 0

  /// - Parameters:
  ///   - expected: As many as counts, 0 or more.
  ///   - ratio: Above 1.
  init(_ counts: [Int], expected: [Double], ratio: Double) {
    let reference = (ratio - 1) / log(ratio)
    var (sum, begun) = (0.0, 0)
    for (period, count) in counts.enumerated() {
      if sum == 0 { begun = period }
      sum = max(0, sum + Double(count) - reference * expected[period])
      if sum > peak { (peak, start) = (sum, begun) }
    }
  }
}

/// The exponentially weighted mean of counts over what is expected, 1 where they are the same
/// (Roberts, Technometrics 1 (1959) 239, doi:10.1080/00401706.1959.10489860).
///
/// - Parameter weight: Of the latest period, 0…1.
func exponentialMean(_ counts: [Int], expected: [Double], weight: Double) -> Double {
  var (seen, due) = (0.0, 0.0)
  for (count, expected) in zip(counts, expected) {
    seen += weight * (Double(count) - seen)
    due += weight * (expected - due)
  }
  return due > 0 ? seen / due : 1
}
