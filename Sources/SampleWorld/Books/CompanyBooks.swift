/// One company's sick spells, lost shifts and claim rows, from nothing to numbered rows.
///
/// The spells come from the population, so that two employers of one person tell of the same days.
/// Everything else follows from the seed and the company, whichever company came before.
struct CompanyBooks {
  let world: World
  let company: Company
  let jobs: [Population.Job]
  var random: SeededGenerator
  var spells: [ToldSpell] = []
  var shifts: [LostShift] = []
  var rows: [ClaimRow] = []
  /// What substitutes really worked; kept only where registers are written.
  var turns: [WorkedTurn] = []
  /// Jobs whose employment ended before the day that the population knows, and their last day.
  var endedEarly: [Int: Int32] = [:]
  /// For each job, the days on which the company must take the assistant as sick.
  var sickDays: [[ClosedRange<Int32>]]
  /// For each job, the intervals in which the assistant stands in for somebody.
  var bookings: [[Range<Int32>]]
  /// Jobs that may stand in: those hired by the hour, and for each brukare those who know it.
  let pool: [Int]
  let teams: [[Int]]
  let helpers: [Int]

  init(_ index: Int, in world: World) {
    self.world = world
    company = world.companies[index]
    let population = world.population
    let jobs = Array(population.jobs[population.jobsOfCompany[index]])
    self.jobs = jobs
    random = SeededGenerator(seed: world.plan.seed, .books, index)
    sickDays = Array(repeating: [], count: jobs.count)
    bookings = Array(repeating: [], count: jobs.count)
    // Those with a second job stand in at home only, so that no one is booked by two companies.
    helpers = jobs.indices.filter { jobs[$0].isHome && jobs[$0].role != .paper }
    pool = helpers.filter { jobs[$0].role == .pool }
    let ordinary = helpers.filter { jobs[$0].role == .ordinary }
    teams = population.brukareOfCompany[index].map { brukare in
      ordinary.filter { jobs[$0].serves(Int32(brukare)) }
    }
  }

  /// Everything but the numbers that depend on the other companies.
  mutating func keep() {
    listHonestSpells()
    each { $0.inventSpells(in: &$1, share: $2) }
    listShifts()
    for index in spells.indices { findSubstitutes(for: index) }
    noteTurns()
    each { $0.bendSpells(in: &$1, share: $2) }
    writeRows()
    each { $0.falsifyRows(in: &$1, share: $2) }
    cheatSomehow()
    plantErrors()
    correct()
    repeatSome()
    goOnWithoutPermit()
  }

  /// An honest company's rows before anything is mistaken or corrected: who stood in where and
  /// when.
  mutating func keepHonestRows() {
    listHonestSpells()
    listShifts()
    for index in spells.indices { findSubstitutes(for: index) }
    writeRows()
  }

  private mutating func each(_ hook: (any Cheat, inout CompanyBooks, Double) -> Void) {
    guard let cheating = company.cheating else { return }
    for scheme in cheating.schemes { hook(scheme.cheat, &self, cheating.sharePerScheme) }
  }

  /// A company whose schemes found nothing to work on sends something twice.
  private mutating func cheatSomehow() {
    guard let cheating = company.cheating, !rows.contains(where: { $0.label != nil }) else {
      return
    }
    Resubmission().falsifyRows(in: &self, share: cheating.share)
  }

  var population: Population { world.population }
}
