import Ledger
import SickPay

/// Sick spells per employee and month against all companies.
struct SickRate: Indicator {
  let id = IndicatorID("sjukfrekvens")
  let family = StatisticFamily.rate
  let basis =
    "Sjukfall per månads arbete jämfört med likartade bolag (beviljade timmar, rapporterad tid "
    + "eller, osäkert, månader då en person syns), gamma-poisson"
  let clearedBy = "Uppgift om bolagets anställda och arbetade tid, eller ett känt utbrott."

  /// Cheats claim about twice the sickness of others.
  private static let departure = CountMixture.Departure(base: 0, factor: 1.8, size: 6)

  func compare(_ companies: Companies) -> [Comparison?] {
    let exposure = companies.exposure
    let counts = zip(companies.summaries, exposure.months).map { summary, months in
      months > 0 ? (observed: summary.spells, exposure: months) : nil
    }
    return countComparisons(
      companies, counts, departure: SickRate.departure, isUncertain: exposure.isUncertain
    ) { company, observed, _ in
      let months = SwedishNumbers.number(exposure.months[company], decimals: 0)
      return Comparison.Words(
        claims: companies.rows[company],
        text: "\(observed) sjukfall på \(months) \(exposure.words(company))",
        clearedBy: clearedBy)
    }
  }
}
