/// The same absence is billed to another kommun too; where the plan has only one kommun, to that
/// one under another ärende.
struct DoubleBilling: Cheat {
  var addsRows: Bool { true }

  func falsifyRows(in books: inout CompanyBooks, share: Double) {
    var left = books.rowsToAdd(share: share)
    let kommuner = books.world.plan.kommuner.count
    for row in books.openRows(where: { $0.amounts.total > 0 }) where left > 0 {
      guard let twice = books.copy(row, later: books.world.parameters[.doubleBillingDelay]) else {
        continue
      }
      if kommuner > 1 {
        let step = 1 + books.random.below(kommuner - 1)
        books.rows[twice].kommun = (books.rows[twice].kommun + step) % kommuner
        let (billed, kommun) = (books.rows[twice].billed, books.rows[twice].kommun)
        books.rows[twice].received = books.received(billed, kommun: kommun)
      }
      books.rows[twice].label = .fraud(.doubleBilling)
      books.rows[twice].lawful = 0
      left -= 1
    }
  }
}
