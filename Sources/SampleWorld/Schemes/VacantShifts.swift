/// Shifts that nobody worked are claimed: as worked by someone who is booked elsewhere the same
/// minutes, or openly, paid though marked vacant.
struct VacantShifts: Cheat {
  func falsifyRows(in books: inout CompanyBooks, share: Double) {
    var left = books.rowsToChange(share: share)
    for row in books.openRows(where: { $0.tally.paid.reimbursed > 0 }) where left > 0 {
      // A row may have become another's witness since the list was made.
      guard books.rows[row].isOpen, let shift = lastPaidShift(of: row, in: books) else { continue }
      let witness = books.random.chance(0.6) ? witness(of: shift, row: row, in: books) : nil
      let isMore = books.overcharge(row, .fraud(.vacantShifts)) { books in
        let covered = books.shifts[shift].covered
        books.shifts[shift].vacate()
        books.reprice(row)
        books.rows[row].lawful = books.rows[row].amounts.total
        guard let witness else { return books.reprice(row, .paysVacant) }
        books.shifts[shift].substitute = witness.substitute
        books.shifts[shift].covered = covered
        books.reprice(row)
      }
      guard isMore else { continue }
      if let witness { books.rows[witness.row].isSettled = true }
      left -= 1
    }
  }

  private func lastPaidShift(of row: Int, in books: CompanyBooks) -> Int? {
    books.rows[row].shifts.last { index in
      let shift = books.shifts[index]
      return !shift.isJour && !shift.isTooLate && !shift.isVacant && shift.karens < shift.minutes
    }
  }

  /// Another row on which somebody stands in at a shift that overlaps this one.
  private func witness(
    of index: Int, row: Int, in books: CompanyBooks
  ) -> (row: Int, substitute: Int32)? {
    let minutes = books.shifts[index].start..<books.shifts[index].end
    let sick = books.jobs[books.rows[row].job]
    for other in books.rows.indices
    where books.rows[other].isOpen && books.rows[other].job != books.rows[row].job {
      let met = books.shifts[books.rows[other].shifts].first {
        $0.coveredMinutes.overlaps(minutes) && $0.substitute != sick.person
      }
      if let met { return (other, met.substitute) }
    }
    return nil
  }
}
