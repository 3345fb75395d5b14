/// How many marked ones a draw without replacement holds: the hypergeometric distribution.
struct RandomDraw {
  private let probabilities: [Double]
  private let mean: Double

  /// - Parameters:
  ///   - marked: 0…`count`.
  ///   - draws: 0…`count`.
  init(marked: Int, of count: Int, draws: Int) {
    precondition(0...count ~= marked && 0...count ~= draws, "some are marked, some are drawn")
    let fewest = max(0, draws - (count - marked))
    let most = min(marked, draws)
    // Up from the fewest by the ratio of neighbours, then scaled: no factorials are needed.
    var weights = [Double](repeating: 0, count: most + 1)
    weights[fewest] = 1
    for hits in fewest..<most {
      let ratio =
        Double(marked - hits) * Double(draws - hits)
        / (Double(hits + 1) * Double(count - marked - draws + hits + 1))
      weights[hits + 1] = weights[hits] * ratio
    }
    let sum = weights.reduce(0, +)
    probabilities = weights.map { $0 / sum }
    mean = count > 0 ? Double(draws) * Double(marked) / Double(count) : 0
  }

  /// That the number is at least as far from its mean as `hits` is.
  func probability(straying hits: Int) -> Double {
    let distance = abs(Double(hits) - mean) - 1e-9
    return min(
      1,
      probabilities.enumerated().reduce(0) { sum, entry in
        abs(Double(entry.offset) - mean) >= distance ? sum + entry.element : sum
      })
  }
}
