public import Ledger
public import SickPay

/// Runs every rule and indicator of the catalogue on a ledger and ranks its companies.
///
/// - Parameters:
///   - names: How persons and companies are called in texts.
///   - putAway: Findings that a person has put away; they neither count nor show.
///   - firstShown: The duplicates that earlier scans showed, and when each was first shown.
///   - lastScan: The date of the scan before this one; `nil` where there is none.
///   - pricesRows: Whether each row's lawful amounts are part of the result.
///
/// Rules and indicators run beside each other; their results are taken in the catalogue's order, so
/// that nothing depends on which is done first.
public func detect(
  _ ledger: Ledger, names: Names, rulebook: Rulebook, settings: DetectionSettings,
  putAway: Set<String> = [], firstShown: [String: Day] = [:], lastScan: Day? = nil,
  pricesRows: Bool = false
) async -> ScanResult {
  async let profiles = Companies(ledger)
  async let sample = RandomSample(ledger, lastScan: lastScan, settings: settings)
  let proof = await Evidence(
    ledger, rulebook: rulebook, names: names,
    firstShown: firstShown.filter { !putAway.contains($0.key) })
  let companies = await profiles
  let identity = FindingIdentity(ledger, names)
  var skipped: [Skipped] = []
  var evidence = [[WeightedEvidence]](repeating: [], count: companies.rows.count)
  let rules = Catalogue.rules.filter { settings.mode($0.id) != .off }
  let outcomes = await inOrder(rules) { rule in
    let outcome = rule.evaluate(proof)
    let findings = outcome.findings.compactMap { $0.finding(of: rule, in: ledger, identity) }
      .filter { !putAway.contains($0.id) }
    return (outcome.skipped, findings)
  }
  var silent: [SilentFindings] = []
  for (rule, (notRun, findings)) in zip(rules, outcomes) {
    skipped += notRun.map { Skipped(indicator: rule.id, reason: $0.reason, rows: $0.rows) }
    if settings.mode(rule.id) == .silent {
      silent.append(SilentFindings(rule.id, findings))
      continue
    }
    for (company, piece) in weighed(findings, of: rule.id, companies, settings) {
      evidence[company].append(piece)
    }
  }
  skipped += switchedOff(settings, rows: companies.rows.reduce(0) { $0 + $1.count })
  let indicators = Catalogue.indicators.filter { settings.mode($0.id) == .on }
  let comparisons = await inOrder(indicators) { $0.compare(companies) }
  weighIndicators(
    companies, indicators, comparisons, identity, settings, putAway, into: &evidence, &skipped)
  return ScanResult(
    companies: ranked(companies, evidence, settings), skipped: skipped, silent: silent,
    amounts: pricesRows ? LawfulAmounts(ledger, proof.prices, proof.methods) : nil,
    unmatchedCredits: (0..<ledger.claims.count).filter {
      ledger.settlement.states[$0] == .unmatchedCredit
    }, outcomes: ReviewOutcomes(ledger), randomSample: await sample)
}

/// What the configuration has switched off. A silent statistic has nothing to count: it is off too.
private func switchedOff(_ settings: DetectionSettings, rows: Int) -> [Skipped] {
  let off =
    Catalogue.rules.map(\.id).filter { settings.mode($0) == .off }
    + Catalogue.indicators.map(\.id).filter { settings.mode($0) != .on }
  return off.map { Skipped(indicator: $0, reason: "avstängd i konfigurationen", rows: rows) }
}

/// The results for all items, in their order, worked out beside each other.
private func inOrder<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ work: @escaping @Sendable (Item) -> Result
) async -> [Result] {
  await withTaskGroup(of: (Int, Result).self) { group in
    for (index, item) in items.enumerated() { group.addTask { (index, work(item)) } }
    var results: [Int: Result] = [:]
    for await (index, result) in group { results[index] = result }
    return items.indices.compactMap { results[$0] }
  }
}

/// What one rule or indicator says of one company.
struct WeightedEvidence: Sendable {
  let findings: [Finding]
  let weight: Double
  /// 0…1: how far from its peers the company is.
  let strength: Interval
  /// Whether a statistic survived the control of false discoveries.
  let survives: Bool
}

