import Ledger
import SickPay

/// Karens of every sick period with its relapses: what the law asks for, what the rows made, and
/// which rows are paid for hours that karens should have taken.
///
/// It is judged on the sum over all rows of the person at the company, so that one deduction split
/// over brukare or kommuner is as good as one on a single row.
struct KarensAssessment: Sendable {
  /// A period whose rows deduct too little.
  struct Shortfall: Sendable {
    /// The period's rows, in time order.
    let rows: [Int]
    /// Seconds.
    let lawful: Int64
    let made: Int64
    /// The shortest week that any row states.
    let week: Int64
    /// Part of the rows or of the deduction, or the reason stated for none, may lie outside of what
    /// the scan shows.
    let mayLieOutside: Bool
    /// A row of the same person was rejected, and may bear the deduction.
    let mayBeRejected: Bool
    let tag: EvidenceTag
  }

  /// A period that says ten deductions were made before it, where the rows show fewer.
  struct TenDeductionsSaid: Sendable {
    /// The period's rows, in time order.
    let rows: [Int]
    let start: Day
    /// Deductions on rows of the scan in the twelve months before.
    let seen: Int
    let most: Int
    /// Whether the days since the employment began, by all rows of the person, are too few for so
    /// many periods.
    let isImpossible: Bool
    let tag: EvidenceTag
  }

  private(set) var shortfalls: [Shortfall] = []
  private(set) var tenDeductionsSaid: [TenDeductionsSaid] = []
  /// Seconds that a row is paid for though karens takes them, claim rows long. A deduction
  /// that was cut is charged first, then the earliest hours lost, on which karens falls.
  private(set) var missing: [Int32]
  private(set) var methods: KarensMethods
  /// Swedish reasons and rows of the window on which karens could not be judged.
  let skipped: [(reason: String, rows: Int)]

  /// Hours with two decimals on each of several rows.
  static let tolerance: Int64 = 360
  static let occasionDays = 365

  /// Companies are judged beside each other.
  init(
    _ ledger: Ledger, _ hours: ClaimHours, _ duplicates: DuplicateClaims, _ law: LawTable
  ) async {
    let court = KarensJudgement(ledger, hours, duplicates, law)
    let parts = await inOrder(KarensAssessment.companyPieces(ledger)) { chains in
      var judgement = court
      judgement.judge(chains)
      return judgement.verdicts
    }
    missing = Array(repeating: 0, count: ledger.claims.count)
    methods = KarensMethods(companies: ledger.dictionaries.companyCount)
    var skips = KarensSkips()
    for part in parts {
      shortfalls += part.shortfalls
      tenDeductionsSaid += part.tenDeductionsSaid
      for charge in part.charges { missing[charge.row] = charge.seconds }
      for (company, method) in part.methods { methods.add(method, of: company) }
      skips += part.skips
    }
    skipped = skips.reasons
  }

  /// Chains in ranges that each begin with a company's first: a person's deductions count together.
  private static func companyPieces(_ ledger: Ledger) -> [Range<Int>] {
    let rows = ledger.periods.chainRows
    func company(_ chain: Int) -> CompanyID { ledger.claims[.company, rows[chain].lowerBound] }
    var (ranges, start): ([Range<Int>], Int) = ([], 0)
    for piece in pieces(of: rows.count) where piece.upperBound > start {
      var end = piece.upperBound
      while end < rows.count, company(end) == company(end - 1) { end += 1 }
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }
}
