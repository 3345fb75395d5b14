/// The order that sorts `keys` ascending; equal keys keep their order.
///
/// Least significant digit first, eleven bits at a time; a digit that is the same in all keys
/// costs one pass of counting for all digits together, and nothing more. O(n) time; 24 bytes a key
/// while it runs.
public func sortedOrder(_ keys: [UInt64]) -> [UInt32] {
  precondition(keys.count <= Int(UInt32.max), "a table holds fewer rows than 2^32")
  var order = [UInt32](0..<UInt32(keys.count))
  if keys.count < 2 { return order }
  var varying: UInt64 = 0
  for key in keys { varying |= key ^ keys[0] }
  var sorted = keys
  var nextKeys = [UInt64](repeating: 0, count: keys.count)
  var nextOrder = [UInt32](repeating: 0, count: keys.count)
  for shift in stride(from: UInt64(0), to: 64, by: Int(digitBits))
  where varying >> shift & digitMask != 0 {
    scatter(
      sorted.span, order.span, shift: shift, into: &nextKeys, and: &nextOrder)
    swap(&sorted, &nextKeys)
    swap(&order, &nextOrder)
  }
  return order
}

private let digitBits: UInt64 = 11
private let digitMask: UInt64 = 1 << digitBits - 1

private func scatter(
  _ keys: Span<UInt64>, _ order: Span<UInt32>, shift: UInt64,
  into nextKeys: inout [UInt64], and nextOrder: inout [UInt32]
) {
  var places = [Int](repeating: 0, count: 1 << digitBits)
  var starts = places.mutableSpan
  for index in keys.indices { starts[Int(keys[index] >> shift & digitMask)] += 1 }
  var sum = 0
  for digit in starts.indices {
    let count = starts[digit]
    starts[digit] = sum
    sum += count
  }
  var targetKeys = nextKeys.mutableSpan
  var targetOrder = nextOrder.mutableSpan
  for index in keys.indices {
    let digit = Int(keys[index] >> shift & digitMask)
    let place = starts[digit]
    starts[digit] = place + 1
    targetKeys[place] = keys[index]
    targetOrder[place] = order[index]
  }
}

/// Sorts by key, and where keys are equal by `precedes`.
func sortedOrder(
  _ keys: [UInt64], thenBy precedes: (UInt32, UInt32) -> Bool
) -> [UInt32] {
  var order = sortedOrder(keys)
  var start = 0
  while start < order.count {
    let key = keys[Int(order[start])]
    var end = start + 1
    while end < order.count, keys[Int(order[end])] == key { end += 1 }
    if end - start > 1 { order[start..<end].sort(by: precedes) }
    start = end
  }
  return order
}

/// A signed cell as a key that sorts the same.
func sortKey(_ cell: Int32) -> UInt64 { UInt64(UInt32(bitPattern: cell) ^ 0x8000_0000) }
