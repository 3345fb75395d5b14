/// The same claim is sent again months later under new numbers, now and then moved by a day, and
/// never credited.
struct Resubmission: Cheat {
  var addsRows: Bool { true }

  func falsifyRows(in books: inout CompanyBooks, share: Double) {
    var left = books.rowsToAdd(share: share)
    for row in books.openRows(where: { $0.amounts.total > 0 }) where left > 0 {
      guard let again = books.copy(row, later: books.world.parameters[.resubmissionDelay]) else {
        continue
      }
      if books.happens(.resubmissionMoved) {
        move(again, by: books.random.chance(0.5) ? 1 : -1, in: &books)
      }
      books.rows[again].label = .fraud(.resubmission)
      books.rows[again].lawful = 0
      left -= 1
    }
  }

  private func move(_ row: Int, by days: Int32, in books: inout CompanyBooks) {
    let begin = books.shifts.count
    for var shift in books.shifts[books.rows[row].shifts] {
      shift.start += days * 1440
      books.shifts.append(shift)
    }
    books.rows[row].shifts = begin..<books.shifts.count
    books.rows[row].first += days
    books.rows[row].last += days
    books.rows[row].sickFrom += days
    books.rows[row].sickTo += days
    if books.rows[row].periodFirst >= 0 { books.rows[row].periodFirst += days }
  }
}
