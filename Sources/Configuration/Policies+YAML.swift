import SickPay

extension Policies {
  private static let keys = [
    "ersätter_vab", "semester_på_karens", "semester_underlag", "ersätter_vakanser",
    "begärs_inom_månader", "tar_fakturor",
  ]

  /// Reads and checks the policies of all kommuner; nothing is assumed for what is missing.
  init(yaml text: String) throws(ConfigurationError) {
    let root = try YAMLSection(yaml: text)
    try root.requireKeys(["grund", "kommuner"])
    let common = try root.dated("grund", keys: Self.keys, value: policy)
    let section = try root.section("kommuner")
    var differing: [Int32: Dated<Policy>] = [:]
    for code in section.keys {
      guard code.utf8.count == 4,
        code.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
        let number = Int32(code)
      else {
        throw section.error(.notAKommun(key: code), at: code)
      }
      if differing[number] != nil { throw section.error(.repeated(key: code), at: code) }
      differing[number] = try section.dated(code, keys: Self.keys, value: policy)
    }
    self.init(common: common, differing: differing)
  }
}

private func policy(_ section: YAMLSection) throws(ConfigurationError) -> Policy {
  var bases: Set<Policy.HolidayPayBase> = []
  for word in try section.texts("semester_underlag") {
    guard let base = Policy.HolidayPayBase(rawValue: word) else {
      let known = Policy.HolidayPayBase.allCases.map(\.rawValue)
      throw section.error(
        .notOneOf(key: "semester_underlag", known: known), at: "semester_underlag")
    }
    bases.insert(base)
  }
  if bases.isEmpty {
    throw section.error(.missing(key: "semester_underlag"), at: "semester_underlag")
  }
  let hasMonths = try section.text("begärs_inom_månader") != "okänt"
  return Policy(
    reimbursesParentalLeave: try section.answer("ersätter_vab"),
    holidayPayOnKarens: try section.answer("semester_på_karens"), holidayPayBases: bases,
    reimbursesVacancies: try section.answer("ersätter_vakanser"),
    claimMonths: hasMonths ? try section.count("begärs_inom_månader") : nil,
    takesInvoices: try section.answer("tar_fakturor"))
}

private enum Answer: String, CaseIterable {
  case yes = "ja"
  case no = "nej"
  case unknown = "okänt"
}

extension YAMLSection {
  fileprivate func answer(_ key: String) throws(ConfigurationError) -> Bool? {
    switch try choice(key, of: Answer.self) {
    case .yes: true
    case .no: false
    case .unknown: nil
    }
  }
}
