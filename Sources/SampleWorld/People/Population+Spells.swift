import SickPay

/// Draws the days on which people fall sick: more in winter than in summer.
struct SickSeason {
  private let from: Int32
  private var cumulative: [Double] = []

  init(plan: WorldPlan) {
    let months = [1.6, 1.5, 1.3, 0.9, 0.8, 0.7, 0.5, 0.7, 1.0, 1.1, 1.1, 1.2]
    from = plan.firstNumber
    var total = 0.0
    for number in plan.firstNumber...plan.lastNumber {
      total += months[Day(number: number).civil.month - 1]
      cumulative.append(total)
    }
  }

  func draw(using random: inout SeededGenerator) -> Int32 {
    let target = random.unit() * (cumulative.last ?? 0)
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > target { high = middle } else { low = middle + 1 }
    }
    return from + Int32(low)
  }
}

/// How long a sickness lasts: most one or two days, 55 % at most three, 87 % at most seven, 11 %
/// two weeks or more (SCB, KSju 2010–2013; Försäkringskassan analyserar 2006:1).
enum SpellLength {
  private static let upTo13 = [
    0.24, 0.19, 0.12, 0.11, 0.09, 0.05, 0.07, 0.004, 0.003, 0.004, 0.003, 0.003, 0.003,
  ]

  static func draw(using random: inout SeededGenerator) -> Int32 {
    var rest = random.unit()
    for (index, share) in upTo13.enumerated() {
      rest -= share
      if rest < 0 { return Int32(index + 1) }
    }
    // The long ones: two weeks and on, a month on average.
    return 14 + Int32(min(300, 16 * random.gamma(shape: 0.9)))
  }
}

extension Population {
  /// Sick spells in a year of an employee, before those that no shift is lost in.
  private static let spellsPerYear = 1.45

  /// Negative binomial for each employee, times the company's effect and the season's; relapses
  /// within five days; outbreaks among those who work with one brukare.
  mutating func fallSick(plan: WorldPlan, companies: [Company]) {
    let season = SickSeason(plan: plan)
    var found: [(person: Int32, spell: Spell)] = []
    spells.reserveCapacity(persons.count * 4)
    spellsOfPerson.reserveCapacity(persons.count)
    for company in companies {
      var random = SeededGenerator(seed: plan.seed, .spells, company.index)
      found.removeAll(keepingCapacity: true)
      let home = jobs[jobsOfCompany[company.index]].filter { $0.isHome }
      for job in home where job.role == .ordinary {
        if job.isBrief { addBriefSpell(of: job, to: &found, using: &random) }
        let mean =
          Population.spellsPerYear * plan.years * company.habits.sickness
          * random.gamma(shape: 0.8)
        for _ in 0..<random.poisson(mean: min(mean, 200)) {
          addSpell(of: job.person, on: season.draw(using: &random), to: &found, using: &random)
        }
      }
      addOutbreaks(at: company, home, season, plan, to: &found)
      found.sort { ($0.person, $0.spell.first) < ($1.person, $1.spell.first) }
      append(found, persons: home.map(\.person))
    }
  }

  private func addSpell(
    of person: Int32, on day: Int32, to found: inout [(person: Int32, spell: Spell)],
    using random: inout SeededGenerator
  ) {
    let first = nextWorkingDay(of: person, from: day)
    let spell = Spell(first: first, last: first + SpellLength.draw(using: &random) - 1)
    found.append((person, spell))
    if random.chance(0.06) {
      let again = spell.last + Int32(random.between(2...5))
      found.append(
        (person, Spell(first: again, last: again + SpellLength.draw(using: &random) - 1)))
    }
  }

  /// Some of those employed for some weeks fall sick at once when they have a right to sick pay.
  private func addBriefSpell(
    of job: Job, to found: inout [(person: Int32, spell: Spell)],
    using random: inout SeededGenerator
  ) {
    guard random.chance(0.7), job.left - job.hired > 14 else { return }
    let day = job.hired + 14 + Int32(random.below(Int(job.left - job.hired - 14)))
    let first = nextWorkingDay(of: job.person, from: day)
    found.append((job.person, Spell(first: first, last: first + Int32(random.below(4)))))
  }

  /// One calls in sick on a day with a shift.
  private func nextWorkingDay(of person: Int32, from day: Int32) -> Int32 {
    for later: Int32 in 0..<7 where hasShift(person, on: day + later) { return day + later }
    return day
  }

  private func hasShift(_ person: Int32, on day: Int32) -> Bool {
    let who = persons[Int(person)]
    let ids = who.secondJob >= 0 ? [who.homeJob, who.secondJob] : [who.homeJob]
    return ids.contains { hasShift(job: jobs[Int($0)], from: day, to: day) }
  }

  /// Whether any shift of the job starts on the days.
  func hasShift(job: Job, from first: Int32, to last: Int32) -> Bool {
    guard first <= last else { return false }
    if last - first >= 6 { return !job.rota.isEmpty }
    return job.rota.contains { index in
      let weekday = rota[Int(index)].start / 1440
      return (first...last).contains { ($0 + 3) % 7 == weekday }
    }
  }

  private func addOutbreaks(
    at company: Company, _ home: [Job], _ season: SickSeason, _ plan: WorldPlan,
    to found: inout [(person: Int32, spell: Spell)]
  ) {
    var random = SeededGenerator(seed: plan.seed, .outbreaks, company.index)
    for brukare in brukareOfCompany[company.index] {
      for _ in 0..<random.poisson(mean: 0.2 * plan.years) {
        let day = season.draw(using: &random)
        for job in home where job.role == .ordinary && job.serves(Int32(brukare)) {
          guard random.chance(0.4) else { continue }
          let first = nextWorkingDay(of: job.person, from: day + Int32(random.below(5)))
          found.append((job.person, Spell(first: first, last: first + Int32(random.below(6)))))
        }
      }
    }
  }

  /// Spells that meet or overlap an earlier one fall away: they would be one period.
  private mutating func append(
    _ found: [(person: Int32, spell: Spell)], persons order: [Int32]
  ) {
    var next = 0
    for person in order {
      let begin = Int32(spells.count)
      var free = Int32.min
      while next < found.count, found[next].person == person {
        let spell = found[next].spell
        if spell.first > free {
          spells.append(spell)
          free = spell.last + 1
        }
        next += 1
      }
      spellsOfPerson.append(begin..<Int32(spells.count))
    }
  }
}

extension Population.Job {
  func serves(_ id: Int32) -> Bool {
    brukare[0] == id || brukare[1] == id || brukare[2] == id
  }
}
