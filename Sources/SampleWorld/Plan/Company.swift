import SickPay

/// An assistansbolag of the world, with the habits that it keeps throughout.
struct Company {
  var index: Int
  var organisationNumber: UInt64
  var name: String
  var bankgiro: UInt64
  /// Employees with a rota.
  var size: Int
  /// Where most of its brukare live, and where else, as indices into the plan's kommuner.
  var home: Int
  var elsewhere: [Int]
  var method: PayMethod
  var habits: Habits
  var cheating: Cheating?
}

/// What differs lawfully between companies, and how careful they are.
struct Habits {
  /// Vacant hours inside the karens hours are subtracted a second time.
  var subtractsVacancyTwice: Bool
  /// A night over a change of the clock is counted in real time, else by the wall clock.
  var countsRealTime: Bool
  /// Shifts after the fourteenth sick day are listed, though not paid.
  var listsLaterShifts: Bool
  /// A sick period over a month's end is claimed in two rows.
  var splitsAtMonthEnd: Bool
  /// One claim a month to each kommun, else one for each sick period and brukare.
  var claimsMonthly: Bool
  /// The day of the month on which it bills, 1…28.
  var billingDay: Int
  /// Months from the sickness to the bill.
  var billingLag: Int
  var paysWageSameMonth: Bool
  var writesDashes: Bool
  /// Shares, 0…1.
  var vacancy: Double
  var errors: Double
  var credits: Double
  /// The company's factor on its employees' sick spells.
  var sickness: Double
  /// The company's wages against the centre.
  var wages: Double
  var firstInvoice: Int
}

/// How a company cheats.
struct Cheating {
  var schemes: [Scheme]
  var intensity: Intensity
  /// The share of all its rows to be false, 0…1.
  var share: Double
  /// Employed on paper only.
  var paperStaff = 0
  /// Employees of other companies who also stand on this one's list.
  var borrowedStaff = 0
}

extension Company {
  init(index: Int, size: Int, cheating: Cheating?, plan: WorldPlan) {
    var random = SeededGenerator(seed: plan.seed, .company, index)
    self.index = index
    self.size = size
    self.cheating = cheating
    organisationNumber = Invented.organisationNumber(index, seed: plan.seed)
    name = Invented.companyName(index, seed: plan.seed)
    bankgiro = Invented.bankgiro(index, seed: plan.seed)
    let weights = plan.kommuner.map { Double($0.inhabitants) }
    home = random.weighted(weights)
    elsewhere = []
    for _ in 0..<min(4, size / 25 + random.below(2)) { elsewhere.append(random.weighted(weights)) }
    method = PayMethod(using: &random)
    habits = Habits(using: &random)
  }
}

extension PayMethod {
  fileprivate init(using random: inout SeededGenerator) {
    let agreements: [Agreement] = [.bransch, .fremia, .sobona, .none]
    agreement = agreements[random.weighted([0.5, 0.35, 0.05, 0.1])]
    vacationBase = VacationBase.allCases[random.weighted([0.6, 0.25, 0.15])]
    vacationOnSupplements = random.chance(0.5)
    agreementShare = agreement == .none ? 0 : Int64(random.between(40...70)) * 10
    roundsToKrona = random.chance(0.15)
  }
}

extension Habits {
  fileprivate init(using random: inout SeededGenerator) {
    subtractsVacancyTwice = random.chance(0.3)
    countsRealTime = random.chance(0.4)
    listsLaterShifts = random.chance(0.07)
    splitsAtMonthEnd = random.chance(0.15)
    claimsMonthly = random.chance(0.6)
    billingDay = random.between(3...26)
    billingLag = random.chance(0.8) ? 1 : 2
    paysWageSameMonth = random.chance(0.25)
    writesDashes = random.chance(0.3)
    let vacancyDraw = random.unit()
    vacancy = 0.15 * vacancyDraw * vacancyDraw
    // Median 4 %, so that most companies lie between 3 and 6 in a hundred and a few are sloppy.
    errors = min(0.15, 0.04 * random.logNormal(deviation: 0.4))
    credits = random.between(0.005...0.02)
    sickness = random.logNormal(deviation: 0.25)
    wages = 1 + 0.03 * random.normal()
    firstInvoice = random.between(1000...90_000)
  }
}
