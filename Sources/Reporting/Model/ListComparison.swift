public import SickPay

/// The list of the last scan, so that the reader sees what is new, what remains and what is gone.
public struct ListComparison: Sendable, Equatable {
  /// The companies of the last list by `CompanyReport.orgnr`.
  public var previous: [String: ListedCompany]
  /// The date of the last scan; `nil` when there was none.
  public var since: Day?

  public init(previous: [String: ListedCompany], since: Day?) {
    self.previous = previous
    self.since = since
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
