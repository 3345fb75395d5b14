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
  /// Swedish reasons and rows of the window on which karens could not be judged.
  private(set) var skipped: [(reason: String, rows: Int)] = []

  /// Hours with two decimals on each of several rows.
  static let tolerance: Int64 = 360
  static let occasionDays = 365

  init(_ ledger: Ledger, _ hours: ClaimHours, _ duplicates: DuplicateClaims, _ law: LawTable) {
    missing = Array(repeating: 0, count: ledger.claims.count)
    var counts = Skips()
    var history = DeductionHistory()
    let misspelt = MisspeltNumbers(ledger)
    let opening = OpeningDays(ledger, law.sickPeriod)
    for (chain, range) in ledger.periods.chainRows.enumerated() {
      let rows = range.filter {
        ledger.periods.chainOfClaim[$0] == Int32(chain) && !duplicates.isDuplicate[$0]
      }
      guard let first = rows.first else { continue }
      let start = ledger.periods.chainStarts[chain]
      // What a partial credit took back may be the karens.
      if rows.contains(where: { ledger.settlement.isPartlyCredited($0, in: ledger.claims) }) {
        counts.partlyCredited += rows.count { ledger.isInWindow($0) }
        continue
      }
      if misspelt.mayTear(ledger, rows, law.sickPeriod) {
        counts.misspelt += rows.count { ledger.isInWindow($0) }
        continue
      }
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
          mayLieOutside: period.mayLieOutside || opening.contains(start), tag: entry.tag))
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

/// Numbers with a wrong check digit. They tear a person's periods apart: nobody knows what came
/// before, on the rows with the wrong digit as little as on those with the right one.
private struct MisspeltNumbers {
  private struct Key: Hashable {
    let company: CompanyID
    /// The number without its check digit.
    let stem: UInt64
  }
  private var absences: [Key: [ClosedRange<Day>]] = [:]

  init(_ ledger: Ledger) {
    let persons = ledger.dictionaries.persons
    let isWrong = (0..<persons.count).map { index in
      persons.number(PersonID(index: index)).map { !$0.hasValidCheckDigit } ?? false
    }
    for claim in 0..<ledger.claims.count where isWrong[ledger.claims[.assistent, claim].index] {
      if let key = MisspeltNumbers.key(ledger, claim) {
        let days = ledger.claims[.sickFrom, claim]...ledger.claims[.sickTo, claim]
        absences[key, default: []].append(days)
      }
    }
  }

  /// Absences under the misspelt number in the year before a day: deductions may lie there.
  func count(_ ledger: Ledger, _ claim: Int, before start: Day) -> Int {
    guard !absences.isEmpty,
      let days = MisspeltNumbers.key(ledger, claim).flatMap({ absences[$0] })
    else { return 0 }
    return days.count {
      $0.lowerBound < start
        && $0.lowerBound.distance(to: start) <= KarensAssessment.occasionDays
    }
  }

  /// Whether a row with the misspelt number may belong to the period of these rows: it lies in it,
  /// or close enough for a relapse.
  func mayTear(_ ledger: Ledger, _ rows: [Int], _ law: SickPeriodLaw) -> Bool {
    guard !absences.isEmpty, let first = rows.first,
      let days = MisspeltNumbers.key(ledger, first).flatMap({ absences[$0] })
    else { return false }
    let from = ledger.claims[.sickFrom, first]
    let gap = law.relapseDays[from]?.value ?? 0
    let end = rows.reduce(from) { max($0, ledger.claims[.sickTo, $1]) }.advanced(by: gap)
    return days.contains { $0.lowerBound <= end && from.advanced(by: -gap) <= $0.upperBound }
  }

  private static func key(_ ledger: Ledger, _ claim: Int) -> Key? {
    ledger.dictionaries.persons.number(ledger.claims[.assistent, claim]).map {
      Key(company: ledger.claims[.company, claim], stem: $0.digits / 10)
    }
  }
}

/// What the rows of one period with its relapses say of karens, in seconds.
private struct KarensPeriod {
  /// The shortest week that any row states, which favours the company.
  var week: Int64?
  /// Hours lost in the first fourteen days.
  var lost: Int64 = 0
  /// Hours lost on the period's first day; `nil` where no shift tells.
  var lostFirstDay: Int64?
  /// Deduction made: as stated, and no more than what the row leaves unpaid.
  var made: Int64 = 0
  /// A reason that needs no deduction: särskilt högriskskydd (13 §).
  var isExempt = false
  /// A row says that ten deductions were made before.
  var saysTen = false
  /// Part of the rows may lie outside of the scan.
  var rowsLieOutside = false
  private var hasOtherReason = false
  /// Nobody works so much week by week: the number is a month's.
  private static let longestWeek = 60 * Seconds.perHour
  /// Jour or beredskap was lost too: what karens took of it does not show in the row's hours.
  private var losesOnCall = false

  /// Part of the rows or of the deduction, or the reason stated for none, may lie outside of what
  /// the scan shows.
  var mayLieOutside: Bool { rowsLieOutside || hasOtherReason || losesOnCall }

