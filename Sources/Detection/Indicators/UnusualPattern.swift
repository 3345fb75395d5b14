import Glibc
import Ledger
import SickPay

/// Companies whose statistics taken together are like no other's.
///
/// An isolation forest over the statistics' p-values. It may raise a company in the list but is no
/// test: it never counts among the statistics that make a riskföretag.
struct UnusualPattern: Sendable {
  let id = IndicatorID("ovanligt-monster")
  let basis = "Bolagets statistiska mått tillsammans jämfört med alla bolags, isolationsskog"
  let comparedWith = Companies.everybody
  let clearedBy = "Det som förklarar de mått som väger mest."

  private static let fewestCompanies = 20
  /// −log₁₀ of p where nothing is known, and at most.
  private static let (unknown, most) = (0.30103, 6.0)
  private static let seed: UInt64 = 1
  private static let shownMeasures = 3

  /// - Parameters:
  ///   - statistics: Names of the measures, and their values, companies long.
  func compare(
    _ companies: Companies, _ statistics: [(id: IndicatorID, values: [Comparison?])]
  ) -> [Comparison?] {
    let active = companies.rows.indices.filter { !companies.rows[$0].isEmpty }
    let none = [Comparison?](repeating: nil, count: companies.rows.count)
    let columns = statistics.count
    guard active.count >= UnusualPattern.fewestCompanies, columns > 0 else { return none }
    let rows = active.flatMap { company in
      statistics.map { UnusualPattern.feature($0.values[company]) }
    }
    let forest = IsolationForest(rows, columns: columns, seed: UnusualPattern.seed)
    let scores = active.indices.map { forest.score(rows, at: $0 * columns) }
    guard let centre = median(scores), let spread = robustDeviation(scores, around: centre),
      spread > 0
    else { return none }
    let usual = (0..<columns).map { column in
      median(active.indices.map { rows[$0 * columns + column] }) ?? 0
    }
    var result = none
    for (place, company) in active.enumerated() {
      let deviations = (scores[place] - centre) / spread
      let row = Array(rows[place * columns..<(place + 1) * columns])
      let evidence = NormalDeparture.usual.evidence(deviations)
      let parts = evidence.value > 0 ? forest.contributions(row, usual: usual) : []
      result[company] = Comparison(
        observed: scores[place], expected: centre, evidence: evidence,
        pValue: normalUpperTail(deviations), peers: companies.everyone,
        claims: evidence.value > 0 ? companies.rows[company] : [],
        text: words(scores[place], centre, parts, statistics.map(\.id), companies.everyone),
        clearedBy: clearedBy)
    }
    return result
  }

  private static func feature(_ comparison: Comparison?) -> Double {
    guard let comparison else { return unknown }
    return min(most, -log10(max(comparison.pValue, .leastNormalMagnitude)))
  }

  private func words(
    _ score: Double, _ centre: Double, _ parts: [Double], _ names: [IndicatorID], _ peers: Peers
  ) -> String {
    let heaviest = parts.indices.filter { parts[$0] > 0 }
      .sorted { (parts[$1], $0) < (parts[$0], $1) }.prefix(UnusualPattern.shownMeasures)
      .map { "\(names[$0]) \(SwedishNumbers.percent(parts[$0], decimals: 0))" }
    func number(_ value: Double) -> String { SwedishNumbers.number(value, decimals: 2) }
    return "Måtten tillsammans avviker \(number(score)) på en skala från 0 till 1, "
      + "\(number(centre)) är vanligt enligt \(peers.name) (\(peers.count) bolag). Mest bidrar "
      + heaviest.joined(separator: ", ") + "."
  }
}
