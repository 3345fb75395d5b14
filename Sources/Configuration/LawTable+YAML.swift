import SickPay

extension LawTable {
  /// Reads and checks a whole law table; nothing is assumed for what is missing.
  init(yaml text: String) throws(ConfigurationError) {
    let root = try YAMLSection(yaml: text)
    try root.requireKeys([
      "sjuklön_procent", "karens", "återinsjuknande_dagar", "sjuklöneperiod_dagar",
      "karensavdrag_per_tolv_månader", "läkarintyg", "kvalifikationstid_dagar",
      "assistans_från_ålder", "tillstånd_frist_dagar", "statlig_ersättning", "arbetsgivaravgift",
      "avtal",
    ])
    var agreements: [AgreementTerms] = []
    for section in try root.list("avtal") { agreements.append(try AgreementTerms(section)) }
    self.init(
      sickPayShare: try root.percentages("sjuklön_procent"),
      karens: try root.dated("karens", keys: ["regel"], optional: ["procent"], value: karensRule),
      sickPeriod: SickPeriodLaw(
        relapseDays: try root.counts("återinsjuknande_dagar"),
        payableDays: try root.counts("sjuklöneperiod_dagar")),
      deductionsAYear: try root.counts("karensavdrag_per_tolv_månader"),
      certificate: try root.dated("läkarintyg", keys: ["från_dag"], value: certificateRule),
      qualifyingDays: try root.counts("kvalifikationstid_dagar"),
      assistanceAge: try root.counts("assistans_från_ålder"),
      permitGraceDays: try root.counts("tillstånd_frist_dagar"),
      stateScheme: try root.dated("statlig_ersättning", keys: ["del"]) {
        section throws(ConfigurationError) in
        try section.choice("del", of: StateScheme.self)
      },
      employerFee: try EmployerFees(try root.section("arbetsgivaravgift")),
      agreements: agreements)
  }
}

private func karensRule(_ section: YAMLSection) throws(ConfigurationError) -> KarensRule {
  switch try section.text("regel") {
  case "karensdag": return .firstDay
  case "karensavdrag": return .deduction(try section.percentage("procent"))
  default:
    throw section.error(.notOneOf(key: "regel", known: ["karensdag", "karensavdrag"]), at: "regel")
  }
}

private func certificateRule(_ section: YAMLSection) throws(ConfigurationError) -> CertificateRule {
  try section.text("från_dag") == "aldrig" ? .never : .fromDay(try section.count("från_dag"))
}

extension YAMLSection {
  fileprivate func percentages(_ key: String) throws(ConfigurationError) -> Dated<Percentage> {
    try dated(key, keys: ["procent"]) { section throws(ConfigurationError) in
      try section.percentage("procent")
    }
  }

  fileprivate func counts(_ key: String) throws(ConfigurationError) -> Dated<Int> {
    try dated(key, keys: ["antal"]) { section throws(ConfigurationError) in
      try section.count("antal")
    }
  }
}

extension EmployerFees {
  fileprivate init(_ section: YAMLSection) throws(ConfigurationError) {
    try section.requireKeys([
      "full", "äldre", "äldre_från_ålder", "födda_1937_eller_tidigare", "unga", "lägst_för_alla",
    ])
    self.init(
      full: try section.percentages("full"), older: try section.percentages("äldre"),
      olderFromAge: try section.counts("äldre_från_ålder"),
      bornBefore1938: try section.percentages("födda_1937_eller_tidigare"),
      youth: try section.dated("unga", keys: ["nedsättningar"], value: reliefs),
      lowestForAll: try section.percentages("lägst_för_alla"))
  }
}

private func reliefs(
  _ entry: YAMLSection
) throws(ConfigurationError) -> [EmployerFees.YouthRelief] {
  var reliefs: [EmployerFees.YouthRelief] = []
  for section in try entry.list("nedsättningar") {
    try section.requireKeys(["åldrar", "procent"], optional: ["tak"])
    let ages = try section.text("åldrar").split(separator: "-").compactMap { Int($0) }
    guard ages.count == 2, ages[0] <= ages[1] else {
      throw section.error(.notANumber(key: "åldrar"), at: "åldrar")
    }
    let isUnknown = try section.text("procent") == "okänt"
    let ceiling = section.has("tak") ? try section.number("tak", in: 0...1e7) : nil
    reliefs.append(
      EmployerFees.YouthRelief(
        ages: ages[0]...ages[1], fee: isUnknown ? nil : try section.percentage("procent"),
        ceiling: ceiling.map { Ore(Int64($0) * 100) }))
  }
  return reliefs
}

extension AgreementTerms {
  fileprivate init(_ section: YAMLSection) throws(ConfigurationError) {
    try section.requireKeys([
      "namn", "skrivs", "ob", "semesterersättning", "avtalskostnad", "lägsta_timlön",
    ])
    self.init(
      name: try section.text("namn"), spellings: try section.texts("skrivs"),
      supplements: try section.dated("ob", keys: ["kväll", "natt", "helg"]) {
        section throws(ConfigurationError) in
        SupplementSteps(
          evening: try section.wage("kväll"), night: try section.wage("natt"),
          weekend: try section.wage("helg"))
      },
      holidayPay: try section.dated("semesterersättning", keys: ["steg"], value: holidayPaySteps),
      agreementCost: try section.dated("avtalskostnad", keys: ["minst", "högst"]) {
        section throws(ConfigurationError) in
        let (low, high) = (try section.percentage("minst"), try section.percentage("högst"))
        guard low <= high else {
          throw section.error(.outOfRange(key: "minst", low: 0, high: 100), at: "minst")
        }
        return low...high
      },
      minimumWage: try section.dated("lägsta_timlön", keys: ["kronor"]) {
        section throws(ConfigurationError) in
        try section.wage("kronor")
      })
  }
}

private func holidayPaySteps(
  _ entry: YAMLSection
) throws(ConfigurationError) -> [HolidayPayStep] {
  var steps: [HolidayPayStep] = []
  for section in try entry.list("steg") {
    try section.requireKeys(["ålder", "procent"])
    let step = HolidayPayStep(
      fromAge: try section.count("ålder"), percent: try section.percentage("procent"))
    let isInOrder = steps.last.map { $0.fromAge < step.fromAge } ?? (step.fromAge == 0)
    guard isInOrder else {
      throw section.error(.outOfRange(key: "ålder", low: 0, high: 1_000), at: "ålder")
    }
    steps.append(step)
  }
  return steps
}
