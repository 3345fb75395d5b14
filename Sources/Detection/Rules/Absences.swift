import Ledger
import SickPay

/// An assistant's unbroken absence at one company, over every brukare and kommun.
struct Absence {
  let first: Day
  let last: Day
  /// Its claim rows; rows between them that are duplicates or no sickness are not part of it.
  let rows: Range<Int>
}

extension Evidence {
  /// Calls `body` with every unbroken absence among the rows of one assistant at one company.
  /// Duplicates are left out: one that was moved by a day would make the absence longer.
  func forEachAbsence(in group: Range<Int>, _ body: (Absence) -> Void) {
    var current: Absence?
    let claims = ledger.claims
    for row in group where isSickness(row) {
      let (from, to) = (claims[.sickFrom, row], claims[.sickTo, row])
      if let absence = current, absence.last.distance(to: from) <= 1 {
        current = Absence(
          first: absence.first, last: max(absence.last, to),
          rows: absence.rows.lowerBound..<row + 1)
      } else {
        if let current { body(current) }
        current = Absence(first: from, last: to, rows: row..<row + 1)
      }
    }
    if let current { body(current) }
  }
}

extension Evidence {
  /// Whether a claim row counts as sickness and is no duplicate.
  func isSickness(_ claim: Int) -> Bool {
    ledger.periods.chainOfClaim[claim] >= 0 && !duplicates.isDuplicate[claim]
  }

  /// Calls `body` with every such row whose hours can be judged, and the rows of its assistant at
  /// the company.
  func forEachSickness(_ body: (_ claim: Int, _ group: Range<Int>) -> Void) {
    for group in RowGroups(ledger.claims) {
      for claim in group where isSickness(claim) && ledger.isJudgedByHours(claim) {
        body(claim, group)
      }
    }
  }

  /// Time that a row is paid for on some of its days: by its shifts, all of it where it has none.
  func paidTime(of claim: Int, where isMeant: (Day) -> Bool) -> Int32 {
    if ledger.shiftRows(of: claim).isEmpty { return hours.paid[claim] }
    return hours.paidPart(
      of: ledger.coveredTime(of: claim, where: isMeant), claim)
  }
}

extension Ledger {
  /// The last day of a claim row that sick pay is owed for, by the count of fourteen days.
  func lastPayableDay(of claim: Int) -> Day {
    guard let days = periods.payableDays(of: claim) else { return claims[.sickTo, claim] }
    let left = days - Int(periods.firstSickDay[claim])
    return min(claims[.sickTo, claim], claims[.sickFrom, claim].advanced(by: left))
  }

  /// Lost active time of a row's shifts that start on a day, without what of them stood vacant, in
  /// seconds.
  func coveredTime(of claim: Int, where isMeant: (Day) -> Bool) -> Int32 {
    var sum: Int64 = 0
    forEachLostShift(of: claim) { lines in
      let shift = lines.lowerBound
      guard isMeant(shifts[.day, shift]) else { return }
      let vacant = lines.count { shifts.value(.vikarie, $0) == nil }
      if vacant == lines.count { return }
      let length = Int64(ClaimHours.shortestLength(shifts, shift))
      let open = vacant == 0 ? 0 : openTime(of: lines, from: shifts[.start, shift])
      sum += max(0, length - open)
    }
    return Int32(clamping: sum)
  }
}
