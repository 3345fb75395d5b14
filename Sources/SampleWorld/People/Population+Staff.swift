import SickPay

/// The world holds more people than there are test numbers for.
public struct TooManyPersons: Error, Equatable {}

extension Population {
  init(plan: WorldPlan, companies: [Company]) throws(TooManyPersons) {
    let employees = companies.reduce(0) { $0 + $1.size }
    guard employees <= TestNumbers.assistants(plan).capacity else { throw TooManyPersons() }
    var staff = Staff(plan: plan, companies: companies)
    staff.giveSecondJobs()
    try enrol(staff, plan: plan)
    var numbers = TestNumbers.brukare(plan)
    for company in companies { try placeBrukare(of: company, plan: plan, &numbers) }
    var second = 0
    for company in companies {
      let begin = jobs.count
      for person in staff.range(of: company.index) {
        employ(staff.entries[person], at: company, isHome: true, plan: plan)
      }
      while second < staff.secondJobs.count, staff.secondJobs[second].company == company.index {
        employ(
          staff.entries[staff.secondJobs[second].person], at: company, isHome: false, plan: plan)
        second += 1
      }
      jobsOfCompany.append(begin..<jobs.count)
    }
    fallSick(plan: plan, companies: companies)
  }

  private mutating func enrol(_ staff: Staff, plan: WorldPlan) throws(TooManyPersons) {
    var numbers = TestNumbers.assistants(plan)
    persons.reserveCapacity(staff.entries.count)
    for _ in staff.entries {
      guard let (digits, born) = numbers.draw() else { throw TooManyPersons() }
      persons.append(Person(digits: digits, born: born.number, homeJob: -1, secondJob: -1))
    }
  }

  /// About one brukare to every four employees, so that a team is six to eight.
  private mutating func placeBrukare(
    of company: Company, plan: WorldPlan, _ numbers: inout TestNumbers
  ) throws(TooManyPersons) {
    var random = SeededGenerator(seed: plan.seed, .staff, company.index)
    let begin = brukare.count
    for _ in 0..<max(1, company.size * 23 / 100) {
      guard let (digits, _) = numbers.draw() else { throw TooManyPersons() }
      let isElsewhere = !company.elsewhere.isEmpty && random.chance(0.3)
      let kommun =
        isElsewhere ? company.elsewhere[random.below(company.elsewhere.count)] : company.home
      brukare.append(
        Brukare(digits: digits, kommun: Int32(kommun), hasOnlyLSS: random.chance(0.13)))
    }
    brukareOfCompany.append(begin..<brukare.count)
  }

  private mutating func employ(
    _ entry: Staff.Entry, at company: Company, isHome: Bool, plan: WorldPlan
  ) {
    var random = SeededGenerator(seed: plan.seed, .rota, entry.person)
    let begin = Int32(rota.count)
    if entry.role != .pool {
      // Both jobs make the whole week from the same numbers, and each takes its own part.
      let week = Rota(hasSecondJob: entry.second >= 0, using: &random)
      rota += week.shifts.filter { $0.isSecondJob != isHome }
    }
    let end = Int32(rota.count)
    var own = SeededGenerator(seed: plan.seed, .staff, -1 - 2 * entry.person - (isHome ? 0 : 1))
    let slots = assignSlots(begin..<end, at: company, using: &own)
    let terms = Employment(
      entry.role, isHome: isHome, isGrowing: company.habits.isGrowing, plan: plan, using: &own
    ).beginning(noEarlierThan: company.starts, plan: plan)
    let person = persons[entry.person]
    let adult = Day(number: person.born).adding(months: 12 * 18).number
    let waking = rota[Int(begin)..<Int(end)].reduce(0) { $0 + ($1.isJour ? 0 : $1.minutes) }
    let wage = 165 * company.habits.wages + 9 * own.normal()
    let (raisedFrom, raise) = drawRaise(plan, using: &own)
    if isHome {
      persons[entry.person].homeJob = Int32(jobs.count)
    } else {
      persons[entry.person].secondJob = Int32(jobs.count)
    }
    jobs.append(
      Job(
        person: Int32(entry.person), company: Int32(company.index), brukare: slots,
        rota: begin..<end, weeklyMinutes: waking, hired: max(terms.hired, adult), left: terms.left,
        wage: Int32(max(142, wage) * 20) * 5, raisedFrom: raisedFrom, raise: raise,
        role: entry.role, form: terms.form, isHome: isHome))
  }

