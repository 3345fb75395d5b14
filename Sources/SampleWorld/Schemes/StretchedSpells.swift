/// Spells of some days are told as exactly seven, the last day without a certificate, or fourteen,
/// the last that the employer pays.
struct StretchedSpells: Cheat {
  func inventSpells(in books: inout CompanyBooks, share: Double) {
    var left = books.spellsToChange(share: share)
    for index in books.spells.indices.shuffled(using: &books.random) where left > 0 {
      let spell = books.spells[index]
      let days = spell.last - spell.first + 1
      guard spell.falseBy == nil, 2...11 ~= days else { continue }
      let isShort = days < 6 && books.random.chance(0.7)
      let told = Int32(books.draw(isShort ? .stretchedShort : .stretchedLong))
      let last = spell.first + told - 1
      let job = books.jobs[spell.job]
      let others = books.sickDays[spell.job].filter { $0.lowerBound != spell.first }
      // Clear of other spells on both sides, so that no relapse changes its fourteen days.
      guard last <= job.left,
        others.allSatisfy({ $0.upperBound + 6 <= spell.first || last + 6 <= $0.lowerBound }),
        books.population.hasShift(job: job, from: spell.last + 1, to: last)
      else { continue }
      books.spells[index].last = last
      books.spells[index].falseBy = .stretchedSpells
      books.sickDays[spell.job] = others + [spell.first...last]
      left -= 1
    }
  }
}
