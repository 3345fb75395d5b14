import Glibc
import Ledger
import SickPay

/// Persons seen as sick but never as vikarie, against what the company's size lets one expect.
///
/// With n employees seen sick and v turns as vikarie, an employee takes v/n turns on average. Turns
/// vary from person to person like a negative binomial, so the share who take none is
/// (1 + v/(nκ))^(−κ); κ is fitted to all companies together.
struct SickOnlyEmployees: Indicator {
  let id = IndicatorID("bara-sjuk")
  let family = StatisticFamily.staff
  let basis =
    "Anställda som syns som sjuka men aldrig som vikarier jämfört med bolag med lika "
    + "många vikariepass per anställd, gamma-poisson"
  let clearedBy = "Tidsredovisning som visar att dessa anställda arbetat hos brukare."

  /// Cheats have about twice as many as others.
  private static let departure = CountMixture.Departure(base: 0, factor: 2, size: 6)

  func compare(_ companies: Companies) -> [Comparison?] {
    let counts = companies.rows.indices.map { company in
      Counts(
        employees: companies.summaries[company].employees,
        sickOnly: companies.summaries[company].sickOnlyEmployees,
        turns: turns(companies.ledger, companies.rows[company]))
    }
    let spread = fittedSpread(counts)
    let pairs = counts.map { count in
      count.turns > 0
        ? (observed: count.sickOnly, exposure: count.expected(spread: spread)) : nil
    }
    return countComparisons(companies, pairs, departure: SickOnlyEmployees.departure) {
      company, observed, _ in
      Comparison.Words(
        claims: rows(companies, company),
        text: "\(observed) av \(counts[company].employees) sjuka anställda syns aldrig som "
          + "vikarier",
        clearedBy: clearedBy)
    }
  }

  private struct Counts {
    let employees: Int
    let sickOnly: Int
    let turns: Int

    func expected(spread: Double) -> Double {
      let mean = Double(turns) / Double(max(1, employees))
      return Double(employees) * pow(1 + mean / spread, -spread)
    }
  }

  /// Shifts that somebody worked as vikarie.
  private func turns(_ ledger: Ledger, _ claims: [Int]) -> Int {
    claims.reduce(0) { sum, claim in
      sum + ledger.shiftRows(of: claim).count { ledger.shifts.value(.vikarie, $0) != nil }
    }
  }

  /// The κ for which all companies together have as many sick-only employees as they do; the share
  /// grows as κ falls, so a bisection on its logarithm finds it.
  private func fittedSpread(_ counts: [Counts]) -> Double {
    let informative = counts.filter { $0.turns > 0 }
    let seen = Double(informative.reduce(0) { $0 + $1.sickOnly })
    var (low, high) = (log(0.02), log(50.0))
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let expected = informative.reduce(0) { $0 + $1.expected(spread: exp(middle)) }
      if expected > seen { low = middle } else { high = middle }
    }
    return exp((low + high) / 2)
  }

  private func rows(_ companies: Companies, _ company: Int) -> [Int] {
    let vikarier = companies.profiles[company].vikarier
    return companies.rows[company].filter {
      !vikarier.contains(companies.ledger.claims[.assistent, $0])
    }
  }
}
