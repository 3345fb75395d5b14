public import Ledger
public import SickPay

/// A deterministic rule: which rows break it, or may.
///
/// It is called once for a whole scan, never once a row. A rule does not know the window or the
/// weights: it reports all that the rows show, the oldest history too.
public protocol Rule: Sendable {
  var id: IndicatorID { get }
  /// Law §, ruling or practice, in Swedish.
  var basis: String { get }
  func evaluate(_ evidence: Evidence) -> RuleOutcome
}

/// What a rule found, and on how many rows it could not run.
public struct RuleOutcome: Sendable {
  public var findings: [RuleFinding] = []
  /// Swedish reason and the claim rows concerned.
  public var skipped: [(reason: String, rows: Int)] = []

  public init() {}

  /// For a rule that looks at shifts: it did not run on the rows that have none.
  init(withoutShifts evidence: Evidence) {
    let ledger = evidence.ledger
    let rows = (0..<ledger.claims.count).count {
      ledger.isInWindow($0) && ledger.shiftRows(of: $0).isEmpty
    }
    if rows > 0 { skipped = [("pass saknas för raderna", rows)] }
  }
}

/// A rule's finding before it has an id.
public struct RuleFinding: Sendable {
  public var verdict: Verdict
  /// Tells findings of one rule on the same rows apart; empty where there is but one.
  public var subject = ""
  /// The claim rows at fault, all of one company.
  public var atFault: [Int]
  /// Other claim rows that prove it: the earlier claim, a witness.
  public var witnesses: [Int] = []
  public var shifts: [Int] = []
  /// Öre at stake for each of `atFault`.
  public var amounts: [Ore]
  public var observed: Double
  public var expected: Double
  public var text: String
  public var clearedBy: String
}

/// What all rules share: the ledger, what was computed once for several of them, and how persons
/// and companies may be called in a text.
public struct Evidence: Sendable {
  public let ledger: Ledger
  public let names: Names
  /// Reimbursable hours of each claim row.
  let hours: ClaimHours
  let duplicates: DuplicateClaims
  let lost: Stretches
  let worked: Stretches

  /// Works its parts out beside each other.
  public init(_ ledger: Ledger, names: Names) async {
    self.ledger = ledger
    self.names = names
    async let lost = Stretches.lost(ledger)
    async let worked = Stretches.worked(ledger)
    async let hours = ClaimHours(ledger)
    async let duplicates = DuplicateClaims(ledger)
    (self.lost, self.worked) = await (lost, worked)
    (self.hours, self.duplicates) = await (hours, duplicates)
  }

  /// The share of a row's sum that falls on `seconds` of its lost time.
  func amount(of seconds: Int64, claim: Int) -> Ore {
    let whole = max(ledger.claims[.sickTime, claim].value, seconds)
    return whole > 0
      ? max(.zero, ledger.settlement.netAmount(claim)).share(seconds, of: whole)
      : .zero
  }

  /// The share of a row's sum that falls on `seconds` of the time it is paid for.
  func paidAmount(of seconds: Int64, claim: Int) -> Ore {
    let whole = max(Int64(hours.paid[claim]), seconds)
    return whole > 0
      ? max(.zero, ledger.settlement.netAmount(claim)).share(seconds, of: whole)
      : .zero
  }
}

/// How persons and companies are called in texts: never by a person's number.
public struct Names: Sendable {
  public let assistent: @Sendable (PersonID) -> String
  public let company: @Sendable (CompanyID) -> String

  public init(
    assistent: @escaping @Sendable (PersonID) -> String,
    company: @escaping @Sendable (CompanyID) -> String
  ) {
    self.assistent = assistent
    self.company = company
  }
}
