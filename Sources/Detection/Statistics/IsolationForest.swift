import Glibc

/// How easily a row is told apart from the others by random cuts: the isolation forest of Liu, Ting
/// & Zhou (IEEE ICDM 2008, 413, doi:10.1109/ICDM.2008.17).
///
/// Each tree cuts a random sample by random values of random columns until every row is alone or
/// the depth is log₂ of the sample; rows with short paths are unusual. The same seed and rows give
/// the same forest.
public struct IsolationForest: Sendable {
  /// A cut, or a leaf where `column` is negative.
  private struct Node {
    var column: Int32
    /// The second child; the first follows its parent.
    var right: Int32
    /// The cut, or at a leaf the path's length to it with what is left to cut.
    var value: Double
  }

  private var nodes: [Node] = []
  private var roots: [Int] = []
  private let scale: Double

  /// - Parameters:
  ///   - rows: Row by row, `columns` values each.
  ///   - sample: Rows of each tree, at most as many as there are.
  public init(_ rows: [Double], columns: Int, trees: Int = 100, sample: Int = 256, seed: UInt64) {
    precondition(columns > 0 && rows.count % columns == 0, "rows have one value to each column")
    let count = rows.count / columns
    let size = min(sample, count)
    scale = IsolationForest.averagePath(size)
    if size < 2 { return }
    let depth = Int(log2(Double(size)).rounded(.up))
    var random = SplitMix64(seed: seed)
    var order = Array(0..<count)
    for _ in 0..<trees {
      for place in 0..<size { order.swapAt(place, place + random.below(count - place)) }
      roots.append(nodes.count)
      grow(rows, columns, &order, 0..<size, depthLeft: depth, depth: 0, &random)
    }
  }

  private mutating func grow(
    _ rows: [Double], _ columns: Int, _ order: inout [Int], _ range: Range<Int>, depthLeft: Int,
    depth: Int, _ random: inout SplitMix64
  ) {
    let cut =
      depthLeft > 0 && range.count > 1 ? cut(rows, columns, order[range], &random) : nil
    guard let cut else {
      let path = Double(depth) + IsolationForest.averagePath(range.count)
      nodes.append(Node(column: -1, right: 0, value: path))
      return
    }
    let node = nodes.count
    nodes.append(Node(column: Int32(cut.column), right: 0, value: cut.value))
    var middle = range.lowerBound
    for place in range where rows[order[place] * columns + cut.column] < cut.value {
      order.swapAt(place, middle)
      middle += 1
    }
    grow(
      rows, columns, &order, range.lowerBound..<middle, depthLeft: depthLeft - 1,
      depth: depth + 1, &random)
    nodes[node].right = Int32(nodes.count)
    grow(
      rows, columns, &order, middle..<range.upperBound, depthLeft: depthLeft - 1,
      depth: depth + 1, &random)
  }

  /// A column in which the rows differ, and a value between their least and greatest.
  private func cut(
    _ rows: [Double], _ columns: Int, _ members: ArraySlice<Int>, _ random: inout SplitMix64
  ) -> (column: Int, value: Double)? {
    let start = random.below(columns)
    for step in 0..<columns {
      // A column that tells nothing gives its turn to the next.
      let column = (start + step) % columns
      var (low, high) = (Double.infinity, -Double.infinity)
      for row in members {
        let value = rows[row * columns + column]
        low = min(low, value)
        high = max(high, value)
      }
      if low < high { return (column, high - (high - low) * random.unit()) }
    }
    return nil
  }

  /// The average path of an unsuccessful search in a binary search tree of `count` rows.
  private static func averagePath(_ count: Int) -> Double {
    if count < 2 { return 0 }
    if count == 2 { return 1 }
    let rest = Double(count - 1)
    return 2 * (log(rest) + 0.5772156649015329) - 2 * rest / Double(count)
  }

  /// 0…1: a half is ordinary, near 1 is alone.
  ///
  /// - Parameter start: Where the row begins in `rows`.
  public func score(_ rows: [Double], at start: Int) -> Double {
    if roots.isEmpty { return 0.5 }
    var paths = 0.0
    for root in roots {
      var node = nodes[root]
      var place = root
      while node.column >= 0 {
        place = rows[start + Int(node.column)] < node.value ? place + 1 : Int(node.right)
        node = nodes[place]
      }
      paths += node.value
    }
    return exp2(-paths / Double(roots.count) / scale)
  }

  /// How much of a row's score each column gives: by how much it falls with the column's usual
  /// value in its place, as shares that add up to 1; all 0 where none lowers it.
  func contributions(_ row: [Double], usual: [Double]) -> [Double] {
    let score = score(row, at: 0)
    var changed = row
    let falls = row.indices.map { column in
      changed[column] = usual[column]
      defer { changed[column] = row[column] }
      return max(0, score - self.score(changed, at: 0))
    }
    let sum = falls.reduce(0, +)
    return sum > 0 ? falls.map { $0 / sum } : falls
  }
}
