import SickPay

/// What the kommuner's policies say of a price, flattened by kommun and month.
struct MonthlyPolicies: Sendable {
  struct Terms: Sendable {
    /// Whether semesterersättning may be a percentage of the full wage, or of the sick pay only.
    var admitsFullWage: Bool
    var admitsSickPay: Bool
    /// Whether it may be given on karens hours, and whether it must.
    var admitsKarens: Bool
    var demandsKarens: Bool
  }

  /// By kommunkod: the place of its first month in `terms`.
  private var places: [Int32]
  private var terms: [Terms] = []

  init(_ policies: Policies) {
    places = Array(repeating: 0, count: 10_000)
    append(policies.common)
    for (kommun, dated) in policies.differing.sorted(by: { $0.key < $1.key }) {
      places[Int(kommun)] = Int32(terms.count)
      append(dated)
    }
  }

  private mutating func append(_ dated: Dated<Policy>) {
    for place in 0..<MonthlyLaw.months {
      let month = Int(MonthlyLaw.firstMonth) + place
      let policy = Day(year: month / 12, month: month % 12 + 1, day: 1).flatMap {
        dated[$0]?.value
      }
      terms.append(
        Terms(
          admitsFullWage: policy?.holidayPayBases.contains(.fullWage) ?? true,
          admitsSickPay: policy?.holidayPayBases.contains(.sickPay) ?? true,
          admitsKarens: policy?.holidayPayOnKarens ?? true,
          demandsKarens: policy?.holidayPayOnKarens ?? false))
    }
  }

  /// - Parameter kommun: The kommunkod as a number, 0…9,999.
  func terms(kommun: Int32, month place: Int) -> Terms {
    terms[Int(places[Int(kommun)]) + place]
  }
}
