import Glibc
import Ledger
import SickPay

/// Companies that share account or staff with others whose breaks are proven.
///
/// The proof goes over a tie to the neighbour at half its strength and once more to the
/// neighbour's neighbour, never further. It may raise a company in the list but is no test: guilt
/// by association makes no riskföretag.
struct CheatingNeighbours: Sendable {
  let id = IndicatorID("delar-med-andra")
  let basis =
    "Delat betalkonto, delad personal, företrädare eller adress med bolag som har bevisade "
    + "regelbrott, högst två led"
  let comparedWith = Companies.everybody
  let clearedBy = "Förklaring till det delade kontot eller den delade personalen."

  private static let passedOn = 0.5
  /// Whole proof at a whole tie makes a company this many times as likely to cheat, an estimate.
  private static let mostOdds = 10.0
  private static let leastRisk = 0.05

  /// - Parameter proof: Companies long, 0…1: how unusual the company's proven breaks are.
  func compare(_ companies: Companies, proof: [Double], names: Names) -> [Comparison?] {
    let ties = SharedTies(companies)
    var groups = Communities(count: proof.count)
    for tie in ties.ties where ties.strength(tie) > 0 { groups.join(tie.left, tie.right) }
    let sizes = groups.sizes()
    let paths = proof.indices.map { self.paths(to: $0, ties, proof) }
    // Independent ways to be drawn in: the complement of none.
    let risks = paths.map { 1 - $0.reduce(1.0) { $0 * (1 - $1.risk) } }
    let claiming = companies.rows.indices.filter { !companies.rows[$0].isEmpty }
    let mean = claiming.reduce(0) { $0 + risks[$1] } / Double(max(1, claiming.count))
    return proof.indices.map { company in
      guard let best = paths[company].first, best.risk >= CheatingNeighbours.leastRisk else {
        return nil
      }
      let risk = risks[company]
      let evidence = log1p((CheatingNeighbours.mostOdds - 1) * risk)
      return Comparison(
        observed: risk, expected: mean,
        evidence: Interval(low: evidence / 2, value: evidence, high: evidence * 1.5),
        pValue: 1, peers: companies.everyone, claims: companies.rows[company],
        text: "Bolaget ingår i en grupp av \(sizes[company]) bolag som delar konto, personal, "
          + "företrädare eller adress. "
          + words(best, ties, names) + " Vägd närhet "
          + "\(SwedishNumbers.number(risk, decimals: 2)), i medeltal "
          + "\(SwedishNumbers.number(mean, decimals: 3)) hos \(companies.everyone.name) "
          + "(\(companies.everyone.count) bolag).",
        clearedBy: clearedBy)
    }
  }

  private struct Path {
    let risk: Double
    /// Ties from the company to the one with the proof.
    let steps: [Int]
    let companies: [Int]
  }

  /// Ways of one or two steps from companies with proof, the strongest first.
  private func paths(to company: Int, _ ties: SharedTies, _ proof: [Double]) -> [Path] {
    var found: [Path] = []
    for first in ties.tiesOf[company] {
      let strength = ties.strength(ties.ties[first]) * CheatingNeighbours.passedOn
      guard strength > 0 else { continue }
      let neighbour = ties.ties[first].other(than: company)
      found.append(
        Path(risk: strength * proof[neighbour], steps: [first], companies: [neighbour]))
      for second in ties.tiesOf[neighbour] where second != first {
        let further = ties.ties[second].other(than: neighbour)
        let passed = strength * ties.strength(ties.ties[second]) * CheatingNeighbours.passedOn
        guard further != company, passed > 0 else { continue }
        found.append(
          Path(
            risk: passed * proof[further], steps: [first, second],
            companies: [neighbour, further]))
      }
    }
    return found.sorted { ($1.risk, $0.companies.count) < ($0.risk, $1.companies.count) }
  }

  private func words(_ path: Path, _ ties: SharedTies, _ names: Names) -> String {
    let parts = zip(path.steps, path.companies).map { step, company in
      let tie = ties.ties[step]
      let shared = [
        (tie.accounts, "konto", "konton"), (tie.staff, "person", "personer"),
        (tie.brukare, "brukare", "brukare"), (tie.representatives, "företrädare", "företrädare"),
        (tie.addresses, "adress", "adresser"),
      ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
      return "delar \(shared.joined(separator: ", ")) med "
        + names.company(CompanyID(index: company))
    }
    return "Det " + parts.joined(separator: ", som ") + ", som har bevisade regelbrott."
  }
}
