import SickPay

extension CompanyBooks {
  /// The rows of a spell: one for each brukare, and for each month where the company splits.
  mutating func writeRows(of index: Int, _ reason: ClaimRow.KarensReason) {
    let spell = spells[index]
    let listsLater = shifts[spell.shifts].contains { $0.isTooLate }
    let end = listsLater ? min(spell.last, spell.lastPaid + 6) : spell.lastPaid
    for part in parts(of: spell.first...end, spell) {
      let firstRow = rows.count
      for slot in 0..<3 where jobs[spell.job].brukare[slot] >= 0 {
        let brukare = jobs[spell.job].brukare[slot]
        let range = gather(spell, part, brukare)
        guard !range.isEmpty else { continue }
        var row = makeRow(spell, part, brukare)
        row.shifts = range
        row.karensReason = reason
        price(&row, spell)
        rows.append(row)
      }
      shareAbsence(firstRow..<rows.count)
    }
  }

  /// One part, or two where the company splits and both have shifts: a part without any would be
  /// sick days that no row tells of.
  private func parts(of days: ClosedRange<Int32>, _ spell: ToldSpell) -> [ClosedRange<Int32>] {
    guard company.habits.splitsAtMonthEnd else { return [days] }
    let next = dayOfMonth(1, monthsAfter: days.lowerBound, 1)
    let later = shifts[spell.shifts].count { WallMinute.day($0.start) >= next }
    guard days.contains(next), 0 < later, later < spell.shifts.count else { return [days] }
    return [days.lowerBound...next - 1, next...days.upperBound]
  }

  /// The shifts of a part for one brukare as one range; copied where the spell has others too.
  private mutating func gather(
    _ spell: ToldSpell, _ part: ClosedRange<Int32>, _ brukare: Int32
  ) -> Range<Int> {
    let isAll = shifts[spell.shifts].allSatisfy {
      $0.brukare == brukare && part.contains(WallMinute.day($0.start))
    }
    if isAll { return spell.shifts }
    let begin = shifts.count
    for index in spell.shifts {
      let shift = shifts[index]
      if shift.brukare == brukare, part.contains(WallMinute.day(shift.start)) {
        shifts.append(shift)
      }
    }
    return begin..<shifts.count
  }

  private func makeRow(
    _ spell: ToldSpell, _ part: ClosedRange<Int32>, _ brukare: Int32
  ) -> ClaimRow {
    let paid = wagePaid(part.upperBound)
    let kommun = Int(population.brukare[Int(brukare)].kommun)
    var row = ClaimRow(
      job: spell.job, kommun: kommun, brukare: brukare, first: part.lowerBound,
      last: part.upperBound, sickTo: spell.last, sickFrom: spell.first, lastPaid: spell.lastPaid,
      weeklyMinutes: statedWeek(of: spell.job, for: brukare),
      isSuccessor: company.isSuccessor(on: spell.first),
      terms: terms(of: jobs[spell.job], on: part.lowerBound, wagePaid: paid))
    if part.lowerBound != spell.first { row.periodFirst = spell.first }
    row.wagePaid = paid
    row.billed = billingDay(of: spell, partEnd: part.upperBound)
    row.received = received(row.billed, kommun: kommun)
    return row
  }

  /// Prices the row as it is told, and as it should have been.
  private func price(_ row: inout ClaimRow, _ spell: ToldSpell) {
    row.tally = tally(row.shifts)
    row.amounts = Amounts(row.tally.paid, row.terms, company.method)
    row.lawful = row.amounts.total
    guard let scheme = spell.falseBy else { return }
    row.label = .fraud(scheme)
    let truth = tally(row.shifts, until: spell.trueLast)
    row.lawful = Amounts(truth.paid, row.terms, company.method).total
  }

  /// Leaves a part of each shift's karens, in steps of three minutes: a twentieth of an hour.
  mutating func cutKarens(_ range: Range<Int>, toPercent percent: Int32) {
    for index in range {
      let kept = shifts[index].karens * percent / 300 * 3
      shifts[index].karens = shifts[index].isJour && kept < shifts[index].karens ? 0 : kept
    }
  }

  /// The rows of several brukare state their shares of the days, which add up to the whole.
  private mutating func shareAbsence(_ range: Range<Int>) {
    let whole = rows[range].reduce(0) { $0 + $1.tally.lost }
    guard range.count > 1, whole > 0 else { return }
    var left: Int32 = 10_000
    for index in range.dropLast() {
      rows[index].shareOfAbsence = rows[index].tally.lost * 10_000 / whole
      left -= rows[index].shareOfAbsence
    }
    rows[range.upperBound - 1].shareOfAbsence = left
  }
}
