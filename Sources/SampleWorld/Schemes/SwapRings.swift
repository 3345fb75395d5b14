/// A few colleagues who stand in for each other's invented sickness, period after period: each row
/// adds up, and each substitute is free on paper.
struct SwapRings: Cheat {
  var addsRows: Bool { true }

  func inventSpells(in books: inout CompanyBooks, share: Double) {
    var left = books.spellsToAdd(share: share)
    for _ in 0..<left * 4 where left > 0 {
      let ring = drawRing(in: &books)
      guard ring.count > 1 else { continue }
      var told = 0
      let wanted = min(left, books.draw(.ringSpells))
      for turn in 0..<wanted * 6 where told < wanted {
        let (sick, standIn) = (ring[turn % ring.count], ring[(turn + 1) % ring.count])
        told += tell(sick, standIn, in: &books) ? 1 : 0
      }
      left -= told
    }
  }

  private func tell(_ sick: Int, _ standIn: Int, in books: inout CompanyBooks) -> Bool {
    guard let first = books.drawFirstDay(of: sick) else { return false }
    var spell = ToldSpell(job: sick, first: first, last: first + Int32(books.draw(.ringDays) - 1))
    spell.standIn = standIn
    return books.invent(spell, by: .swapRings)
  }

  /// Each could stand in at four of five shifts of the one before.
  private func drawRing(in books: inout CompanyBooks) -> [Int] {
    let candidates = books.helpers.filter {
      books.jobs[$0].role == .ordinary && !books.jobs[$0].rota.isEmpty && !books.jobs[$0].isBrief
    }
    guard candidates.count > 1 else { return [] }
    var ring = [candidates[books.random.below(candidates.count)]]
    let size = books.draw(.ringSize)
    for _ in 0..<60 where ring.count < size {
      let next = candidates[books.random.below(candidates.count)]
      if !ring.contains(next), fits(next, for: ring[ring.count - 1], in: books) {
        ring.append(next)
      }
    }
    return ring
  }

  private func fits(_ standIn: Int, for sick: Int, in books: CompanyBooks) -> Bool {
    let monday = (books.world.plan.firstNumber / 7 * 7 + 4) * 1440
    let duties = books.jobs[sick].rota.map { books.population.rota[Int($0)] }
    let person = books.jobs[standIn].person
    let free = duties.count { duty in
      let start = monday + duty.start
      return !books.population.isOnRota(person, from: start, to: start + duty.minutes)
    }
    return free * 5 >= duties.count * 4
  }
}
