import Ledger

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
    return weighed(findings[place], of: rules[place].id, exposures, settings)
  }
}

/// Puts each company's findings of one rule beside its exposure and its peers' rate, so that
/// ordinary slips weigh little and an unusual share of them much.
///
/// - Parameter exposures: Companies long: claims that could break the rule, times how careless the
///   company is in the others.
private func weighed(
  _ findings: RuleFindings, of rule: IndicatorID, _ exposures: [Double],
  _ settings: DetectionSettings
) -> [(company: Int, evidence: WeightedEvidence)] {
  if findings.byCompany.isEmpty { return [] }
  let counts = zip(findings.counts, exposures).map { (observed: $0, exposure: $1) }
  let mixture = CountMixture(fitting: counts, departure: ruleDeparture)
  return findings.byCompany.sorted { $0.key < $1.key }.map { company, findings in
    let (observed, exposure) = counts[company]
    let isProven = findings.contains { $0.verdict == .regelbrott }
    let least = isProven ? settings.leastProofStrength : 0
    let strength = settings.strength(mixture.evidence(observed, exposure: exposure))
    return (
      company,
      WeightedEvidence(
        findings: findings, weight: settings.weights[rule] ?? 0,
        strength: strength.map { max($0, least) }, survives: false)
    )
  }
}
