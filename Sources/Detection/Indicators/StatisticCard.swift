/// What a statistic is about, for those who meet its findings: every text in Swedish.
public struct StatisticCard: Sendable {
  public let id: IndicatorID
  /// What is compared with what.
  public let basis: String
  /// The companies that one is compared with.
  public let comparedWith: String
  /// The papers that clear a company.
  public let clearedBy: String
  /// Whether it is a test of its own, which may make a riskföretag together with others; else it
  /// only raises a company in the list.
  public let isTest: Bool
}

extension StatisticCard {
  init(_ indicator: any Indicator) {
    self.init(
      id: indicator.id, basis: indicator.basis, comparedWith: indicator.comparedWith,
      clearedBy: indicator.clearedBy, isTest: true)
  }
}
