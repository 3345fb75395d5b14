/// A share and its 95 % interval (Wilson, JASA 22 (1927) 209, doi:10.1080/01621459.1927.10502953),
/// which keeps within 0…1 and is honest about few or no hits.
public struct ProportionInterval: Sendable, Equatable, Encodable {
  public let share: Double
  public let low: Double
  public let high: Double

  /// The normal distribution's quantile for 95 % in the middle.
  private static let quantile = 1.959963984540054

  /// Nothing is known of no trials: 0, from 0 to 1.
  public init(_ hits: Int, of trials: Int) {
    precondition(0 <= hits && hits <= trials, "hits are some of the trials")
    guard trials > 0 else {
      (share, low, high) = (0, 0, 1)
      return
    }
    let count = Double(trials)
    let squared = ProportionInterval.quantile * ProportionInterval.quantile
    share = Double(hits) / count
    let centre = (share + squared / (2 * count)) / (1 + squared / count)
    let half =
      ProportionInterval.quantile / (1 + squared / count)
      * (share * (1 - share) / count + squared / (4 * count * count)).squareRoot()
    // Rounding must not take the ends past what is certain.
    low = hits == 0 ? 0 : centre - half
    high = hits == trials ? 1 : centre + half
  }
}