  /// One in seven gets a raise of their own in some month of the plan.
  private func drawRaise(
    _ plan: WorldPlan, using random: inout SeededGenerator
  ) -> (from: Int32, raise: Int32) {
    guard random.chance(0.15) else { return (.max, 0) }
    let date = plan.from.advanced(by: random.below(plan.days)).civil
    return (Int32(date.year * 12 + date.month), Int32(random.between(20...70)))
  }

  /// One to three brukare, each with a shift of its own as far as the shifts go.
  private mutating func assignSlots(
    _ range: Range<Int32>, at company: Company, using random: inout SeededGenerator
  ) -> [3 of Int32] {
    let all = brukareOfCompany[company.index]
    var slots: [3 of Int32] = [Int32(all.lowerBound + random.below(all.count)), -1, -1]
    let wanted = min(all.count, range.count, 1 + random.weighted([0.55, 0.3, 0.15]))
    var count = 1
    while count < wanted {
      let candidate = Int32(all.lowerBound + random.below(all.count))
      if candidate != slots[0], candidate != slots[1] {
        slots[count] = candidate
        count += 1
      }
    }
    for (order, index) in range.enumerated() {
      let follows = rota[Int(index)].isJour && order > 0
      let slot = order < count ? order : random.below(count)
      rota[Int(index)].slot = follows ? rota[Int(index) - 1].slot : UInt8(slot)
    }
    return slots
  }
}

extension Employment {
  /// Taken on in the first two months of a company that starts within the plan, for as long as is
  /// left of the employment then.
  fileprivate func beginning(noEarlierThan day: Int32?, plan: WorldPlan) -> Employment {
    guard let day, hired < day else { return self }
    var later = self
    later.hired = day + (day - hired) % 60
    later.left = left == .max ? .max : later.hired + left - max(hired, plan.firstNumber)
    return later
  }
}

/// When and how somebody is employed.
private struct Employment {
  var hired: Int32
  var left = Int32.max
  var form: Population.EmploymentForm

  init(
    _ role: Population.Role, isHome: Bool, isGrowing: Bool, plan: WorldPlan,
    using random: inout SeededGenerator
  ) {
    let isBrief = role == .ordinary && isHome && plan.days > 120 && random.chance(0.012)
    let isNew = role == .paper || isBrief || random.chance(isGrowing ? 0.65 : 0.2)
    if isNew {
      // A company that grows hires more and more.
      let part = isGrowing ? random.unit().squareRoot() : random.unit() * 2 / 3
      hired = plan.firstNumber + Int32(Double(plan.days - 1) * part)
    } else {
      // A month to twenty years ago, four years on average.
      let years = min(20, 4 * random.gamma(shape: 1))
      hired = plan.firstNumber - 30 - Int32(years * 365)
    }
    form =
      !isHome || role == .pool ? .hourly : random.chance(0.7) ? .permanent : .temporary
    if isBrief {
      // The fourteen days that give a right to sick pay, and up to a fortnight more.
      left = hired + Int32(random.between(17...28))
      form = .temporary
    } else if role == .paper {
      left = hired + Int32(random.between(200...420))
      form = .temporary
    } else if form == .temporary || random.chance(0.12) {
      // At least half a year.
      left = max(hired, plan.firstNumber) + 180 + Int32(random.below(plan.days))
    }
  }
}
