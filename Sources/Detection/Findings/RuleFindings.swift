import Ledger
import SickPay

/// Companies that break a rule as a habit do so on one claim in twenty, or several times as often
/// as others slip.
private let ruleDeparture = CountMixture.Departure(base: 0.05, factor: 3, size: 1)

/// One rule's findings by company, and how many claims of each are at fault.
struct RuleFindings: Sendable {
  let all: [Finding]
  let byCompany: [Int: [Finding]]
  /// Companies long.
  let counts: [Int]

  init(_ findings: [Finding], companies: Int) {
    all = findings
    let byCompany = Dictionary(grouping: findings, by: \.company.index)
    self.byCompany = byCompany
    counts = (0..<companies).map { company in
      Set((byCompany[company] ?? []).flatMap { $0.claims.prefix($0.atFault) }).count
    }
  }
}

/// The evidence of several rules, rules long.
func weighed(
  _ rules: [any Rule], _ findings: [RuleFindings], _ atRisk: RowsAtRisk,
  _ settings: DetectionSettings
) async -> [[(company: Int, evidence: WeightedEvidence)]] {
  let claims = await inOrder(rules) { atRisk.counts(of: $0) }
  // A rule that is not to be ranked tells nothing of care either.
  let counts = zip(rules, findings).map { rule, findings in
    settings.mode(rule.id) == .on ? findings.counts : findings.counts.map { _ in 0 }
  }
  let slips = OrdinarySlips(counts, atRisk: claims)
  return await inOrder(Array(rules.indices)) { place in
    let exposures = zip(claims[place], slips.inOtherRules(than: place)).map { Double($0) * $1 }
    return weighed(
      findings[place], of: rules[place].id, exposures, among: atRisk.companies, settings)
  }
}

/// Puts each company's findings of one rule beside its exposure and its peers' rate, so that
/// ordinary slips weigh little and an unusual share of them much.
///
/// - Parameters:
///   - exposures: Companies long: claims that could break the rule, times how careless the company
///     is in the others.
///   - companies: How many the company is put beside.
private func weighed(
  _ findings: RuleFindings, of rule: IndicatorID, _ exposures: [Double], among companies: Int,
  _ settings: DetectionSettings
) -> [(company: Int, evidence: WeightedEvidence)] {
  if findings.byCompany.isEmpty { return [] }
  let counts = zip(findings.counts, exposures).map { (observed: $0, exposure: $1) }
  let fitted = CountMixture(fitting: counts, departure: ruleDeparture)
  return findings.byCompany.sorted { $0.key < $1.key }.map { company, findings in
    let (observed, exposure) = counts[company]
    let mixture = fitted.beside(observed, exposure: exposure)
    let isProven = findings.contains { $0.verdict == .regelbrott }
    let least = isProven ? settings.leastProofStrength : 0
    let strength = settings.strength(mixture.evidence(observed, exposure: exposure))
    let comparison = comparison(
      observed, expected: mixture.ordinary.mean * exposure, companies: companies)
    return (
      company,
      WeightedEvidence(
        findings: findings.map { $0.adding(comparison) }, weight: settings.weights[rule] ?? 0,
        strength: strength.map { max($0, least) }, vote: nil)
    )
  }
}

/// What a rule's share of the score rests on, in Swedish: the company's count beside what the
/// others let one expect of its claims and its care.
private func comparison(_ observed: Int, expected: Double, companies: Int) -> String {
  " Bolaget har \(observed) \(observed == 1 ? "rad" : "rader") med sådana fynd; "
    + "\(SwedishNumbers.number(expected, decimals: 1)) väntade av dess ärenderader, av hur "
    + "ofta dess övriga rader får fynd och av alla bolag i körningen (\(companies) bolag)."
}

extension Finding {
  fileprivate func adding(_ words: String) -> Finding {
    var other = self
    other.text += words
    return other
  }
}
