/// A statistic as it is shown to those who meet its findings; every text in Swedish.
public struct StatisticPage: Sendable, Equatable {
  public var id: String
  /// What is compared with what.
  public var basis: String
  /// The companies that one is compared with.
  public var comparedWith: String
  public var clearedBy: String
  /// Whether it may make a riskföretag together with others.
  public var isTest: Bool
  public var weight: Double
  /// på, tyst or av.
  public var mode: String

  public init(
    id: String, basis: String, comparedWith: String, clearedBy: String, isTest: Bool,
    weight: Double, mode: String
  ) {
    self.id = id
    self.basis = basis
    self.comparedWith = comparedWith
    self.clearedBy = clearedBy
    self.isTest = isTest
    self.weight = weight
    self.mode = mode
  }
}
