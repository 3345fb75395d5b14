import Ledger
import SickPay

/// What the rows of one period with its relapses say of karens, in seconds.
struct KarensPeriod {
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
