public import Ledger
public import SickPay

/// A deterministic rule: which rows break it, or may.
///
/// It is called once for a whole scan, never once a row. A rule does not know the window or the
/// weights: it reports all that the rows show, the oldest history too.
public protocol Rule: Sendable {
  var id: IndicatorID { get }
  var card: RuleCard { get }
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

  /// Says why the rule did not run on some rows, if there are any.
  mutating func didNotRun(on rows: Int, _ reason: String) {
    if rows > 0 { skipped.append((reason, rows)) }
  }
}

extension RuleOutcome {
  /// For a rule that needs a register of which no file was read.
  init(without register: RegisterKind) {
    skipped = [("\(register.rawValue) saknas", 0)]
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
  /// Rows of registers that prove it.
  public var registerRows: [RowPlace] = []
  /// Öre at stake for each of `atFault`.
  public var amounts: [Ore]
  public var observed: Double
  public var expected: Double
  public var text: String
  public var clearedBy: String
  /// The source of an uncertain value that the finding rests on; joined to the rule's basis.
  public var restsOn: String?

  public init(
    verdict: Verdict, subject: String = "", atFault: [Int], witnesses: [Int] = [],
    shifts: [Int] = [], registerRows: [RowPlace] = [], amounts: [Ore], observed: Double,
    expected: Double, text: String,
    clearedBy: String, restsOn: String? = nil
  ) {
    self.verdict = verdict
    self.subject = subject
    self.atFault = atFault
    self.witnesses = witnesses
    self.shifts = shifts
    self.registerRows = registerRows
    self.amounts = amounts
    self.observed = observed
    self.expected = expected
    self.text = text
    self.clearedBy = clearedBy
    self.restsOn = restsOn
  }
}

/// What all rules share: the ledger, what was computed once for several of them, and how persons
/// and companies may be called in a text.
public final class Evidence: Sendable {
  public let ledger: Ledger
  /// The law and the kommuner's policies.
  public let rulebook: Rulebook
  public let names: Names
  /// The ids of the duplicates that earlier scans showed and nobody put away, and when each was
  /// first shown.
  let firstShown: [String: Day]
  let identity: FindingIdentity
  /// Reimbursable hours of each claim row.
  let hours: ClaimHours
  let duplicates: DuplicateClaims
  let karens: KarensAssessment
  let prices: Recomputation
  let highest: HighestParts
  public let methods: CompanyMethods
  let lost: Stretches
  let worked: Stretches

  /// Works its parts out beside each other.
  public init(
    _ ledger: Ledger, rulebook: Rulebook, names: Names, firstShown: [String: Day] = [:]
  ) async {
    self.ledger = ledger
    self.rulebook = rulebook
    self.names = names
    self.firstShown = firstShown
    async let lost = Stretches.lost(ledger)
    async let worked = Stretches.worked(ledger)
    async let hours = ClaimHours(ledger, rulebook)
    async let duplicates = DuplicateClaims(ledger)
    (self.lost, self.worked) = await (lost, worked)
    (self.hours, self.duplicates) = await (hours, duplicates)
    karens = await KarensAssessment(ledger, self.hours, self.duplicates, rulebook.law)
    let prices = Recomputation(ledger, self.hours, karens, rulebook)
    async let highest = HighestParts(ledger, prices)
    methods = await CompanyMethods(ledger, prices)
    self.prices = prices
    self.highest = await highest
    identity = FindingIdentity(ledger, names)
  }

  /// Every row's lowest and highest lawful amount, and that by its company's own method.
  public func lawfulAmounts() -> LawfulAmounts { LawfulAmounts(prices, methods, karens.methods) }

  /// Every row's lowest and highest lawful amount.
  public func lawfulRanges() -> LawfulRanges { LawfulRanges(prices) }

  /// The share of a row's sum that falls on `seconds` of the time it is paid for. Without them the
  /// karens would be the same, so they weigh on the paid hours alone.
  func paidAmount(of seconds: Int64, claim: Int) -> Ore {
    let whole = max(Int64(hours.paid[claim]), seconds)
    return whole > 0
      ? max(.zero, ledger.settlement.netAmount(claim)).share(max(0, seconds), of: whole)
      : .zero
  }
}

/// How persons and companies are called in texts: never by a person's number.
public struct Names: Sendable {
  public let assistent: @Sendable (PersonID) -> String
  public let company: @Sendable (CompanyID) -> String
  /// An ärende, which may have been named by a person's number.
  public let arende: @Sendable (String) -> String

  public init(
    assistent: @escaping @Sendable (PersonID) -> String,
    company: @escaping @Sendable (CompanyID) -> String,
    arende: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.assistent = assistent
    self.company = company
    self.arende = arende
  }
}
