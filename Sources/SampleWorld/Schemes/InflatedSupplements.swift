/// Every paid hour, or a great part of them, is claimed with the weekend's supplement, though the
/// shifts lie on other days.
struct InflatedSupplements: Cheat {
  func falsifyRows(in books: inout CompanyBooks, share: Double) {
    var left = books.rowsToChange(share: share)
    for row in books.openRows(where: { $0.tally.paid.reimbursed > 0 }) where left > 0 {
      var paid = books.rows[row].tally.paid
      let weekend = paid.reimbursed * Int64(books.draw(.inflatedSupplements)) / 100
      paid.supplements = SupplementMinutes(evening: 0, night: 0, weekend: weekend)
      let amounts = Amounts(paid, books.rows[row].terms, books.company.method)
      // A weekend's shifts would gain next to nothing.
      guard amounts.total * 100 > books.rows[row].lawful * 105 else { continue }
      books.rows[row].amounts = amounts
      books.rows[row].label = .fraud(.inflatedSupplements)
      left -= 1
    }
  }
}
