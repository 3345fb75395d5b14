import Glibc
import Ledger
import SickPay

/// Kronor concentrated on few employees.
///
/// The measure is Σk²/(Σk)² over the employees' sums k: how probable it is that two kronor drawn by
/// chance are claimed for the same employee (Simpson, Nature 163 (1949) 688, doi:10.1038/163688a0).
/// It stands beside what it would be on average had every claim fallen on any of the n employees
/// alike: h + (1 − h)/n, where h is Σa²/(Σa)² over the claims' sums a. So neither the number of
/// employees nor that of claims decides. The logarithm of the ratio spreads like 1/√n; its
/// deviation from the companies' median, by which the expected is raised, is scaled by that and by
/// the companies' own spread (median absolute deviation).
struct KronorConcentration: Indicator {
  let id = IndicatorID("kronor-pa-fa")
  let family = StatisticFamily.staff
  let basis =
    "Hur bolagets kronor fördelar sig på de anställda jämfört med alla bolag, "
    + "justerat för antal anställda och ärenden"
  let comparedWith = "alla bolag med minst fem sjuka anställda"
  let clearedBy = "Underlag som visar varför just dessa anställda varit sjuka mer än andra."

  /// With fewer employees the measure says nothing.
  static let fewestEmployees = 5
  static let fewestCompanies = 8

  func compare(_ companies: Companies) -> [Comparison?] {
    let measures = companies.profiles.indices.map { measure(companies, $0) }
    let known = measures.compactMap(\.self)
    guard known.count >= KronorConcentration.fewestCompanies,
      let centre = median(known.map(\.logRatio)),
      let spread = robustDeviation(
        known.map { ($0.logRatio - centre) * $0.rootCount }, around: 0), spread > 0
    else { return measures.map { _ in nil } }
    return measures.enumerated().map { company, measure in
      guard let measure else { return nil }
      let deviations = (measure.logRatio - centre) * measure.rootCount / spread
      let expected = measure.byChance * exp(centre)
      let shown = words(companies, company, measure.observed, expected, known.count)
      return Comparison(
        observed: measure.observed, expected: expected,
        evidence: NormalDeparture.usual.evidence(deviations),
        pValue: normalUpperTail(deviations),
        peers: Peers(name: comparedWith, count: known.count),
        claims: shown.claims, text: shown.text,
        clearedBy: clearedBy)
    }
  }

  private struct Measure {
    let observed: Double
    /// Had every claim fallen on any employee alike.
    let byChance: Double
    /// The root of the number of employees.
    let rootCount: Double

    var logRatio: Double { log(observed / byChance) }
  }

  private func measure(_ companies: Companies, _ company: Int) -> Measure? {
    let sums = companies.profiles[company].employees.map { Double(max(0, $0.kronor.value)) }
    let claims = companies.rows[company].map {
      Double(max(0, companies.ledger.settlement.netAmount($0).value))
    }
    let count = Double(sums.count)
    guard sums.count >= KronorConcentration.fewestEmployees, claims.contains(where: { $0 > 0 })
    else { return nil }
    let perClaim = concentration(claims)
    return Measure(
      observed: concentration(sums), byChance: perClaim + (1 - perClaim) / count,
      rootCount: count.squareRoot())
  }

  private func concentration(_ sums: [Double]) -> Double {
    let (total, squares) = sums.reduce((0.0, 0.0)) { ($0.0 + $1, $0.1 + $1 * $1) }
    return squares / (total * total)
  }

  private func words(
    _ companies: Companies, _ company: Int, _ observed: Double, _ expected: Double, _ peers: Int
  ) -> (claims: [Int], text: String) {
    let employees = companies.profiles[company].employees
    let top = max(1, (employees.count + 9) / 10)
    let heaviest = employees.sorted {
      ($0.kronor, $1.person) > ($1.kronor, $0.person)
    }.prefix(top)
    let persons = Set(heaviest.map(\.person))
    let claims = companies.rows[company].filter {
      persons.contains(companies.ledger.claims[.assistent, $0])
    }
    let share = companies.summaries[company].topShare
    return (
      claims,
      "Två kronor som dras av slumpen är begärda för samma anställd i "
        + "\(SwedishNumbers.percent(observed)) av fallen; \(SwedishNumbers.percent(expected)) "
        + "väntat av bolagets antal anställda och ärenden enligt \(peers) bolag med minst fem "
        + "sjuka anställda. \(SwedishNumbers.percent(share)) av kronorna ligger på \(top) av "
        + "\(employees.count) anställda."
    )
  }
}
