/// Mistakes that pay for hours which nobody is owed.
extension CompanyBooks {
  /// The employment ends while the assistant is sick, and the last days are paid all the same. Who
  /// leaves may still stand in by the hour.
  mutating func payAfterEnd(_ row: Int) -> Bool {
    let claim = rows[row]
    let employment = jobs[claim.job]
    guard employment.form != .temporary, !company.habits.omitted.contains(.employment),
      rows.allSatisfy({ $0.job != claim.job || $0.last <= claim.last }),
      let last = shifts[claim.shifts].last(where: { !$0.isVacant && !$0.isTooLate }),
      WallMinute.day(last.start) > claim.first
    else { return false }
    let end = WallMinute.day(last.start) - 1
    rows[row].lawful =
      Amounts(tally(claim.shifts, until: end).paid, claim.terms, company.method).total
    guard rows[row].lawful < claim.amounts.total else {
      rows[row].lawful = claim.amounts.total
      return false
    }
    rows[row].employmentEnd = end
    endedEarly[claim.job] = end
    rows[row].label = .error(.employmentEnded)
    return true
  }

  /// A substitute came two hours late, which the shift list tells and the sum does not.
  mutating func payLateness(_ row: Int) -> Bool {
    let late: Int32 = 120
    let found = rows[row].shifts.last { index in
      let shift = shifts[index]
      return !shift.isJour && !shift.isTooLate && shift.karens == 0 && shift.minutes >= 300
        && shift.minutes == shift.wallMinutes && shift.covered == 0..<shift.minutes
    }
    guard let index = found else { return false }
    let shift = shifts[index]
    let isMore = overcharge(row, .error(.latenessPaid)) { books in
      books.shifts[index].covered = late..<books.shifts[index].minutes
      books.reprice(row)
      books.rows[row].lawful = books.rows[row].amounts.total
      books.reprice(row, .paysVacant)
    }
    if isMore { correctTurn(of: shift, to: shift.start + late..<shift.end) }
    return isMore
  }

  /// Ten deductions in a year are counted wrong.
  mutating func claimTen(_ row: Int) -> Bool {
    let claim = rows[row]
    // Ten true deductions free the next period; leaving one out would undo that.
    guard claim.tally.karens >= 60,
      rows.allSatisfy({ $0.job != claim.job || $0.karensReason != .tenDeductions })
    else { return false }
    return overcharge(row, .error(.tenWithoutTen)) { books in
      books.cutKarens(books.rows[row].shifts, toPercent: 0)
      books.rows[row].karensReason = .tenDeductions
      books.reprice(row)
    }
  }
}

extension PlantedError {
  /// A duplicate that nobody credits, and VAT, are rare among mistakes.
  var isRare: Bool { self == .duplicateNotCredited || self == .vatCharged }
}
