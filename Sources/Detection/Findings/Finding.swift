public import Ledger
public import SickPay

/// How sure a finding is.
public enum Verdict: String, Sendable, CaseIterable {
  /// Proven by the rows and the law.
  case regelbrott
  /// Likely; papers are needed, or a value rests on an uncertain parameter.
  case granska
  /// Statistics.
  case monster = "mönster"
}

/// Whether rows or statistics speak.
public enum FindingKind: String, Sendable {
  case rule, statistic
}

/// One thing to look at: which rows prove it, what it may be worth, and in words why.
public struct Finding: Sendable, Equatable {
  /// Stable over nights: a hash of the indicator and the rows' keys.
  public let id: String
  public let indicator: IndicatorID
  public let kind: FindingKind
  public let verdict: Verdict
  /// Who is charged.
  public let company: CompanyID
  /// The claim rows at fault first, then those that prove it (an earlier claim, a witness).
  public let claims: [Int]
  /// How many of `claims` are at fault.
  public let atFault: Int
  /// The shift rows that prove it.
  public let shifts: [Int]
  /// The rows of registers that prove it.
  public let registerRows: [RowPlace]
  /// What the kommun would not have paid had it been known, per claim row at fault.
  public let stakes: [Stake]
  /// In the unit that the text names.
  public let observed: Double
  public let expected: Double
  /// The group of companies compared with, and how many they are; `nil` for rules.
  public let peers: Peers?
  /// Swedish: the observed value, the expected value and the basis.
  public internal(set) var text: String
  /// Law §, ruling, or the kind of comparison.
  public let basis: String
  /// The document or correction that removes the finding.
  public let clearedBy: String

  /// A statistic rests on many rows, all of which decide its id; so many are enough to begin with.
  public static let shownRowsOfStatistic = 100

  /// The claim rows that a report shows: all of a rule's, the first of a statistic's.
  public var shown: ArraySlice<Int> {
    claims.prefix(kind == .statistic ? Finding.shownRowsOfStatistic : claims.count)
  }

  /// The sum of the stakes.
  public var kronor: Ore { stakes.reduce(.zero) { $0 + $1.amount } }
}

/// Öre at stake on one claim row; never negative, never more than the row's sum.
public struct Stake: Sendable, Equatable {
  public let claim: Int
  public let amount: Ore

  public init(claim: Int, amount: Ore) {
    self.claim = claim
    self.amount = amount
  }
}

/// The companies that a value was compared with.
public struct Peers: Sendable, Equatable {
  public let name: String
  public let count: Int
}

/// The Swedish name of a rule or indicator, in ASCII: `sjuk-men-vikarie`.
public struct IndicatorID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let description: String

  public init(_ name: String) { description = name }

  public static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}

/// A rule or indicator that did not run, or not on all rows.
public struct Skipped: Sendable, Equatable {
  public let indicator: IndicatorID
  /// Swedish: which data it lacked.
  public let reason: String
  /// Claim rows that it did not run on.
  public let rows: Int

  public init(indicator: IndicatorID, reason: String, rows: Int) {
    self.indicator = indicator
    self.reason = reason
    self.rows = rows
  }
}
