import Foundation
import Testing

@testable import Detection

struct IsolationForestTests {
  /// ADBench (Han et al., NeurIPS 2022): sixteen labelled sets. scikit-learn's forest of 100 trees
  /// of 256 rows has a mean AUROC of 0.759 on them.
  @Test func `labelled outliers are found as well as by scikit-learn`() throws {
    guard let dataFolder else { return Skipping.say("adbench") }
    let folder = URL(filePath: dataFolder).appending(path: "anomaly/adbench")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var areas: [Double] = []
    for file in files where file.hasSuffix(".csv") {
      let set = try LabelledSet(folder.appending(path: file))
      let forest = IsolationForest(set.rows, columns: set.columns, seed: 1)
      let scores = set.labels.indices.map { forest.score(set.rows, at: $0 * set.columns) }
      areas.append(areaUnderCurve(scores, set.labels))
      print(file, set.labels.count, set.columns, areas[areas.count - 1])
    }
    let mean = areas.reduce(0, +) / Double(areas.count)
    print("medel", mean)
    #expect(areas.count == 16)
    #expect(mean > 0.749)
  }

  private struct LabelledSet {
    var rows: [Double] = []
    var labels: [Bool] = []
    var columns = 0

    /// The last column is the label; a header line, where there is one, holds no numbers.
    init(_ file: URL) throws {
      for line in try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline) {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        let values = fields.compactMap { Double($0) }
        guard values.count == fields.count, let label = values.last else { continue }
        columns = values.count - 1
        rows += values.dropLast()
        labels.append(label == 1)
      }
    }
  }

  /// The probability that a labelled row has a higher score than another; ties count half.
  private func areaUnderCurve(_ scores: [Double], _ labels: [Bool]) -> Double {
    let order = scores.indices.sorted { scores[$0] < scores[$1] }
    var (ranks, start) = (0.0, 0)
    while start < order.count {
      var end = start + 1
      while end < order.count, scores[order[end]] == scores[order[start]] { end += 1 }
      let rank = Double(start + end + 1) / 2
      ranks += rank * Double(order[start..<end].count { labels[$0] })
      start = end
    }
    let found = Double(labels.count { $0 })
    return (ranks - found * (found + 1) / 2) / (found * (Double(labels.count) - found))
  }

  /// A cloud around the middle and one row far off in the second column.
  private func cloud() -> [Double] {
    var random = SplitMix64(seed: 5)
    var rows = (0..<600).map { _ in random.unit() }
    rows[1] = 9
    return rows
  }

  @Test func `the row that lies apart has the highest score, by the column that sets it apart`() {
    let rows = cloud()
    let forest = IsolationForest(rows, columns: 3, seed: 1)
    let scores = (0..<200).map { forest.score(rows, at: $0 * 3) }
    #expect(scores.max() == scores[0])
    #expect(scores[0] > 0.7)
    let parts = forest.contributions(Array(rows[0..<3]), usual: [0.5, 0.5, 0.5])
    #expect(parts[1] > 0.9)
    #expect(abs(parts.reduce(0, +) - 1) < 1e-12)
  }

  @Test func `one seed gives one forest`() {
    let rows = cloud()
    let (one, other) = (0..<2).map { _ in
      IsolationForest(rows, columns: 3, seed: 7).score(rows, at: 300)
    }.reduce(into: (0.0, 0.0)) { $0 = ($0.1, $1) }
    #expect(one == other)
    #expect(IsolationForest(rows, columns: 3, seed: 8).score(rows, at: 300) != one)
  }

  @Test func `rows that are all alike are all ordinary`() {
    let rows = [Double](repeating: 1, count: 60)
    let forest = IsolationForest(rows, columns: 2, seed: 1)
    #expect(forest.score(rows, at: 0) == forest.score(rows, at: 58))
    #expect(IsolationForest([1, 2], columns: 2, seed: 1).score([1, 2], at: 0) == 0.5)
  }
}
