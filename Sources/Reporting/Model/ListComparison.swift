public import SickPay

/// The list of the last scan, so that the reader sees what is new, what remains and what is gone.
public struct ListComparison: Sendable, Equatable {
  /// The companies of the last list by `CompanyReport.orgnr`.
  public var previous: [String: ListedCompany]
  /// The date of the last scan; `nil` when there was none.
  public var since: Day?

  /// The ids of the findings that the last scan showed, so that a claim that comes in late, or on
  /// the day of the last scan, is new all the same; where `nil`, only claims received later are.
  public var knownFindings: Set<String>?

  public init(
    previous: [String: ListedCompany], since: Day?, knownFindings: Set<String>? = nil
  ) {
    self.previous = previous
    self.since = since
    self.knownFindings = knownFindings
  }

  /// Whether a finding has come since the last scan.
  func isNew(_ finding: FindingReport) -> Bool {
    guard let since else { return true }
    return knownFindings.map { !$0.contains(finding.id) } ?? (finding.received > since)
  }

  /// Nothing to compare with.
  public static let first = ListComparison(previous: [:], since: nil)
}

/// What is remembered of a company of the last list.
public struct ListedCompany: Sendable, Equatable {
  public var name: String
  public var rank: Int
  public var isRiskforetag: Bool

  public init(name: String, rank: Int, isRiskforetag: Bool) {
    self.name = name
    self.rank = rank
    self.isRiskforetag = isRiskforetag
  }
}
