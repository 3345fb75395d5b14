/// Who the companies are, what they may do, and for whom.
extension RegisterOutput {
  /// `bolag.csv` and `tillstånd.csv`.
  mutating func writeCompany(
    _ books: CompanyBooks, _ random: inout SeededGenerator,
    to sink: inout some WorldSink & ~Copyable
  ) throws {
    let (company, plan) = (books.company, books.world.plan)
    let longAgo = plan.firstNumber - Int32(random.between(200...6_000))
    // A new company has its permit some months before its first brukare.
    let founded = company.starts.map { $0 - 90 } ?? longAgo
    // Some share an office with another company, and nothing else.
    let office = random.chance(0.03) ? max(0, company.index - 1) : company.index
    write(company, isSuccessor: false, office: office, from: founded)
    let renewed = founded + Int32(random.between(100...2_000))
    if let successor = company.successor {
      write(company, isSuccessor: true, office: office, from: successor.from - 20)
      permit(company, isSuccessor: false, from: founded, to: successor.from + 20)
      permit(company, isSuccessor: true, from: successor.from - 10)
    } else if let lapse = books.world.permitLapses[company.index] {
      permit(company, isSuccessor: false, from: founded, to: lapse.last, told: lapse.told)
    } else if random.chance(0.15), renewed < plan.lastNumber {
      // A new permit takes over the next day, or within the two weeks of grace.
      let isLate = random.chance(0.3)
      permit(
        company, isSuccessor: false, from: founded, to: renewed, told: isLate ? renewed + 2 : nil)
      permit(company, isSuccessor: false, from: renewed + (isLate ? 11 : 1))
    } else {
      permit(company, isSuccessor: false, from: founded)
    }
    try companies.drain(to: &sink, .companyRegister)
    try permits.drain(to: &sink, .permits)
  }

  private mutating func write(_ company: Company, isSuccessor: Bool, office: Int, from: Int32) {
    let (number, name) = company.identity(isSuccessor: isSuccessor)
    companies.digits(number, width: 10)
    companies.field()
    companies.text(name)
    companies.text(";Sagostigen ")
    companies.digits(UInt64(office + 1))
    companies.text(", 000 00 Ingenstans;0999-")
    companies.digits(UInt64(company.index), width: 6)
    companies.text(";F-")
    companies.digits(UInt64(company.index), width: 6)
    companies.field()
    days.write(from, to: &companies)
    companies.field()
    if !isSuccessor, let successor = company.successor {
      days.write(successor.from + 45, to: &companies)
    }
    companies.endRow()
  }

  private mutating func permit(
    _ company: Company, isSuccessor: Bool, from: Int32, to: Int32? = nil, told: Int32? = nil
  ) {
    permits.digits(company.identity(isSuccessor: isSuccessor).organisationNumber, width: 10)
    permits.field()
    days.write(from, to: &permits)
    permits.field()
    if let to { days.write(to, to: &permits) }
    permits.field()
    if let told { days.write(told, to: &permits) }
    permits.endRow()
  }

  /// `beslut.csv`: a week's hours that cover the rotas of all who work for the brukare; now and
  /// then a second decision follows the first.
  mutating func writeDecisions(
    _ books: CompanyBooks, _ random: inout SeededGenerator,
    to sink: inout some WorldSink & ~Copyable
  ) throws {
    let (population, plan) = (books.population, books.world.plan)
    let range = population.brukareOfCompany[books.company.index]
    var minutes = [Int32](repeating: 0, count: range.count)
    for job in books.jobs where job.role != .paper {
      for number in job.rota {
        let duty = population.rota[Int(number)]
        minutes[Int(job.brukare[Int(duty.slot)]) - range.lowerBound] += duty.minutes
      }
    }
    for (place, brukare) in population.brukare[range].enumerated() {
      let hours = max(21, minutes[place] * 21 / 1200 + 1)
      var changes = [plan.firstNumber - Int32(random.between(30...1_500))]
      if random.chance(0.3) {
        changes.append(plan.firstNumber + Int32(random.below(max(1, plan.days - 60))))
      }
      if let successor = books.company.successor { changes.append(successor.from) }
      if let start = books.company.starts { changes = changes.map { max(start, $0) } }
      changes.sort()
      for (index, from) in changes.enumerated() {
        let until = index + 1 < changes.count ? changes[index + 1] - 1 : nil
        guard until.map({ from <= $0 }) ?? true else { continue }
        let more = Int32(random.below(1 + Int(hours) / 10))
        decision(brukare, books, from: from, to: until, hours: hours + more)
        try decisions.drain(to: &sink, .decisions)
      }
    }
  }

  private mutating func decision(
    _ brukare: Population.Brukare, _ books: CompanyBooks, from: Int32, to: Int32?, hours: Int32
  ) {
    let isSuccessor = books.company.isSuccessor(on: from)
    decisions.digits(UInt64(books.world.plan.kommuner[Int(brukare.kommun)].code), width: 4)
    decisions.field()
    decisions.digits(brukare.digits, width: 12)
    decisions.field()
    decisions.text(brukare.lagrum)
    decisions.field()
    days.write(from, to: &decisions)
    decisions.field()
    if let to { days.write(to, to: &decisions) }
    decisions.field()
    decisions.hours(Int64(hours) * 60)
    decisions.field()
    decisions.digits(
      books.company.identity(isSuccessor: isSuccessor).organisationNumber, width: 10)
    decisions.endRow()
  }
}