extension RuleFinding {
  /// The finding as it is shown: rows of the window, with an id. `nil` where only history is
  /// concerned.
  fileprivate func finding(
    of rule: any Rule, in ledger: Ledger, _ identity: FindingIdentity
  ) -> Finding? {
    let charged = zip(atFault, amounts).filter { ledger.isInWindow($0.0) }
    guard let first = charged.first?.0 else { return nil }
    let rows = charged.map(\.0) + atFault.filter { !ledger.isInWindow($0) } + witnesses
    return Finding(
      id: identity.id(rule.id, rows, subject: subject), indicator: rule.id, kind: .rule,
      verdict: verdict, company: ledger.claims[.company, first], claims: rows,
      atFault: charged.count, shifts: shifts, registerRows: registerRows,
      stakes: charged.map { Stake(claim: $0.0, amount: $0.1) }, observed: observed,
      expected: expected, peers: nil, text: text,
      basis: ([rule.card.basis] + (restsOn.map { [$0] } ?? [])).joined(separator: ". "),
      clearedBy: clearedBy)
  }
}

/// Companies that break a rule as a habit do so on one claim in twenty, or several times as often
/// as others slip.
private let ruleDeparture = CountMixture.Departure(base: 0.05, factor: 3, size: 1)

/// Puts each company's findings of one rule beside its number of claims and its peers' rate, so
/// that ordinary slips weigh little and an unusual share of them much.
private func weighed(
  _ findings: [Finding], of rule: IndicatorID, _ companies: Companies,
  _ settings: DetectionSettings
) -> [(company: Int, evidence: WeightedEvidence)] {
  if findings.isEmpty { return [] }
  let byCompany = Dictionary(grouping: findings, by: \.company.index)
  let counts = companies.rows.indices.map { company in
    let concerned = Set((byCompany[company] ?? []).flatMap { $0.claims.prefix($0.atFault) })
    return (observed: concerned.count, exposure: Double(companies.rows[company].count))
  }
  let mixture = CountMixture(fitting: counts, departure: ruleDeparture)
  return byCompany.sorted { $0.key < $1.key }.map { company, findings in
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

/// Adds the statistics: those that count become findings, and the control of false discoveries
/// looks at all companies and all indicators together.
private func weighIndicators(
  _ companies: Companies, _ indicators: [any Indicator], _ comparisons: [[Comparison?]],
  _ identity: FindingIdentity,
  _ settings: DetectionSettings, _ putAway: Set<String>,
  into evidence: inout [[WeightedEvidence]], _ skipped: inout [Skipped]
) {
  let pValues = comparisons.flatMap { $0.compactMap { $0?.pValue } }
  var survives = survivors(of: pValues, level: settings.falseDiscoveryRate).makeIterator()
  for (indicator, values) in zip(indicators, comparisons) {
    let peers = values.count { $0 != nil }
    let silent = companies.rows.indices.filter { values[$0] == nil && !companies.rows[$0].isEmpty }
    if !silent.isEmpty {
      let rows = silent.reduce(0) { $0 + companies.rows[$1].count }
      skipped.append(
        Skipped(
          indicator: indicator.id,
          reason: "för lite underlag hos \(silent.count) bolag", rows: rows))
    }
    for (company, value) in values.enumerated() {
      guard let value else { continue }
      let isSurvivor = survives.next() ?? false
      let strength = settings.strength(value.evidence)
      guard strength.value > 0 || isSurvivor else { continue }
      let shown = Array(value.claims.prefix(shownRowsOfStatistic))
      let finding = Finding(
        id: identity.id(indicator.id, value.claims), indicator: indicator.id, kind: .statistic,
        verdict: .monster, company: CompanyID(index: company), claims: shown,
        atFault: shown.count, shifts: [], registerRows: [], stakes: [], observed: value.observed,
        expected: value.expected, peers: Peers(name: "alla bolag i körningen", count: peers),
        text: value.text + hint(shown.count, of: value.claims.count), basis: indicator.basis,
        clearedBy: value.clearedBy)
      if putAway.contains(finding.id) { continue }
      evidence[company].append(
        WeightedEvidence(
          findings: [finding], weight: settings.weights[indicator.id] ?? 0, strength: strength,
          survives: isSurvivor))
    }
  }
}

private func hint(_ shown: Int, of all: Int) -> String {
  shown < all ? " Här visas \(shown) av de \(all) raderna." : ""
}
