import Detection

/// A share and its 95 % interval by Wilson's score, for tables of counts.
public struct ProportionInterval: Sendable, Equatable, Encodable {
  public let share: Double
  public let low: Double
  public let high: Double

  /// Nothing is known of no trials: 0, from 0 to 1.
  public init(_ hits: Int, of trials: Int) {
    precondition(0 <= hits && hits <= trials, "hits are some of the trials")
    guard trials > 0 else {
      (share, low, high) = (0, 0, 1)
      return
    }
    let interval = wilsonInterval(hits: hits, of: trials)
    (share, low, high) = (interval.value, interval.low, interval.high)
  }
}
