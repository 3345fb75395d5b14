import Ledger

/// Things put in groups: each has the number of its group, given as the groups are met.
struct Grouping {
  /// As long as there are things.
  private(set) var groups: [Int32]
  private(set) var count: Int

  /// All in one group.
  init(things: Int) {
    groups = Array(repeating: 0, count: things)
    count = things > 0 ? 1 : 0
  }

  /// Parts each group by a code of its things.
  ///
  /// Where groups and codes together are few, a table says which new group is theirs, else open
  /// addressing on both as one number.
  mutating func split(by codes: [Int32]) {
    guard let low = codes.min(), let high = codes.max() else { return }
    let width = Int(high) - Int(low) + 1
    if width <= Grouping.tableSize(codes.count) / count {
      splitByTable(codes.span, low: Int(low), width: width)
    } else {
      splitByNumber(codes)
    }
  }

  /// Entries that cost less than the things themselves.
  private static func tableSize(_ things: Int) -> Int { max(1 << 16, 2 * things) }

  private mutating func splitByTable(_ codes: Span<Int32>, low: Int, width: Int) {
    var table = [Int32](repeating: -1, count: count * width)
    var known = table.mutableSpan
    var things = groups.mutableSpan
    var next: Int32 = 0
    for thing in codes.indices {
      let place = Int(things[thing]) * width + Int(codes[thing]) - low
      if known[place] < 0 {
        known[place] = next
        next += 1
      }
      things[thing] = known[place]
    }
    count = Int(next)
  }

  private mutating func splitByNumber(_ codes: [Int32]) {
    var numbers = NumberDictionary()
    for thing in codes.indices {
      let code = UInt64(UInt32(bitPattern: codes[thing]))
      groups[thing] = numbers.intern(UInt64(groups[thing]) << 32 | code)
    }
    count = numbers.count
  }

  /// The things of each group.
  var buckets: Buckets { Buckets(self) }
}

/// The things of each group beside each other, ascending.
struct Buckets {
  private let offsets: [Int]
  private let things: [Int32]

  fileprivate init(_ grouping: Grouping) {
    var offsets = [Int](repeating: 0, count: grouping.count + 1)
    for group in grouping.groups { offsets[Int(group) + 1] += 1 }
    for group in 0..<grouping.count { offsets[group + 1] += offsets[group] }
    var next = offsets
    var things = [Int32](repeating: 0, count: grouping.groups.count)
    for (thing, group) in grouping.groups.enumerated() {
      things[next[Int(group)]] = Int32(thing)
      next[Int(group)] += 1
    }
    (self.offsets, self.things) = (offsets, things)
  }

  var count: Int { offsets.count - 1 }
  var all: [Int32] { Array(0..<Int32(things.count)) }

  subscript(group: Int) -> ArraySlice<Int32> { things[offsets[group]..<offsets[group + 1]] }

  /// The things of several groups, ascending.
  func union(_ groups: some Sequence<Int>) -> ArraySlice<Int32> {
    groups.flatMap { self[$0] }.sorted()[...]
  }
}
