/// Assistants are said to be sick here in the very minutes in which they stand in elsewhere: at
/// another company that also employs them, or with another brukare of this one.
struct SickHereWorksThere: Cheat {
  var addsRows: Bool { true }

  func staffNeeded(
    falseRows: Double, _ parameters: SchemeParameters
  ) -> (paper: Int, borrowed: Int) {
    let each = Double(parameters[.borrowedRowsEach].lowerBound)
    return (0, max(1, Int((0.6 * falseRows / each).rounded(.up))))
  }

  func bendSpells(in books: inout CompanyBooks, share: Double) {
    var left = books.spellsToAdd(share: share, claimedOnly: true)
    var elsewhere = turnsElsewhere(of: books).shuffled(using: &books.random)
    var here = turnsHere(of: books).shuffled(using: &books.random)
    while left > 0, !(elsewhere.isEmpty && here.isEmpty) {
      let isElsewhere = here.isEmpty || !elsewhere.isEmpty && books.happens(.sickElsewhere)
      guard let turn = isElsewhere ? elsewhere.popLast() : here.popLast() else { return }
      if tell(turn, in: &books) { left -= 1 }
    }
  }

  /// A job here, and when its holder works somewhere else.
  private typealias Turn = (job: Int, minutes: Range<Int32>)

  private func turnsHere(of books: CompanyBooks) -> [Turn] {
    let ordinary = books.jobs.indices.filter {
      books.jobs[$0].isHome && books.jobs[$0].role == .ordinary
    }
    let jobs = Dictionary(uniqueKeysWithValues: ordinary.map { (books.jobs[$0].person, $0) })
    return books.spells.filter(\.isClaimed).flatMap { turns(books.shifts[$0.shifts], of: jobs) }
  }

  /// The lists of up to three honest companies that most of the second-jobbers come from.
  private func turnsElsewhere(of books: CompanyBooks) -> [Turn] {
    var jobsByCompany: [Int: [Int]] = [:]
    for job in books.jobs.indices where !books.jobs[job].isHome {
      let person = books.population.persons[Int(books.jobs[job].person)]
      let home = Int(books.population.jobs[Int(person.homeJob)].company)
      if books.world.companies[home].cheating == nil {
        jobsByCompany[home, default: []].append(job)
      }
    }
    let partners = jobsByCompany.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return partners.prefix(3).flatMap { partner, jobs -> [Turn] in
      var other = CompanyBooks(partner, in: books.world)
      other.keepHonestRows()
      let holders = Dictionary(uniqueKeysWithValues: jobs.map { (books.jobs[$0].person, $0) })
      return other.rows.flatMap { turns(other.shifts[$0.shifts], of: holders) }
    }
  }

  private func turns(_ shifts: ArraySlice<LostShift>, of jobs: [Int32: Int]) -> [Turn] {
    shifts.compactMap { shift in
      guard !shift.isJour, let job = jobs[shift.substitute] else { return nil }
      return (job, shift.coveredMinutes)
    }
  }

  private func tell(_ turn: Turn, in books: inout CompanyBooks) -> Bool {
    let start = turn.minutes.lowerBound + Int32(books.draw(.sickOffset) * 30)
    let length = Int32(books.random.between(12...17) * 30)
    let day = WallMinute.day(start)
    let first = day - Int32(books.random.below(3))
    var spell = ToldSpell(job: turn.job, first: first, last: day + Int32(books.random.below(4)))
    spell.madeUpShift = start..<start + length
    guard (start..<start + length).overlaps(turn.minutes),
      day <= books.world.plan.lastNumber - 60,
      books.invent(spell, by: .sickHereWorksThere)
    else { return false }
    let index = books.spells.count - 1
    books.listShifts(of: index)
    books.findSubstitutes(for: index)
    return true
  }
}
