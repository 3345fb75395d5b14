import Ledger
import SickPay

/// Sick spells per employee and month against all companies.
struct SickRate: Indicator {
  let id = IndicatorID("sjukfrekvens")
  let basis =
    "Sjukfall per anställd och månad jämfört med alla bolag (osäker exponering: månader "
    + "mellan första och sista gången en person syns), gamma-poisson"

  /// Cheats claim about twice the sickness of others.
  private static let departure = CountMixture.Departure(base: 0, factor: 1.8, size: 6)

  func compare(_ companies: Companies) -> [Comparison?] {
    let months = companies.exposure.personMonths
    let spells = companies.summaries.map(\.spells)
    let counts = zip(spells, months).map { spells, months in
      months > 0 ? (observed: spells, exposure: Double(months)) : nil
    }
    return countComparisons(companies, counts, departure: SickRate.departure) {
      company, observed, _ in
      let months = Double(max(1, months[company]))
      return Comparison.Words(
        claims: companies.rows[company],
        text: "\(observed) sjukfall på \(SwedishNumbers.number(months, decimals: 0)) "
          + "personmånader (\(Exposure.caution))",
        clearedBy: "Uppgift om bolagets anställda och arbetade tid, eller ett känt utbrott.")
    }
  }
}
