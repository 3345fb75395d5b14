import Testing

@testable import Questions

struct OrderStatisticTests {
  /// Many equal, all equal, spread over all bits, and with the ends of the range.
  @Test(arguments: [1...9, 7...7, .min...(.max), -3_000...3_000, 1_000_000...1_000_300])
  func `the value at a place is that of the sorted numbers`(_ range: ClosedRange<Int32>) {
    var seed: UInt64 = 11
    var numbers = (0..<1500).map { _ in
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let span = UInt64(Int64(range.upperBound) - Int64(range.lowerBound)) + 1
      return Int32(Int64(range.lowerBound) + Int64(seed >> 16 % span))
    }
    numbers += [range.lowerBound, range.upperBound]
    for count in [1, 2, 256, 257, numbers.count] {
      let some = Array(numbers.suffix(count))
      let sorted = some.sorted()
      for place in Set([0, 1, count / 3, count / 2, count - 1]) where place < count {
        #expect(value(at: place, of: some) == sorted[place])
      }
    }
  }
}
