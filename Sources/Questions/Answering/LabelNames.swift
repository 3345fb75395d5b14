import Ledger

/// The words for the keys of each group.
struct LabelNames {
  private let keys: [GroupKey]
  /// By key, groups long.
  private let codes: [[Int32]]
  private let groups: Int
  private let facts: Facts
  private let texts: TextDictionary
  private let names: QuestionNames

  init(
    _ keys: [GroupKey], _ codes: [[Int32]], groups: Int, _ facts: Facts,
    _ texts: TextDictionary, _ names: QuestionNames
  ) {
    (self.keys, self.codes, self.groups, self.facts) = (keys, codes, groups, facts)
    (self.texts, self.names) = (texts, names)
  }

  /// Groups long; each name is made once.
  var labels: [[Answer.Label]] {
    var known = keys.map { _ in [Int32: Answer.Label]() }
    return (0..<groups).map { group in
      keys.indices.map { key in
        let code = codes[key][group]
        if let label = known[key][code] { return label }
        let label = Answer.Label(
          text: text(keys[key], code),
          company: keys[key] == .company ? CompanyID(cell: code) : nil)
        known[key][code] = label
        return label
      }
    }
  }

  private func text(_ key: GroupKey, _ code: Int32) -> String? {
    switch key {
    case .kommun: KommunCode(cell: code).description
    case .company: names.company(CompanyID(cell: code))
    case .assistent: names.person(PersonID(cell: code), .assistent)
    case .brukare: names.person(PersonID(cell: code), .brukare)
    case .sickMonth, .receivedMonth: Month(cell: code).description
    case .sickQuarter, .receivedQuarter: "\(code / 4)-K\(code % 4 + 1)"
    case .sickYear, .receivedYear: "\(code)"
    case .agreement: code < 0 ? nil : texts[TextID(cell: code)]
    case .indicator: facts.indicatorNames[Int(code)]
    }
  }
}
