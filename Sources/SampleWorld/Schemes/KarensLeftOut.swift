/// Karensavdrag is left out or cut down, at times with a reason that does not hold.
struct KarensLeftOut: Cheat {
  func falsifyRows(in books: inout CompanyBooks, share: Double) {
    var left = books.rowsToChange(share: share)
    // Ten deductions in a year free the next period; leaving one out would undo that.
    let spared = Set(books.rows.filter { $0.karensReason == .tenDeductions }.map(\.job))
    let candidates = books.openRows { $0.tally.karens >= 60 && !spared.contains($0.job) }
    for row in candidates where left > 0 {
      let isOmitted = books.happens(.karensOmitted)
      let kept = isOmitted ? 0 : Int32(books.draw(.karensKept))
      let isMore = books.overcharge(row, .fraud(.karensLeftOut)) { books in
        books.cutKarens(books.rows[row].shifts, toPercent: kept)
        books.reprice(row)
      }
      guard isMore else { continue }
      left -= 1
      if isOmitted, books.happens(.karensFalseReason) {
        books.rows[row].karensReason = books.random.chance(0.5) ? .relapse : .tenDeductions
      }
    }
  }
}
