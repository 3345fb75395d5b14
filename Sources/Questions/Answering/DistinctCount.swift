import SickPay

/// Counts distinct ids in one bucket after the other: an id that was met bears the bucket's number.
struct DistinctCount {
  private let ids: [Int32]
  private var lastBucket: [Int32]
  private var bucket: Int32 = 0

  /// - Parameter ids: Of each fact, 0 or more.
  init(_ ids: [Int32]) {
    self.ids = ids
    lastBucket = Array(repeating: 0, count: Int(ids.max() ?? -1) + 1)
  }

  /// How many distinct ids the facts of a bucket have.
  mutating func count(_ facts: ArraySlice<Int32>) -> Int {
    bucket += 1
    return added(facts)
  }

  /// How many distinct ids the facts of several groups have together.
  mutating func count(_ groups: [Int], of buckets: Buckets) -> Int {
    bucket += 1
    return groups.reduce(0) { $0 + added(buckets[$1]) }
  }

  private mutating func added(_ facts: ArraySlice<Int32>) -> Int {
    var distinct = 0
    for fact in facts {
      let id = Int(ids[Int(fact)])
      if lastBucket[id] != bucket {
        lastBucket[id] = bucket
        distinct += 1
      }
    }
    return distinct
  }
}
