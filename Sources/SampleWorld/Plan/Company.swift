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
  /// The day on which it takes on its first employees, for an honest company that starts within the
  /// plan.
  var starts: Int32?
  /// Goes on in its place, for a company that rises again under another number.
  var successor: Successor?
}

/// The new number under which the same people go on.
struct Successor {
  var organisationNumber: UInt64
  var name: String
  /// The first day of the new company; absences from then on are its.
  var from: Int32
  var firstInvoice: Int
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
  /// Every brukare is an employment of its own, with its own week and karens.
  var employsPerBrukare: Bool
  /// Most of the staff is hired within the plan.
  var isGrowing: Bool
  /// The month in which all wages are raised.
  var revisionMonth: Int
  /// Certificates are written from the first sick day, though due only from the eighth.
  var certifiesFromFirstDay: Bool
  var omitted: OmittedColumns
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
    if cheating?.schemes.contains(.phoenix) ?? false {
      successor = Successor(of: index, plan: plan, using: &random)
    }
  }

  /// The number and the name that a row of before or after the change of company carries.
  func identity(isSuccessor: Bool) -> (organisationNumber: UInt64, name: String) {
    guard isSuccessor, let successor else { return (organisationNumber, name) }
    return (successor.organisationNumber, successor.name)
  }

  func isSuccessor(on day: Int32) -> Bool { successor.map { day >= $0.from } ?? false }
}

extension Successor {
  /// About the middle of the plan; `nil` where the plan is too short for two companies.
  fileprivate init?(of index: Int, plan: WorldPlan, using random: inout SeededGenerator) {
    guard plan.days >= 400 else { return nil }
    let number = plan.companies + index
    organisationNumber = Invented.organisationNumber(number, seed: plan.seed)
    name = Invented.companyName(number, seed: plan.seed)
    from = plan.firstNumber + Int32(plan.days * random.between(40...55) / 100)
    firstInvoice = random.between(1...900)
  }
}

extension PayMethod {
  fileprivate init(using random: inout SeededGenerator) {
    let agreements: [Agreement] = [.bransch, .fremia, .sobona, .none]
    agreement = agreements[random.weighted([0.5, 0.35, 0.05, 0.1])]
    vacationBase = VacationBase.allCases[random.weighted([0.6, 0.25, 0.15])]
    vacationOnSupplements = random.chance(0.5)
    agreementShare = agreement == .none ? 0 : Int64(random.between(40...70)) * 10
    agreementBase = random.chance(0.8) ? .pay : .payAndFee
    rounding = Rounding.allCases[random.weighted([0.8, 0.15, 0.05])]
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
    employsPerBrukare = random.chance(0.04)
    isGrowing = random.chance(0.06)
    revisionMonth = [1, 4, 10][random.weighted([0.4, 0.3, 0.3])]
    certifiesFromFirstDay = random.chance(0.15)
    omitted = OmittedColumns(using: &random)
  }
}
