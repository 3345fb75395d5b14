public import Ledger
public import SickPay

/// Runs every rule and indicator of the catalogue on a ledger and ranks its companies.
///
/// - Parameters:
///   - names: How persons and companies are called in texts.
///   - putAway: Findings that a person has put away; they neither count nor show.
///   - firstShown: The duplicates that earlier scans showed, and when each was first shown.
///   - pricesRows: Whether each row's lawful amounts are part of the result.
///
/// Rules and indicators run beside each other; their results are taken in the catalogue's order, so
/// that nothing depends on which is done first.
public func detect(
  _ ledger: Ledger, names: Names, rulebook: Rulebook, settings: DetectionSettings,
  putAway: Set<String> = [], firstShown: [String: Day] = [:],
  pricesRows: Bool = false
) async -> ScanResult {
  async let profiles = Companies(ledger)
  async let sample = RandomSample(ledger, settings: settings)
  let rows = await Evidence(
    ledger, rulebook: rulebook, names: names,
    firstShown: firstShown.filter { !putAway.contains($0.key) })
  let companies = await profiles
  let identity = rows.identity
  var skipped: [Skipped] = []
  var evidence = [[WeightedEvidence]](repeating: [], count: companies.rows.count)
  let rules = Catalogue.rules.filter { settings.mode($0.id) != .off }
  let outcomes = await inOrder(rules) { rule in
    let outcome = rule.evaluate(rows)
    let findings = outcome.findings.compactMap { $0.finding(of: rule, in: ledger, identity) }
      .filter { !putAway.contains($0.id) }
    return (outcome.skipped, RuleFindings(findings, companies: companies.rows.count))
  }
  let weighed = await weighed(rules, outcomes.map(\.1), RowsAtRisk(rows, companies), settings)
  var silent: [SilentFindings] = []
  for (rule, ((notRun, findings), pieces)) in zip(rules, zip(outcomes, weighed)) {
    skipped += notRun.map { Skipped(indicator: rule.id, reason: $0.reason, rows: $0.rows) }
    if settings.mode(rule.id) == .silent {
      silent.append(SilentFindings(rule.id, findings.all))
      continue
    }
    for (company, piece) in pieces { evidence[company].append(piece) }
  }
  skipped += switchedOff(settings, rows: companies.rows.reduce(0) { $0 + $1.count })
  let indicators = Catalogue.indicators.filter { settings.mode($0.id) == .on }
  let comparisons = await inOrder(indicators) { $0.compare(companies) }
  let proof = evidence.map { pieces in
    pieces.filter(\.isProven).map(\.strength.value).max() ?? 0
  }
  let statistics = statistics(companies, indicators, comparisons, proof: proof, names, settings)
  weighStatistics(
    companies, statistics, identity, settings, putAway, into: &evidence, &skipped)
  let facts = riskLoweringFacts(companies, rows, settings.riskLowering)
  for company in evidence.indices where !facts[company].isEmpty {
    for piece in evidence[company].indices where evidence[company][piece].isStatistic {
      evidence[company][piece].weight *= 1 - facts[company].sum
    }
  }
  let (list, calibration) = calibrated(companies, evidence, facts, settings)
  return ScanResult(
    companies: list, skipped: skipped, silent: silent,
    amounts: pricesRows ? rows.lawfulAmounts() : nil,
    unmatchedCredits: (0..<ledger.claims.count).filter {
      ledger.settlement.states[$0] == .unmatchedCredit
    }, outcomes: ReviewOutcomes(ledger), calibration: calibration, randomSample: await sample)
}

/// The list with the curve and the rates that reviews tell, else with the configured ones.
private func calibrated(
  _ companies: Companies, _ evidence: [[WeightedEvidence]], _ facts: [[RiskLoweringFact]],
  _ settings: DetectionSettings
) -> (list: [RankedCompany], calibration: OutcomeCalibration?) {
  let list = ranked(companies, evidence, facts, settings)
  guard companies.ledger.registers.given.contains(.outcomes) else { return (list, nil) }
  let verdicts = Dictionary(
    uniqueKeysWithValues: list.lazy.flatMap(\.pointed).map { ($0.key, $0.verdict) })
  let calibration = OutcomeCalibration(
    companies.ledger.companyReviews(verdicts), list, configured: settings.calibration,
    rates: settings.hitRates)
  guard let curve = calibration.curve, let rates = calibration.rates else {
    return (list, calibration)
  }
  var fitted = settings
  (fitted.calibration, fitted.hitRates) = (curve, rates)
  return (ranked(companies, evidence, facts, fitted), calibration)
}

/// What the configuration has switched off. A silent statistic has nothing to count: it is off too.
private func switchedOff(_ settings: DetectionSettings, rows: Int) -> [Skipped] {
  let off =
    Catalogue.rules.map(\.id).filter { settings.mode($0) == .off }
    + Catalogue.statistics.filter { settings.mode($0) != .on }
  return off.map { Skipped(indicator: $0, reason: "avstängd i konfigurationen", rows: rows) }
}

/// What one rule or indicator says of one company.
struct WeightedEvidence: Sendable {
  let findings: [Finding]
  var weight: Double
  /// 0…1: how far from its peers the company is.
  let strength: Interval
  /// For whom a statistic votes that survived the control of false discoveries; `nil` for rules,
  /// and for what did not survive or is no test.
  let vote: StatisticFamily?

  var isStatistic: Bool { findings.allSatisfy { $0.kind == .statistic } }
  var isProven: Bool { findings.contains { $0.verdict == .regelbrott } }
}

extension RuleFinding {
  /// The finding as it is shown: rows of the window, with an id. `nil` where only history is
  /// concerned.
  fileprivate func finding(
    of rule: any Rule, in ledger: Ledger, _ identity: FindingIdentity
  ) -> Finding? {
    let charged = zip(atFault, amounts).filter { ledger.isInWindow($0.0) }
      .map { claim, amount in
        let net = max(.zero, ledger.settlement.netAmount(claim))
        return Stake(claim: claim, amount: min(max(.zero, amount), net))
      }
    guard let first = charged.first?.claim else { return nil }
    let rows = charged.map(\.claim) + atFault.filter { !ledger.isInWindow($0) } + witnesses
    return Finding(
      id: identity.id(rule.id, rows, subject: subject), indicator: rule.id, kind: .rule,
      verdict: verdict, company: ledger.claims[.company, first], claims: rows,
      atFault: charged.count, shifts: shifts, registerRows: registerRows,
      stakes: charged, observed: observed,
      expected: expected, peers: nil, text: text,
      basis: ([rule.card.basis] + (restsOn.map { [$0] } ?? [])).joined(separator: ". "),
      clearedBy: clearedBy)
  }
}
