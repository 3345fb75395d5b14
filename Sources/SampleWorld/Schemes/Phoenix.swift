/// A company ends and the same people go on under a new number, with the same bankgiro. Invented
/// absences are sent in bursts close to the three months that kommuner ask for: some just before
/// the end, most some months after the new beginning.
struct Phoenix: Cheat {
  var addsRows: Bool { true }

  func inventSpells(in books: inout CompanyBooks, share: Double) {
    let candidates = books.jobs.indices.filter {
      books.jobs[$0].role == .ordinary && !books.jobs[$0].rota.isEmpty
    }
    let bursts = burstDays(books)
    guard !candidates.isEmpty, !bursts.after.isEmpty else { return }
    var left = books.spellsToAdd(share: share)
    for attempt in 0..<left * 20 where left > 0 {
      let isBefore = books.happens(.phoenixBefore) && !bursts.before.isEmpty
      let days = isBefore ? bursts.before : bursts.after
      // The first burst is filled before the next begins.
      let burst = days[min(days.count - 1, attempt / max(1, candidates.count * 2))]
      let last = burst - Int32(books.draw(.phoenixLag))
      let first = last - Int32(books.draw(.phoenixDays)) + 1
      guard books.company.isSuccessor(on: first) != isBefore || books.company.successor == nil
      else { continue }
      let job = candidates[books.random.below(candidates.count)]
      var spell = ToldSpell(job: job, first: first, last: last)
      spell.billedOn = burst
      if books.invent(spell, by: .phoenix) { left -= 1 }
    }
  }

  /// A fortnight apart, outwards from the change of company.
  private func burstDays(_ books: CompanyBooks) -> (before: [Int32], after: [Int32]) {
    let plan = books.world.plan
    let longest = Int32(books.world.parameters[.phoenixLag].upperBound + 20)
    let change = books.company.successor?.from ?? plan.firstNumber
    let after = stride(
      from: change + longest, through: plan.lastNumber - CompanyBooks.longestPost, by: 14)
    let before = stride(from: change - 12, through: plan.firstNumber + longest, by: -14)
    return (Array(before), Array(after))
  }
}
