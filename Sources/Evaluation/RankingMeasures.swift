/// How well a ranked list finds what it should, by the measures of information retrieval
/// (Manning, Raghavan & Schütze, Introduction to Information Retrieval, 2008, §8.4).
public struct RankingMeasures: Sendable, Equatable {
  /// Mean of the precision at the rank of each one looked for, 0…1.
  public let averagePrecision: Double
  /// Share of those looked for among the first k.
  public let precisionAtK: Double
  public let k: Int

  /// - Parameters:
  ///   - isRelevant: In the list's order, best rank first; every item once.
  ///   - k: 1 or more.
  public init(_ isRelevant: [Bool], k: Int) {
    precondition(k >= 1, "precision is taken among at least one")
    var (found, sum) = (0, 0.0)
    for (index, relevant) in isRelevant.enumerated() where relevant {
      found += 1
      sum += Double(found) / Double(index + 1)
    }
    averagePrecision = found > 0 ? sum / Double(found) : 0
    precisionAtK = Double(isRelevant.prefix(k).count { $0 }) / Double(k)
    self.k = k
  }
}
