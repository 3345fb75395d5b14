/// Persons who are employed on paper only: new, soon and often sick, and never anybody's
/// substitute.
struct PaperEmployees: Cheat {
  var addsRows: Bool { true }

  func staffNeeded(
    falseRows: Double, _ parameters: SchemeParameters
  ) -> (paper: Int, borrowed: Int) {
    (max(1, Int((falseRows / Double(parameters[.paperRowsEach].lowerBound)).rounded())), 0)
  }

  func inventSpells(in books: inout CompanyBooks, share: Double) {
    let candidates = books.jobs.indices.filter { books.jobs[$0].role == .paper }
    guard !candidates.isEmpty else { return }
    var left = books.spellsToAdd(share: share)
    for _ in 0..<left * 20 where left > 0 {
      let index = candidates[books.random.below(candidates.count)]
      let job = books.jobs[index]
      let end = min(job.left, books.world.plan.lastNumber - 60)
      guard end > job.hired else { continue }
      // The first spell comes within weeks of the employment's beginning.
      let isFirst = books.sickDays[index].isEmpty
      let latest = isFirst ? Int32(books.draw(.paperFirstSpell)) : .max
      let span = min(latest, end - job.hired)
      let first = job.hired + Int32(books.random.below(Int(span)))
      let last = first + Int32(books.draw(.paperDays) - 1)
      if books.invent(ToldSpell(job: index, first: first, last: last), by: .paperEmployees) {
        left -= 1
      }
    }
  }
}
