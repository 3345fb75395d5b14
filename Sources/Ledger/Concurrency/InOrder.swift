/// The results for all items, in their order, worked out beside each other.
///
/// - Parameter threads: How many items are worked on at a time at the most; 1 or more.
public func inOrder<Item: Sendable, Result: Sendable>(
  _ items: [Item], threads: Int = .max, _ work: @escaping @Sendable (Item) -> Result
) async -> [Result] {
  var results: [Result?] = Array(repeating: nil, count: items.count)
  await withTaskGroup(of: (Int, Result).self) { group in
    var next = 0
    func start() {
      guard next < items.count else { return }
      let (index, item) = (next, items[next])
      next += 1
      group.addTask { (index, work(item)) }
    }
    for _ in 0..<min(threads, items.count) { start() }
    for await (index, result) in group {
      results[index] = result
      start()
    }
  }
  return results.compactMap(\.self)
}

/// `0..<count` as ranges of about equal length, for work of which each part stands alone.
///
/// Enough of them that no thread waits long for the last one; no result may depend on their number.
public func pieces(of count: Int) -> [Range<Int>] {
  let pieces = min(64, count)
  return (0..<pieces).map { count * $0 / pieces..<count * ($0 + 1) / pieces }
}
