public import Ledger

/// A statistic: one value per company, compared with its peers. Higher is worse; no indicator knows
/// a threshold.
public protocol Indicator: Sendable {
  var id: IndicatorID { get }
  /// What is compared with what, in Swedish.
  var basis: String { get }
  /// Companies long; `nil` where the value means nothing.
  func compare(_ companies: Companies) -> [Comparison?]
}

/// At most this many of the claim rows that a statistic rests on are shown; all of them decide its
/// id.
public let shownRowsOfStatistic = 100

/// A company's value beside what its peers let one expect.
public struct Comparison: Sendable {
  public var observed: Double
  public var expected: Double
  /// log of how many times better a rate of the company's own explains the value than its peers'.
  public var evidence: Interval
  /// The probability of such a value or a higher one among the peers.
  public var pValue: Double
  /// The claim rows that the value rests on.
  public var claims: [Int]
  /// Swedish, with the observed and the expected value.
  public var text: String
  public var clearedBy: String
}

/// The companies of a scan with their rows in the window and their profiles.
public struct Companies: Sendable {
  public let ledger: Ledger
  /// Claim rows in the window, by company id.
  public let rows: [[Int]]
  public let profiles: [CompanyProfile]
  public let summaries: [CompanySummary]

  public init(_ ledger: Ledger) {
    self.ledger = ledger
    rows = (0..<ledger.dictionaries.companyCount).map { company in
      ledger.claimRows(of: CompanyID(index: company)).filter(ledger.isInWindow)
    }
    profiles = rows.map { CompanyProfile(ledger, claims: $0) }
    summaries = profiles.map(CompanySummary.init)
  }

  /// Companies with at least one claim row in the window.
  public var active: Int { rows.count { !$0.isEmpty } }
}

/// Compares counts over exposures.
///
/// - Parameter counts: Companies long; `nil` for companies that take no part.
func countComparisons(
  _ counts: [(observed: Int, exposure: Double)?], departure: CountMixture.Departure,
  describe: (_ company: Int, _ observed: Int, _ expected: Double) -> Comparison.Words
) -> [Comparison?] {
  let mixture = CountMixture(fitting: counts.compactMap(\.self), departure: departure)
  return counts.enumerated().map { company, count in
    guard let (observed, exposure) = count, exposure > 0 else { return nil }
    let expected = exposure * mixture.ordinary.mean
    let words = describe(company, observed, expected)
    return Comparison(
      observed: Double(observed), expected: expected,
      evidence: mixture.evidence(observed, exposure: exposure),
      pValue: mixture.ordinary.upperTail(observed, exposure: exposure), claims: words.claims,
      text: words.text, clearedBy: words.clearedBy)
  }
}

extension Comparison {
  /// The words and rows of a comparison.
  struct Words {
    var claims: [Int]
    var text: String
    var clearedBy: String
  }
}
