import Ledger

/// What one indicator says of all companies.
struct Statistic {
  let id: IndicatorID
  let basis: String
  /// Companies long.
  let values: [Comparison?]
  /// Of a test of its own, which the control of false discoveries looks at; `nil` for others.
  let family: StatisticFamily?
  /// Whether a company that it says nothing of lacks data.
  var needsData = true
}

/// The indicators' values, what they come to together, and what others' proven breaks add.
///
/// - Parameter proof: Companies long, 0…1: how unusual the company's proven breaks are.
func statistics(
  _ companies: Companies, _ indicators: [any Indicator], _ comparisons: [[Comparison?]],
  proof: [Double], _ names: Names, _ settings: DetectionSettings
) -> [Statistic] {
  var statistics = zip(indicators, comparisons).map { indicator, values in
    Statistic(id: indicator.id, basis: indicator.basis, values: values, family: indicator.family)
  }
  let (pattern, neighbours) = (Catalogue.pattern, Catalogue.neighbours)
  if settings.mode(pattern.id) == .on {
    let together = pattern.compare(companies, statistics.map { ($0.id, $0.values) })
    statistics.append(
      Statistic(id: pattern.id, basis: pattern.basis, values: together, family: nil))
  }
  if settings.mode(neighbours.id) == .on {
    let drawnIn = neighbours.compare(companies, proof: proof, names: names)
    statistics.append(
      Statistic(
        id: neighbours.id, basis: neighbours.basis, values: drawnIn, family: nil,
        needsData: false))
  }
  return statistics
}

/// Adds the statistics: those that count become findings, and the control of false discoveries
/// looks at all companies and all indicators together.
func weighStatistics(
  _ companies: Companies, _ statistics: [Statistic], _ identity: FindingIdentity,
  _ settings: DetectionSettings, _ putAway: Set<String>,
  into evidence: inout [[WeightedEvidence]], _ skipped: inout [Skipped]
) {
  let pValues = statistics.filter { $0.family != nil }
    .flatMap { $0.values.compactMap { $0?.pValue } }
  var survives = survivors(of: pValues, level: settings.falseDiscoveryRate).makeIterator()
  for statistic in statistics {
    if statistic.needsData { skipped += notCompared(companies, statistic) }
    for (company, value) in statistic.values.enumerated() {
      guard let value else { continue }
      let isSurvivor = statistic.family == nil ? false : survives.next() ?? false
      let strength = settings.strength(value.evidence)
      // What has no words is no more than its peers'.
      guard strength.value > 0 || isSurvivor, !value.text.isEmpty else { continue }
      let finding = Finding(
        id: identity.id(statistic.id, value.claims), indicator: statistic.id, kind: .statistic,
        verdict: .monster, company: CompanyID(index: company), claims: value.claims,
        atFault: value.claims.count, shifts: [], registerRows: [], stakes: [],
        observed: value.observed,
        expected: value.expected, peers: value.peers,
        text: value.text + hint(rows: value.claims.count), basis: statistic.basis,
        clearedBy: value.clearedBy)
      if putAway.contains(finding.id) { continue }
      evidence[company].append(
        WeightedEvidence(
          findings: [finding], weight: settings.weights[statistic.id] ?? 0, strength: strength,
          vote: isSurvivor ? statistic.family : nil))
    }
  }
}

/// The companies that an indicator has too little to say of.
private func notCompared(_ companies: Companies, _ statistic: Statistic) -> [Skipped] {
  let silent = companies.rows.indices.filter {
    statistic.values[$0] == nil && !companies.rows[$0].isEmpty
  }
  if silent.isEmpty { return [] }
  return [
    Skipped(
      indicator: statistic.id, reason: "för lite underlag hos \(silent.count) bolag",
      rows: silent.reduce(0) { $0 + companies.rows[$1].count })
  ]
}

private func hint(rows: Int) -> String {
  let most = Finding.shownRowsOfStatistic
  return rows > most ? " Här visas \(most) av de \(rows) raderna." : ""
}
