import SickPay

/// What the kommuner's policies say of a price, by kommun and period.
struct PolicyPeriods: Sendable {
  struct Terms: Sendable {
    /// Whether semesterersättning may be a percentage of the full wage, or of the sick pay only.
    var admitsFullWage: Bool
    var admitsSickPay: Bool
    /// Whether it may be given on karens hours, and whether it must.
    var admitsKarens: Bool
    var demandsKarens: Bool
  }

  /// By kommunkod: the place of its first period in `terms`.
  private var places: [Int32]
  private var terms: [Terms] = []

  init(_ policies: Policies, _ starts: [Day]) {
    places = Array(repeating: 0, count: 10_000)
    append(policies.common, starts)
    for (kommun, dated) in policies.differing.sorted(by: { $0.key < $1.key }) {
      places[Int(kommun)] = Int32(terms.count)
      append(dated, starts)
    }
  }

  private mutating func append(_ dated: Dated<Policy>, _ starts: [Day]) {
    for day in starts {
      let policy = dated[day]?.value
      terms.append(
        Terms(
          admitsFullWage: policy?.holidayPayBases.contains(.fullWage) ?? true,
          admitsSickPay: policy?.holidayPayBases.contains(.sickPay) ?? true,
          admitsKarens: policy?.holidayPayOnKarens ?? true,
          demandsKarens: policy?.holidayPayOnKarens ?? false))
    }
  }

  /// - Parameter kommun: The kommunkod as a number, 0…9,999.
  func terms(kommun: Int32, _ period: Int) -> Terms {
    terms[Int(places[Int(kommun)]) + period]
  }
}
