import Ledger
import SickPay

/// Claims that come more than three months after the sickness.
struct LateClaims: Indicator {
  let id = IndicatorID("sena-ansprak")
  let family = StatisticFamily.timing
  let basis =
    "Ärenderader som kom in mer än 92 dagar efter sista sjukdagen jämfört med andra bolag, "
    + "gamma-poisson"
  let clearedBy = "Förklaring till varför anspråken dröjde."

  private static let days = 92
  private static let departure = CountMixture.Departure(base: 0.05, factor: 3, size: 2)

  func compare(_ companies: Companies) -> [Comparison?] {
    let claims = companies.ledger.claims
    let late = companies.rows.map { rows in
      rows.filter { claims[.sickTo, $0].distance(to: claims[.received, $0]) > LateClaims.days }
    }
    let counts = companies.rows.indices.map { company in
      companies.rows[company].isEmpty
        ? nil
        : (observed: late[company].count, exposure: Double(companies.rows[company].count))
    }
    return countComparisons(companies, counts, departure: LateClaims.departure) {
      company, observed, _ in
      Comparison.Words(
        claims: late[company],
        text: "\(observed) av \(companies.rows[company].count) ärenderader kom in mer än 92 dagar "
          + "efter sista sjukdagen",
        clearedBy: clearedBy)
    }
  }
}
