/// Everybody in the world, in flat arrays; who is a number, an index into them.
///
/// Persons lie by home company, jobs by company, so a company's are one range. All is planned
/// before the first row is written: some 200 bytes for each assistant, and the only thing that
/// grows with the world.
struct Population {
  struct Person {
    var digits: UInt64
    var born: Int32
    var homeJob: Int32
    /// −1 without one.
    var secondJob: Int32
  }

  enum Role: UInt8 {
    /// Has a rota, falls sick, helps out when off.
    case ordinary
    /// Hired by the hour to stand in; has no rota to lose.
    case pool
    /// Employed on paper only.
    case paper
  }

  enum EmploymentForm: String {
    case permanent = "tillsvidare"
    case temporary = "visstid"
    case hourly = "timanställd"
  }

  struct Job {
    var person: Int32
    var company: Int32
    /// One to three brukare; −1 where there are fewer.
    var brukare: [3 of Int32]
    var rota: Range<Int32>
    /// Waking minutes a week at this company.
    var weeklyMinutes: Int32
    var hired: Int32
    /// The last day, `Int32.max` where no end is known.
    var left: Int32
    /// Öre an hour in 2025.
    var wage: Int32
    /// The month of a raise of one's own, as 12 · year + month, and the raise in thousandths.
    var raisedFrom: Int32
    var raise: Int32
    var role: Role
    var form: EmploymentForm
    var isHome: Bool

    /// Agreed for less than a month.
    var isBrief: Bool { left < Int32.max && left - hired < 29 }
  }

  struct Brukare {
    var digits: UInt64
    var kommun: Int32
    var hasOnlyLSS: Bool

    /// What the assistance rests on.
    var lagrum: StaticString { hasOnlyLSS ? "LSS9" : "SFB51" }
  }

  /// A sickness, from first to last day, the same at every employer.
  struct Spell {
    var first: Int32
    var last: Int32
  }

  var persons: [Person] = []
  var jobs: [Job] = []
  var rota: [RotaShift] = []
  var brukare: [Brukare] = []
  /// Companies long.
  var jobsOfCompany: [Range<Int>] = []
  var brukareOfCompany: [Range<Int>] = []
  var spells: [Spell] = []
  /// Persons long.
  var spellsOfPerson: [Range<Int32>] = []

  /// The shifts that a person never can work over: the rotas of all jobs.
  func isOnRota(_ person: Int32, from start: Int32, to end: Int32) -> Bool {
    let who = persons[Int(person)]
    if isOnRota(job: who.homeJob, from: start, to: end) { return true }
    return who.secondJob >= 0 && isOnRota(job: who.secondJob, from: start, to: end)
  }

  private func isOnRota(job: Int32, from start: Int32, to end: Int32) -> Bool {
    let weekStart = Int32(WallMinute.ofWeek(start))
    let week = Int32(SupplementClock.week)
    for index in jobs[Int(job)].rota {
      let shift = rota[Int(index)]
      let after = weekStart - shift.start
      if (after < 0 ? after + week : after) < shift.minutes { return true }
      if (after > 0 ? week - after : -after) < end - start { return true }
    }
    return false
  }
}
