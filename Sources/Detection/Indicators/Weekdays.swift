import Glibc
import Ledger
import SickPay

/// Spells that begin on one weekday more often than those of other companies do.
struct Weekdays: Indicator {
  let id = IndicatorID("veckodag")
  let family = StatisticFamily.timing
  let basis =
    "Sjukfallens första veckodag jämfört med alla bolags fördelning: en andel på en enda dag mot "
    + "ingen"
  let comparedWith = Companies.everybody
  let clearedBy = "Scheman som visar att arbetet ligger på den dagen."

  private static let names = [
    "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag",
  ]

  func compare(_ companies: Companies) -> [Comparison?] {
    let days = Weekdays.names.indices
    let mixture = ShapeMixture(fitting: companies.summaries.map(\.weekdays)) { _ in
      days.map { day in days.map { $0 == day ? 1 : 0 } }
    }
    return companies.summaries.enumerated().map { company, summary in
      guard summary.spells > 0 else { return nil }
      let evidence = mixture.logBayesFactor(summary.weekdays)
      let byChance = evidence > 0 ? GTest(summary.weekdays, shares: mixture.ordinary) : nil
      let day = mixture.bestAlternative(summary.weekdays)
      let expected = mixture.ordinary[day] * Double(summary.spells)
      return Comparison(
        observed: Double(summary.weekdays[day]), expected: expected,
        evidence: Interval(low: evidence - 1, value: evidence, high: evidence + 1),
        pValue: max(min(1, exp(-evidence)), byChance?.pValue ?? 0), peers: companies.everyone,
        claims: evidence > -1 ? rows(companies, company, on: day) : [],
        text: "\(summary.weekdays[day]) av \(summary.spells) sjukfall börjar på en "
          + "\(Weekdays.names[day]); \(SwedishNumbers.number(expected, decimals: 1)) väntade "
          + "enligt \(comparedWith) (\(companies.everyone.count) bolag)."
          + (byChance.map { " Slumpen ensam ger så ojämna veckodagar \($0.frequency)." } ?? ""),
        clearedBy: clearedBy)
    }
  }

  private func rows(_ companies: Companies, _ company: Int, on day: Int) -> [Int] {
    let claims = companies.ledger.claims
    return companies.rows[company].filter { claims[.sickFrom, $0].weekday == day }
  }
}
