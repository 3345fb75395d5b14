/// Shifts that nobody worked are claimed: as worked by someone who is booked elsewhere the same
/// minutes, by somebody borrowed from another company's staff, or openly, paid though marked
/// vacant.
struct VacantShifts: Cheat {
  func falsifyRows(in books: inout CompanyBooks, share: Double) {
    var left = books.rowsToChange(share: share)
    let names = BorrowedNames(for: &books)
    for row in books.openRows(where: { $0.tally.paid.reimbursed > 0 }) where left > 0 {
      // A row may have become another's witness since the list was made.
      guard books.rows[row].isOpen, let shift = lastPaidShift(of: row, in: books) else { continue }
      let substitute = drawSubstitute(for: shift, row: row, names, in: &books)
      let worked = books.shifts[shift]
      let isMore = books.overcharge(row, .fraud(.vacantShifts)) { books in
        let covered = books.shifts[shift].covered
        books.shifts[shift].vacate()
        books.reprice(row)
        books.rows[row].lawful = books.rows[row].amounts.total
        guard let substitute else { return books.reprice(row, .paysVacant) }
        books.shifts[shift].substitute = substitute.person
        books.shifts[shift].covered = covered
        books.reprice(row)
      }
      guard isMore else { continue }
      books.correctTurn(of: worked, to: nil)
      if let witness = substitute?.witness { books.rows[witness].isSettled = true }
      left -= 1
    }
  }

  private func lastPaidShift(of row: Int, in books: CompanyBooks) -> Int? {
    books.rows[row].shifts.last { index in
      let shift = books.shifts[index]
      return !shift.isJour && !shift.isTooLate && !shift.isVacant && shift.karens < shift.minutes
    }
  }

  /// Who is said to have stood in, and the row of this company that tells otherwise; `nil` where
  /// the vacancy is claimed openly.
  private func drawSubstitute(
    for shift: Int, row: Int, _ names: BorrowedNames, in books: inout CompanyBooks
  ) -> (person: Int32, witness: Int?)? {
    let draw = books.random.below(100)
    let witness = books.draw(.vacantWitness)
    if draw < witness {
      return self.witness(of: shift, row: row, in: books).map { ($0.substitute, $0.row) }
    }
    guard draw < witness + books.draw(.vacantBorrowed) else { return nil }
    let lost = books.shifts[shift]
    return names.draw(for: lost.start..<lost.end, using: &books.random).map { ($0, nil) }
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

/// People of another, honest company, whose names are put on shifts that they never worked.
private struct BorrowedNames {
  /// Employees there who have nothing to do with this company.
  private var persons: [Int32] = []
  /// When they stand in or are sick, as that company's own claims tell.
  private var turns: [(minutes: Range<Int32>, person: Int32)] = []

  init(for books: inout CompanyBooks) {
    let companies = books.world.companies
    let lenders = companies.indices.filter { companies[$0].cheating == nil }
    guard !lenders.isEmpty else { return }
    var other = CompanyBooks(lenders[books.random.below(lenders.count)], in: books.world)
    let own = Set(books.jobs.map(\.person))
    persons = other.helpers.map { other.jobs[$0].person }.filter { !own.contains($0) }
    other.keepHonestRows()
    for row in other.rows {
      let sick = other.jobs[row.job].person
      for shift in other.shifts[row.shifts] where !shift.isJour && !shift.isVacant {
        turns.append((shift.start..<shift.end, sick))
        turns.append((shift.coveredMinutes, shift.substitute))
      }
    }
    turns.removeAll { own.contains($0.person) }
  }

  /// Half of the names are of somebody who is seen elsewhere in the same minutes.
  func draw(for minutes: Range<Int32>, using random: inout SeededGenerator) -> Int32? {
    if random.chance(0.5), let met = turns.first(where: { $0.minutes.overlaps(minutes) }) {
      return met.person
    }
    return persons.isEmpty ? nil : persons[random.below(persons.count)]
  }
}
