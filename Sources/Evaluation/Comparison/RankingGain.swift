import SampleWorld
public import SickPay

/// What two lists of the same companies find among their first, where it is known what is wrong.
///
/// The intervals are of companies drawn anew with replacement, the same draw for both lists, so
/// that the difference is judged on pairs.
public struct RankingGain: Sendable {
  /// What is known of a company.
  public struct Known: Sendable {
    public let isWrong: Bool
    public let kronor: Ore

    public init(isWrong: Bool, kronor: Ore) {
      self.isWrong = isWrong
      self.kronor = kronor
    }
  }

  /// Of one list's first, or of the difference.
  public struct Finds: Sendable, Equatable {
    /// Share of companies with something wrong.
    public let precision: Estimate
    /// What is known to be false, in kronor.
    public let kronor: Estimate
  }

  public let before: Finds
  public let after: Finds
  /// After less before.
  public let difference: Finds

  private static let seed: UInt64 = 0x6A_11

  /// - Parameters:
  ///   - before, after: Best rank first; companies that are not `known` are left out.
  ///   - top: How many first companies, 1 or more.
  public init(
    before: [OrganisationNumber], after: [OrganisationNumber],
    known: [OrganisationNumber: Known], top: Int
  ) {
    precondition(top >= 1, "a top has a company")
    let numbers = Set(before + after).filter { known[$0] != nil }.sorted()
    let index = Dictionary(uniqueKeysWithValues: zip(numbers, numbers.indices))
    let values = numbers.compactMap { known[$0] }
    let lists = [before, after].map { $0.compactMap { index[$0] } }
    let once = [Int](repeating: 1, count: numbers.count)
    func find(_ list: [Int], _ times: [Int]) -> (precision: Double, kronor: Double) {
      var (rest, wrong, ore) = (top, 0, Int64(0))
      for company in list where rest > 0 {
        let taken = min(rest, times[company])
        rest -= taken
        if values[company].isWrong { wrong += taken }
        ore += values[company].kronor.value * Int64(taken)
      }
      return (Double(wrong) / Double(top), Double(ore) / 100)
    }
    func estimate(_ value: ([Int]) -> Double) -> Estimate {
      var random = SeededGenerator(seed: RankingGain.seed)
      return Estimate(mean: value(once)) {
        var times = [Int](repeating: 0, count: numbers.count)
        for _ in numbers.indices { times[Int.random(in: numbers.indices, using: &random)] += 1 }
        return value(times)
      }
    }
    let finds = lists.map { list in
      Finds(
        precision: estimate { find(list, $0).precision },
        kronor: estimate { find(list, $0).kronor })
    }
    (self.before, self.after) = (finds[0], finds[1])
    difference = Finds(
      precision: estimate { find(lists[1], $0).precision - find(lists[0], $0).precision },
      kronor: estimate { find(lists[1], $0).kronor - find(lists[0], $0).kronor })
  }
}
