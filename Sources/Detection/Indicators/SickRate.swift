import Ledger
import SickPay

/// Sick spells per employee and month against all companies.
///
/// The exposure is the months between a person's first and last appearance in either role, sick or
/// vikarie: all that claims tell of how long somebody has been employed. It is uncertain, since
/// paper employees swell it.
struct SickRate: Indicator {
  let id = IndicatorID("sjukfrekvens")
  let basis =
    "Sjukfall per anställd och månad jämfört med alla bolag (osäker exponering: månader "
    + "mellan första och sista gången en person syns), gamma-poisson"

  /// Cheats claim about twice the sickness of others.
  private static let departure = CountMixture.Departure(base: 0, factor: 1.8, size: 6)

  func compare(_ companies: Companies) -> [Comparison?] {
    let months = companies.rows.map { personMonths(companies.ledger, $0) }
    let spells = companies.summaries.map(\.spells)
    let counts = zip(spells, months).map { spells, months in
      months > 0 ? (observed: spells, exposure: Double(months)) : nil
    }
    return countComparisons(counts, departure: SickRate.departure) { company, observed, expected in
      let months = Double(max(1, months[company]))
      return Comparison.Words(
        claims: companies.rows[company],
        text: "\(observed) sjukfall på \(SwedishNumbers.number(months, decimals: 0)) "
          + "personmånader; \(SwedishNumbers.number(expected, decimals: 1)) väntade av alla "
          + "bolags takt.",
        clearedBy: "Uppgift om bolagets anställda och arbetade tid, eller ett känt utbrott.")
    }
  }

  /// Months from first to last appearance, both counted, over all persons seen on some claim rows.
  private func personMonths(_ ledger: Ledger, _ claims: [Int]) -> Int {
    var seen: [Int32: ClosedRange<Day>] = [:]
    func add(_ person: PersonID, _ days: ClosedRange<Day>) {
      let known = seen[person.cell] ?? days
      seen[person.cell] =
        min(known.lowerBound, days.lowerBound)...max(known.upperBound, days.upperBound)
    }
    for claim in claims {
      add(
        ledger.claims[.assistent, claim],
        ledger.claims[.sickFrom, claim]...ledger.claims[.sickTo, claim])
      for shift in ledger.shiftRows(of: claim) {
        guard let vikarie = ledger.shifts.value(.vikarie, shift) else { continue }
        let day = ledger.shifts[.day, shift]
        add(vikarie, day...day)
      }
    }
    return seen.values.reduce(0) { $0 + Int($1.upperBound.month - $1.lowerBound.month) + 1 }
  }
}
