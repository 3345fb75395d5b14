import SickPay

extension CompanyBooks {
  /// Puts the rows in the order of billing and gives them invoice and ärende numbers.
  ///
  /// - Returns: the order in which the rows are written.
  mutating func number(in register: inout CaseRegister) -> [Int] {
    let order = rows.indices.sorted {
      (rows[$0].billed, rows[$0].kommun, $0) < (rows[$1].billed, rows[$1].kommun, $1)
    }
    var numbers = SeededGenerator(seed: world.plan.seed, .numbers, company.index)
    var (invoice, successors) = (company.habits.firstInvoice, company.successor?.firstInvoice ?? 0)
    var monthly: Int?
    for row in order {
      let claim = rows[row]
      let step = 1 + numbers.below(3)
      if claim.isSuccessor { successors += step } else { invoice += step }
      let number = claim.isSuccessor ? successors : invoice
      rows[row].invoice = world.takesInvoices(claim.kommun) ? number : 0
      let isShared = company.habits.claimsMonthly && !claim.standsAlone
      if isShared, let monthly, isBilledTogether(rows[monthly], claim) {
        rows[row].caseYear = rows[monthly].caseYear
        rows[row].caseNumber = rows[monthly].caseNumber
        continue
      }
      let year = Day(number: claim.received).civil.year
      rows[row].caseYear = Int32(year)
      rows[row].caseNumber = register.next(
        kommun: claim.kommun, received: claim.received, dayOfYear: dayOfYear(claim.received))
      if isShared { monthly = row }
    }
    return order
  }

  private func isBilledTogether(_ row: ClaimRow, _ other: ClaimRow) -> Bool {
    row.kommun == other.kommun && row.billed == other.billed
      && row.isSuccessor == other.isSuccessor
  }

  private func dayOfYear(_ number: Int32) -> Int {
    let date = Day(number: number).civil
    let before = (1..<date.month).reduce(0) { $0 + Day.length(ofMonth: $1, year: date.year) }
    return before + date.day
  }
}
