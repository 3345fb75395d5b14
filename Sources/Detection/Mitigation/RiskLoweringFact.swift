/// Something that speaks for a company, or explains sickness that its peers do not have.
///
/// It weighs on statistics only, and within bounds: what is proven stays proven.
public struct RiskLoweringFact: Sendable, Equatable {
  public let id: IndicatorID
  /// How many, and of how many.
  public let observed: Int
  public let whole: Int
  /// What it takes off the weight of the company's statistics, 0…1.
  public internal(set) var lowers: Double
  /// Swedish.
  public let text: String
}

/// How much facts may lower, 0…1 each: a share of the weight of the company's statistics.
public struct RiskLoweringSettings: Sendable, Equatable {
  /// Where the fact is as strong as it gets.
  public var shares: [IndicatorID: Double]
  /// All of them together.
  public var most: Double

  public init(shares: [IndicatorID: Double], most: Double) {
    self.shares = shares
    self.most = most
  }
}

/// By company, in the catalogue's order; together they lower no more than the settings allow.
func riskLoweringFacts(
  _ companies: Companies, _ evidence: Evidence, _ settings: RiskLoweringSettings
) -> [[RiskLoweringFact]] {
  var facts = [[RiskLoweringFact]](repeating: [], count: companies.rows.count)
  for mitigation in Catalogue.mitigations {
    guard let share = settings.shares[mitigation.id], share > 0 else { continue }
    for (company, fact) in mitigation.assess(companies, evidence).enumerated() {
      guard let fact, !companies.rows[company].isEmpty else { continue }
      facts[company].append(
        RiskLoweringFact(
          id: mitigation.id, observed: fact.observed, whole: fact.whole,
          lowers: share * fact.strength, text: fact.text))
    }
  }
  return facts.map { $0.bounded(to: settings.most) }
}

extension [RiskLoweringFact] {
  /// 0…1.
  var sum: Double { reduce(0) { $0 + $1.lowers } }

  func bounded(to most: Double) -> [RiskLoweringFact] {
    guard sum > most else { return self }
    return map { fact in
      var fact = fact
      fact.lowers *= most / sum
      return fact
    }
  }
}
