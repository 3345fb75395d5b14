import SickPay

/// Which rows of a table pass, one bit each.
struct RowMask: Sendable, Equatable {
  let count: Int
  /// Row `r` is bit `r % 64` of word `r / 64`; bits beyond `count` are 0.
  private(set) var words: [UInt64]

  /// - Parameter holds: Whether a row passes.
  @inline(__always)
  init(count: Int, _ holds: (Int) -> Bool) {
    self.count = count
    words = [UInt64](capacity: (count + 63) / 64) { output in
      for start in stride(from: 0, to: count, by: 64) {
        var word: UInt64 = 0
        for row in start..<min(start + 64, count) {
          word |= (holds(row) ? 1 : 0) << UInt64(row - start)
        }
        output.append(word)
      }
    }
  }

  /// The rows whose cell lies in a range.
  init(_ cells: [Int32], in range: ClosedRange<Int32>) {
    let (low, high) = (range.lowerBound, range.upperBound)
    let cells = cells.span
    self.init(count: cells.count) { row in cells[row] >= low && cells[row] <= high }
  }

  /// The rows on which two cells, none of them empty, compare so.
  init(_ left: [Int32], _ comparison: FilterComparison, _ right: [Int32]) {
    let (left, right) = (left.span, right.span)
    self.init(count: left.count) { row in
      let (a, b) = (left[row], right[row])
      if a == absentCell || b == absentCell { return false }
      return switch comparison {
      case .equal: a == b
      case .notEqual: a != b
      case .below: a < b
      case .atMost: a <= b
      case .above: a > b
      case .atLeast: a >= b
      }
    }
  }

  mutating func formIntersection(_ other: RowMask) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  mutating func formUnion(_ other: RowMask) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  mutating func invert() {
    for index in words.indices { words[index] = ~words[index] }
    if count % 64 > 0 { words[words.count - 1] &= (1 << UInt64(count % 64)) - 1 }
  }

  func contains(_ row: Int) -> Bool { words[row / 64] >> UInt64(row % 64) & 1 == 1 }

  /// The rows that pass, ascending.
  var rows: [Int32] {
    [Int32](capacity: words.reduce(0) { $0 + $1.nonzeroBitCount }) { output in
      for (index, word) in words.enumerated() {
        var rest = word
        while rest != 0 {
          output.append(Int32(index * 64 + rest.trailingZeroBitCount))
          rest &= rest - 1
        }
      }
    }
  }
}
