/// Sick spells that never were, of ordinary employees, with colleagues who were off as substitutes.
/// Every row adds up; only the number of spells is too high.
struct PhantomSickness: Cheat {
  var addsRows: Bool { true }

  func inventSpells(in books: inout CompanyBooks, share: Double) {
    let candidates = books.jobs.indices.filter {
      books.jobs[$0].role == .ordinary && !books.jobs[$0].rota.isEmpty
    }
    guard !candidates.isEmpty else { return }
    var left = books.spellsToAdd(share: share)
    for _ in 0..<left * 20 where left > 0 {
      let job = candidates[books.random.below(candidates.count)]
      guard let first = books.drawFirstDay(of: job) else { continue }
      let last = first + Int32(books.draw(.phantomDays) - 1)
      if books.invent(ToldSpell(job: job, first: first, last: last), by: .phantomSickness) {
        left -= 1
      }
    }
  }
}
