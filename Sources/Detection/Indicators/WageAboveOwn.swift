import Glibc
import Ledger
import SickPay

/// Claims with a higher hourly wage than the same employee has in other claims.
///
/// A wage is compared with the lowest of the person's claims at the company, raised from year to
/// year as most persons' wages are: the median over all persons who have claims in both years.
/// Where a register of wages is read, the wage in healthy months belongs here instead.
struct WageAboveOwn: Indicator {
  let id = IndicatorID("lon-over-egen")
  let family = StatisticFamily.price
  let basis =
    "Ärenderader med högre timlön än samma anställds andra rader, uppräknade med årens "
    + "vanliga höjning, jämfört med andra bolag, gamma-poisson"
  let clearedBy = "Lönespecifikationer för sjukmånaden och månaden före."

  /// A wage this much above the lowest is taken as another one.
  private static let tolerance = 1.05
  private static let departure = CountMixture.Departure(base: 0.05, factor: 3, size: 1)

  func compare(_ companies: Companies) -> [Comparison?] {
    let index = wageIndex(companies)
    let found = companies.rows.map { raised(companies.ledger.claims, $0, index) }
    let counts = found.map { found in
      found.compared > 0 ? (observed: found.rows.count, exposure: Double(found.compared)) : nil
    }
    return countComparisons(companies, counts, departure: WageAboveOwn.departure) {
      company, observed, _ in
      Comparison.Words(
        claims: found[company].rows,
        text: "\(observed) av \(found[company].compared) ärenderader har en timlön som är minst "
          + "5 % högre än den anställdas egen i andra rader",
        clearedBy: clearedBy)
    }
  }

  /// The rows with a raised wage, and how many have another of the same person to be put beside.
  private func raised(
    _ claims: Claims, _ rows: [Int], _ index: [Int: Double]
  ) -> (rows: [Int], compared: Int) {
    var (raised, compared) = ([Int](), 0)
    forEachPerson(claims, rows) { all in
      // A wage of 0 is none, and all others would be above it.
      let run = all.filter { claims[.wage, $0].tenThousandths > 0 }
      guard run.count > 1 else { return }
      func level(_ row: Int) -> Double {
        let year = claims[.sickFrom, row].civil.year
        return Double(claims[.wage, row].tenThousandths) / (index[year] ?? 1)
      }
      let lowest = run.reduce(Double.infinity) { min($0, level($1)) }
      compared += run.count
      raised += run.filter { level($0) > lowest * WageAboveOwn.tolerance }
    }
    return (raised, compared)
  }

  /// The usual level of wages by year, 1 in the first. A year in which nobody has claims that had
  /// some the year before keeps the level.
  private func wageIndex(_ companies: Companies) -> [Int: Double] {
    let claims = companies.ledger.claims
    var raises: [Int: [Double]] = [:]
    for rows in companies.rows {
      forEachPerson(claims, rows) { run in
        var lowest: (year: Int, wage: Double)?
        for row in run where claims[.wage, row].tenThousandths > 0 {
          let wage = Double(claims[.wage, row].tenThousandths)
          let year = claims[.sickFrom, row].civil.year
          if let known = lowest, known.year == year {
            lowest = (year, min(known.wage, wage))
            continue
          }
          // Rows lie by first day, so a year is complete when the next begins.
          if let known = lowest, known.year == year - 1 {
            raises[year, default: []].append(wage / known.wage)
          }
          lowest = (year, wage)
        }
      }
    }
    let years = companies.rows.joined().map { claims[.sickFrom, $0].civil.year }
    guard let first = years.min(), let last = years.max() else { return [:] }
    var (index, level) = ([Int: Double](), 1.0)
    for year in first...last {
      level *= raises[year].flatMap(median) ?? 1
      index[year] = level
    }
    return index
  }
}

/// Calls `body` with the rows of each person; rows are one company's in the ledger's order.
func forEachPerson(_ claims: Claims, _ rows: [Int], _ body: (ArraySlice<Int>) -> Void) {
  var start = 0
  while start < rows.count {
    let person = claims[.assistent, rows[start]]
    var end = start + 1
    while end < rows.count, claims[.assistent, rows[end]] == person { end += 1 }
    body(rows[start..<end])
    start = end
  }
}
