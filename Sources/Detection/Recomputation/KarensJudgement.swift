import Ledger
import SickPay

/// Goes through chains in their order and judges the karens of each.
struct KarensJudgement {
  struct Verdicts: Sendable {
    var shortfalls: [KarensAssessment.Shortfall] = []
    var tenDeductionsSaid: [KarensAssessment.TenDeductionsSaid] = []
    /// Rows that are paid for time that karens takes, and how much.
    var charges: [(row: Int, seconds: Int32)] = []
    var methods: [(company: CompanyID, method: KarensMethod)] = []
    var skips = KarensSkips()
  }

  private(set) var verdicts = Verdicts()
  private let ledger: Ledger
  private let hours: ClaimHours
  private let duplicates: DuplicateClaims
  private let law: LawTable
  private let misspelt: MisspeltNumbers
  private let opening: OpeningDays
  private let rejected: RejectedAbsences
  private var history = DeductionHistory()

  init(_ ledger: Ledger, _ hours: ClaimHours, _ duplicates: DuplicateClaims, _ law: LawTable) {
    (self.ledger, self.hours, self.duplicates, self.law) = (ledger, hours, duplicates, law)
    misspelt = MisspeltNumbers(ledger)
    opening = OpeningDays(ledger, law.sickPeriod)
    rejected = RejectedAbsences(ledger)
  }

  /// - Parameter chains: All of a company's, or none.
  mutating func judge(_ chains: Range<Int>) {
    for chain in chains {
      let rows = ledger.periods.chainRows[chain].filter {
        ledger.periods.chainOfClaim[$0] == Int32(chain) && !duplicates.isDuplicate[$0]
      }
      if !rows.isEmpty { judge(rows, from: ledger.periods.chainStarts[chain]) }
    }
  }

  /// - Parameter rows: One period's with its relapses, at least one.
  private mutating func judge(_ rows: [Int], from start: Day) {
    if verdicts.skips.note(ledger, rows, misspelt, law.sickPeriod) { return }
    let period = KarensPeriod(ledger, hours, rows, start)
    history.turn(to: ledger.claims, rows[0])
    let earlier = history.count(before: start, isMade: true)
    let possible =
      earlier + history.count(before: start, isMade: false)
      + misspelt.count(ledger, rows[0], before: start)
    if period.made > 0 || period.rowsLieOutside && !period.saysTen {
      history.add(start, isMade: period.made > 0)
    }
    guard let entry = law.karens[start], let rule = entry.value,
      let limit = law.deductionsAYear[start], let most = limit.value
    else {
      verdicts.skips.unknown += rows.count { ledger.isInWindow($0) }
      return
    }
    let lawful = period.lawful(rule)
    if let lawful,
      let method = KarensMethod(ledger.claims, hours, rows, made: period.made, lawful: lawful)
    {
      verdicts.methods.append((ledger.claims[.company, rows[0]], method))
    }
    let isShort = (lawful ?? .max) - period.made > KarensAssessment.tolerance
    if period.saysTen {
      guard possible < most, isShort, !period.isExempt else { return }
      if let lawful { charge(rows, lawful, made: period.made) }
      let days = history.employed.map { $0.distance(to: start) } ?? .max
      let fewest = relapseDays(start).map { most * ($0 + 1) } ?? 0
      verdicts.tenDeductionsSaid.append(
        KarensAssessment.TenDeductionsSaid(
          rows: rows, start: start, seen: earlier, most: most,
          isImpossible: days < fewest, tag: limit.tag))
      return
    }
    guard let lawful else {
      verdicts.skips.addUndecided(rule, rows.count { ledger.isInWindow($0) })
      return
    }
    guard earlier < most, isShort, !period.isExempt else { return }
    charge(rows, lawful, made: period.made)
    verdicts.shortfalls.append(
      KarensAssessment.Shortfall(
        rows: rows, lawful: lawful, made: period.made, week: period.week ?? 0,
        mayLieOutside: period.mayLieOutside || opening.contains(start),
        mayBeRejected: rejected.mayBelong(
          to: rows, ledger.claims, relapseDays: relapseDays(start) ?? 0), tag: entry.tag))
  }

  private func relapseDays(_ day: Day) -> Int? { law.sickPeriod.relapseDays[day]?.value }

  /// Charges the rows with what was not deducted.
  private mutating func charge(_ rows: [Int], _ lawful: Int64, made: Int64) {
    var left = lawful - made
    for row in inChargeOrder(rows, lawful) where left > 0 && hours.paid[row] > 0 {
      let part = min(left, Int64(hours.paid[row]))
      verdicts.charges.append((row, Int32(part)))
      left -= part
    }
  }

  /// Rows that say that no deduction is due, then those that bear one smaller than they could:
  /// there it was cut. Then those without one, by when their first hours were lost.
  private func inChargeOrder(_ rows: [Int], _ lawful: Int64) -> [Int] {
    func isCut(_ row: Int) -> Bool {
      hours.karens[row] > 0 && Int64(hours.karens[row]) < min(lawful, Int64(hours.lost[row]))
    }
    func saysTen(_ row: Int) -> Bool {
      ledger.claims.value(.karensReason, row) == .tenDeductions
    }
    func firstLost(_ row: Int) -> Int32 {
      ledger.shiftRows(of: row).first.map { ledger.shifts[.start, $0].value } ?? .max
    }
    return rows.sorted { left, right in
      if saysTen(left) != saysTen(right) { return saysTen(left) }
      if isCut(left) != isCut(right) { return isCut(left) }
      return (ledger.claims[.sickFrom, left], firstLost(left), left)
        < (ledger.claims[.sickFrom, right], firstLost(right), right)
    }
  }
}

/// The first days of a scan: the absence before a sickness that begins on one of them, which bore
/// its karens, may lie outside of the scan.
private struct OpeningDays {
  private let first: Day
  private let law: SickPeriodLaw

  init(_ ledger: Ledger, _ law: SickPeriodLaw) {
    first = Day(cell: ledger.claims.column(.sickFrom).min() ?? 0)
    self.law = law
  }

  func contains(_ day: Day) -> Bool {
    first.distance(to: day) <= law.relapseDays[day]?.value ?? 0
  }
}