  init(_ ledger: Ledger, _ hours: ClaimHours, _ rows: [Int], _ start: Day) {
    let claims = ledger.claims
    var days = 0
    // Of the rows that claim the first day.
    var (hasShifts, hasFirstDay) = (false, false)
    for row in rows {
      let sick = Int64(hours.lost[row])
      // Unpaid hours may be vacant or late ones too: the other rules take those.
      let unpaid = max(0, sick - Int64(hours.paid[row]))
      // What nothing else explains was deducted, whatever the row calls it.
      let unexplained =
        unpaid - Int64(hours.vacant[row]) - Int64(hours.afterDay14[row])
      lost += max(0, sick - Int64(hours.afterDay14[row]))
      // Stated hours are rounded, so a row that is short by less than that still made them.
      made +=
        hours.karens[row] < 0
          || Int64(hours.karens[row]) > unpaid + Int64(ClaimHours.tolerance)
        ? unpaid : max(Int64(hours.karens[row]), unexplained)
      days += DaySpells.length(claims[.sickFrom, row]...claims[.sickTo, row])
      if let stated = claims.value(.weeklyTime, row)?.value, stated > 0,
        stated <= KarensPeriod.longestWeek
      {
        week = min(week ?? stated, stated)
      }
      addFirstDay(ledger, row, start)
      if claims[.sickFrom, row] <= start, start <= claims[.sickTo, row] {
        let shifts = ledger.shiftRows(of: row)
        hasShifts = hasShifts || !shifts.isEmpty
        hasFirstDay = hasFirstDay || shifts.contains { ledger.shifts[.day, $0] == start }
      }
      losesOnCall = losesOnCall || (claims.value(.onCallTime, row) ?? .zero) > .zero
      switch claims.value(.karensReason, row) {
      case .specialProtection: isExempt = true
      case .tenDeductions: saysTen = true
      case .relapse: hasOtherReason = hasOtherReason || !ledger.periods.isRelapse[row]
      case .pandemic: hasOtherReason = true
      case nil: break
      }
      let from = claims[.sickFrom, row]
      rowsLieOutside =
        rowsLieOutside || (claims.value(.split, row)?.tenThousandths ?? whole) < whole
        || (claims.value(.periodFrom, row) ?? from) < from && row == rows[0]
    }
    // The first day's shifts may be claimed by a row of another kommun, and its karens with them.
    if hasShifts, !hasFirstDay { rowsLieOutside = true }
    // Far fewer hours than the week promises: other brukare may be claimed elsewhere.
    if let week, days >= 5, lost * 14 < week * Int64(min(days, 14)) { rowsLieOutside = true }
  }

  private mutating func addFirstDay(_ ledger: Ledger, _ row: Int, _ start: Day) {
    ledger.forEachLostShift(of: row) { lines in
      let shift = lines.lowerBound
      guard ledger.shifts[.day, shift] == start else { return }
      lostFirstDay = (lostFirstDay ?? 0) + Int64(ClaimHours.shortestLength(ledger.shifts, shift))
    }
  }

  /// What must be deducted; `nil` where the rows do not tell.
  func lawful(_ rule: KarensRule) -> Int64? {
    switch rule {
    case .firstDay: lostFirstDay.map { min($0, lost) }
    case .deduction(let share):
      week.map { min($0 * Int64(share.tenThousandths) / Int64(whole), lost) }
    }
  }

  private var whole: Int32 { 1_000_000 }
}

/// The deductions of one person at one company so far, while the chains go by in order.
private struct DeductionHistory {
  private var company: CompanyID?
  private var person: PersonID?
  private var days: [(day: Day, isMade: Bool)] = []
  /// The first day on which any row shows the person in the company's employment: a contract that
  /// was renewed begins later.
  private(set) var employed: Day?

  /// Forgets everything where another person's rows begin, or another company's.
  mutating func turn(to claims: Claims, _ claim: Int) {
    if claims[.company, claim] != company || claims[.assistent, claim] != person {
      (company, person, days) = (claims[.company, claim], claims[.assistent, claim], [])
      employed = firstEmployed(claims, claim)
    }
  }

  /// `nil` where no row says when the employment began.
  private func firstEmployed(_ claims: Claims, _ claim: Int) -> Day? {
    func isSame(_ row: Int) -> Bool {
      claims[.company, row] == company && claims[.assistent, row] == person
    }
    let rows =
      Array((0...claim).reversed().prefix(while: isSame))
      + (claim..<claims.count).prefix(while: isSame)
    guard let stated = rows.compactMap({ claims.value(.employedFrom, $0) }).min() else {
      return nil
    }
    return rows.reduce(stated) { min($0, claims[.sickFrom, $1]) }
  }

  /// Deductions in the 365 days before `start`: those made, or periods of which one may lie on a
  /// row outside of the scan.
  func count(before start: Day, isMade: Bool) -> Int {
    days.count {
      $0.isMade == isMade && $0.day < start
        && $0.day.distance(to: start) <= KarensAssessment.occasionDays
    }
  }

  mutating func add(_ day: Day, isMade: Bool) { days.append((day, isMade)) }
}
