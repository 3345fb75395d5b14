/// How many values fell in each logarithmic bin; only bins that are not empty are kept, in order.
///
/// Merging adds integers, so that the profile of a union is exactly the merge of the profiles.
/// Quantiles, the median and the MAD are within 1/256 of the values that they stand for.
public struct BinnedCounts: Sendable, Equatable {
  /// Bin in the high 32 bits, count in the low ones; ascending.
  private var entries: [UInt64] = []

  public init() {}

  /// - Parameter values: In any order; sums in öre or wages in 1/10,000 kr, for example.
  public init(_ values: some Sequence<Int64>) {
    var bins = values.map { UInt64(LogBins.bin($0)) }
    bins.sort()
    for bin in bins {
      if let last = entries.last, last >> 32 == bin {
        entries[entries.count - 1] = last + 1
      } else {
        entries.append(bin << 32 | 1)
      }
    }
  }

  public var count: Int { entries.reduce(0) { $0 + Int($1 & 0xffff_ffff) } }

  public mutating func merge(_ other: BinnedCounts) {
    if entries.isEmpty {
      entries = other.entries
      return
    }
    var merged: [UInt64] = []
    merged.reserveCapacity(entries.count + other.entries.count)
    var (left, right) = (entries[...], other.entries[...])
    while let a = left.first, let b = right.first {
      if a >> 32 == b >> 32 {
        merged.append(a + (b & 0xffff_ffff))
        left.removeFirst()
        right.removeFirst()
      } else if a < b {
        merged.append(left.removeFirst())
      } else {
        merged.append(right.removeFirst())
      }
    }
    entries = merged + left + right
  }

  /// The lower `share` quantile, 0…1; `nil` where nothing was counted.
  public func quantile(_ share: Double) -> Double? {
    weightedQuantile(entries.map { (LogBins.value(UInt16($0 >> 32)), $0 & 0xffff_ffff) }, share)
  }

  public var median: Double? { quantile(0.5) }

  /// The median absolute deviation from the median, unscaled.
  public var medianAbsoluteDeviation: Double? {
    guard let median else { return nil }
    let deviations = entries.map {
      (abs(LogBins.value(UInt16($0 >> 32)) - median), $0 & 0xffff_ffff)
    }
    return weightedQuantile(deviations.sorted { $0.0 < $1.0 }, 0.5)
  }

  private func weightedQuantile(_ ascending: [(Double, UInt64)], _ share: Double) -> Double? {
    let total = count
    if total == 0 { return nil }
    let rank = max(1, Int((share * Double(total)).rounded(.up)))
    var seen = 0
    for (value, count) in ascending {
      seen += Int(count)
      if seen >= rank { return value }
    }
    return ascending.last?.0
  }
}
