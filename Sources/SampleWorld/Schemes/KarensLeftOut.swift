/// Karensavdrag is left out or halved, at times with a reason that does not hold.
struct KarensLeftOut: Cheat {
  func falsifyRows(in books: inout CompanyBooks, share: Double) {
    var left = books.rowsToChange(share: share)
    // Ten deductions in a year free the next period; leaving one out would undo that.
    let spared = Set(books.rows.filter { $0.karensReason == .tenDeductions }.map(\.job))
    let candidates = books.openRows { $0.tally.karens >= 60 && !spared.contains($0.job) }
    for row in candidates where left > 0 {
      let isOmitted = books.random.chance(0.7)
      let isMore = books.overcharge(row, .fraud(.karensLeftOut)) { books in
        books.cutKarens(books.rows[row].shifts, toPercent: isOmitted ? 0 : 50)
        books.reprice(row)
      }
      guard isMore else { continue }
      left -= 1
      if isOmitted, books.random.chance(0.3) {
        books.rows[row].karensReason = books.random.chance(0.5) ? .relapse : .tenDeductions
      }
    }
  }
}
