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

  /// What a list in random order has in the mean, exactly.
  ///
  /// The one at rank i is looked for with probability r/n, and each of the i − 1 before it then
  /// with (r − 1)/(n − 1).
  ///
  /// - Parameters:
  ///   - relevant: Those looked for, 0…`count`.
  ///   - count: All in the list, 1 or more.
  ///   - k: 1 or more.
  public init(inRandomOrder relevant: Int, of count: Int, k: Int) {
    precondition(k >= 1 && count >= 1 && 0...count ~= relevant, "some of a list are looked for")
    let others = count > 1 ? Double(relevant - 1) / Double(count - 1) : 0
    let sum = (1...count).reduce(0.0) { sum, rank in
      sum + (1 + Double(rank - 1) * others) / Double(rank)
    }
    averagePrecision = relevant > 0 ? sum / Double(count) : 0
    precisionAtK = Double(relevant) * Double(min(k, count)) / Double(count) / Double(k)
    self.k = k
  }
}
