/// Too high an arbetsgivaravgift: the full one for those past the age limit first, and a percentage
/// raised for everybody after that, at times behind the lawful one in print.
struct WrongFees: Cheat {
  func falsifyRows(in books: inout CompanyBooks, share: Double) {
    var left = books.rowsToChange(share: share)
    let open = books.openRows { $0.amounts.total > 0 }
    let reduced = open.filter { books.rows[$0].terms.fee != EmployerFee.full }
    let full = open.filter { books.rows[$0].terms.fee == EmployerFee.full }
    for row in reduced + full where left > 0 {
      let lawful = books.rows[row].terms.fee
      let claimed =
        lawful == EmployerFee.full ? lawful + Int64(books.draw(.raisedFee)) : EmployerFee.full
      let isHidden = lawful == EmployerFee.full && books.random.chance(0.5)
      let isMore = books.overcharge(row, .fraud(.wrongFees)) { books in
        books.rows[row].terms.fee = claimed
        books.rows[row].statedFee = isHidden ? lawful : nil
        books.reprice(row)
      }
      left -= isMore ? 1 : 0
    }
  }
}
