/// The hourly wage is higher in claims than it is in healthy months.
struct InflatedWage: Cheat {
  func falsifyRows(in books: inout CompanyBooks, share: Double) {
    var left = books.rowsToChange(share: share)
    for row in books.openRows(where: { $0.tally.paid.reimbursed > 0 }) where left > 0 {
      let percent = Int64(books.draw(.inflatedWage))
      let isMore = books.overcharge(row, .fraud(.inflatedWage)) { books in
        books.rows[row].terms.hourlyWage = books.rows[row].terms.hourlyWage * percent / 500 * 5
        books.reprice(row)
      }
      left -= isMore ? 1 : 0
    }
  }
}
