/// The sums above zero that a company claims, in ascending order: what digits, repeats and round
/// sums are read from. Merging two is merging two sorted lists, so any split gives the same.
public struct ClaimedSums: Sendable, Equatable {
  /// Öre, above 0.
  public private(set) var ore: [Int64] = []

  public init() {}

  /// - Parameter sums: In any order; what is not above zero is left out.
  public init(_ sums: some Sequence<Int64>) {
    ore = sums.filter { $0 > 0 }
    ore.sort()
  }

  public var count: Int { ore.count }

  public mutating func merge(_ other: ClaimedSums) {
    var merged: [Int64] = []
    merged.reserveCapacity(ore.count + other.ore.count)
    var (left, right) = (0, 0)
    while left < ore.count, right < other.ore.count {
      if ore[left] <= other.ore[right] {
        merged.append(ore[left])
        left += 1
      } else {
        merged.append(other.ore[right])
        right += 1
      }
    }
    merged += ore[left...]
    ore = merged + other.ore[right...]
  }

  /// Pairs of claims with the same sum.
  public var equalPairs: Int {
    var (pairs, run) = (0, 0)
    for index in ore.indices {
      run = index > 0 && ore[index - 1] == ore[index] ? run + 1 : 0
      pairs += run
    }
    return pairs
  }

  /// How many sums occur more than once, and how many claims there are beyond the first of each.
  public var repeats: (sums: Int, tooMany: Int) {
    var (sums, tooMany) = (0, 0)
    for index in ore.indices.dropFirst() where ore[index - 1] == ore[index] {
      tooMany += 1
      if index == 1 || ore[index - 2] != ore[index] { sums += 1 }
    }
    return (sums, tooMany)
  }

  /// How many sums are whole multiples of an amount of öre.
  public func multiples(of unit: Int64) -> Int { ore.count { $0 % unit == 0 } }

  /// How many sums begin with each pair of digits, 10 to 99, as the decimal text has them: 5 öre is
  /// 50, 108,35 kr is 10.
  public var firstTwoDigits: [Int] {
    var counts = [Int](repeating: 0, count: 90)
    for sum in ore {
      var digits = sum
      while digits >= 100 { digits /= 10 }
      counts[Int(digits < 10 ? digits * 10 : digits) - 10] += 1
    }
    return counts
  }
}
