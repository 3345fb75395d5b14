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
  private(set) var skipped: [(reason: String, rows: Int)] = []

  /// Hours with two decimals on each of several rows.
  static let tolerance: Int64 = 360
  static let occasionDays = 365

  init(_ ledger: Ledger, _ hours: ClaimHours, _ duplicates: DuplicateClaims, _ law: LawTable) {
    missing = Array(repeating: 0, count: ledger.claims.count)
    methods = KarensMethods(companies: ledger.dictionaries.companyCount)
    var counts = Skips()
    var history = DeductionHistory()
    let misspelt = MisspeltNumbers(ledger)
    let opening = OpeningDays(ledger, law.sickPeriod)
    let rejected = RejectedAbsences(ledger)
    for (chain, range) in ledger.periods.chainRows.enumerated() {
      let rows = range.filter {
        ledger.periods.chainOfClaim[$0] == Int32(chain) && !duplicates.isDuplicate[$0]
      }
      guard let first = rows.first else { continue }
      let start = ledger.periods.chainStarts[chain]
      if counts.note(ledger, rows, misspelt, law.sickPeriod) { continue }
      let period = KarensPeriod(ledger, hours, rows, start)
      history.turn(to: ledger.claims, first)
      let earlier = history.count(before: start, isMade: true)
      let possible =
        earlier + history.count(before: start, isMade: false)
        + misspelt.count(ledger, first, before: start)
      if period.made > 0 || period.rowsLieOutside && !period.saysTen {
        history.add(start, isMade: period.made > 0)
      }
      guard let entry = law.karens[start], let rule = entry.value,
        let most = law.deductionsAYear[start]?.value
      else {
        counts.unknown += rows.count { ledger.isInWindow($0) }
        continue
      }
      let lawful = period.lawful(rule)
      if let lawful {
        methods.add(ledger.claims, hours, rows, made: period.made, lawful: lawful)
      }
      let isShort = (lawful ?? .max) - period.made > KarensAssessment.tolerance
      if period.saysTen {
        guard possible < most, isShort, !period.isExempt,
          let limit = law.deductionsAYear[start]
        else { continue }
        if let lawful {
          charge(inChargeOrder(rows, lawful, hours, ledger), lawful - period.made, hours)
        }
        let days = history.employed.map { $0.distance(to: start) } ?? .max
        let fewest = law.sickPeriod.relapseDays[start]?.value.map { most * ($0 + 1) } ?? 0
        tenDeductionsSaid.append(
          TenDeductionsSaid(
            rows: rows, start: start, seen: earlier, most: most,
            isImpossible: days < fewest, tag: limit.tag))
        continue
      }
      guard let lawful else {
        counts.addUndecided(rule, rows.count { ledger.isInWindow($0) })
        continue
      }
      guard earlier < most, isShort, !period.isExempt else { continue }
      charge(inChargeOrder(rows, lawful, hours, ledger), lawful - period.made, hours)
      shortfalls.append(
        Shortfall(
          rows: rows, lawful: lawful, made: period.made, week: period.week ?? 0,
          mayLieOutside: period.mayLieOutside || opening.contains(start),
          mayBeRejected: rejected.mayBelong(
            to: rows, ledger.claims,
            relapseDays: law.sickPeriod.relapseDays[start]?.value ?? 0), tag: entry.tag))
    }
    skipped = counts.reasons
  }

  /// Rows that say that no deduction is due, then those that bear one smaller than they could:
  /// there it was cut. Then those without one, by when their first hours were lost.
  private func inChargeOrder(
    _ rows: [Int], _ lawful: Int64, _ hours: ClaimHours, _ ledger: Ledger
  ) -> [Int] {
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

  private mutating func charge(_ rows: [Int], _ seconds: Int64, _ hours: ClaimHours) {
    var left = seconds
    for row in rows where left > 0 && hours.paid[row] > 0 {
      let part = min(left, Int64(hours.paid[row]))
      missing[row] = Int32(part)
      left -= part
    }
  }

  private struct Skips {
    var withoutWeek = 0
    var withoutFirstDay = 0
    var partlyCredited = 0
    var misspelt = 0
    var unknown = 0

    /// Whether a period can't be judged, whatever the law asks for; its rows are counted then.
    mutating func note(
      _ ledger: Ledger, _ rows: [Int], _ misspelt: MisspeltNumbers, _ law: SickPeriodLaw
    ) -> Bool {
      let inWindow = rows.count { ledger.isInWindow($0) }
      // What a partial credit took back may be the karens.
      if rows.contains(where: { ledger.settlement.isPartlyCredited($0, in: ledger.claims) }) {
        partlyCredited += inWindow
        return true
      }
      guard misspelt.mayTear(ledger, rows, law) else { return false }
      self.misspelt += inWindow
      return true
    }

    /// Rows that do not tell what the rule asks for.
    mutating func addUndecided(_ rule: KarensRule, _ rows: Int) {
      switch rule {
      case .firstDay: withoutFirstDay += rows
      case .deduction: withoutWeek += rows
      }
    }

    var reasons: [(reason: String, rows: Int)] {
      [
        ("veckotimmar saknas eller är fler än en vecka rymmer", withoutWeek),
        ("den första dagens pass saknas", withoutFirstDay),
        ("delvis krediterade rader i perioden", partlyCredited),
        ("assistentens nummer har fel kontrollsiffra", misspelt),
        ("regeln för karens är inte känd den dagen", unknown),
      ].filter { $0.1 > 0 }
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
