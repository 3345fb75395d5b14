/// How some amounts lie, exact. Öre.
struct AmountDistribution: Sendable {
  let sum: Int
  let mean: Double
  /// Of a sample: divided by one less than there are; 0 of a single amount.
  let deviation: Double
  let median: Double
  /// The median absolute deviation from the median.
  let spread: Double
  /// At 25, 75, 95 and 99 %, linear between neighbours.
  let quantiles: [Double]

  /// - Parameter amounts: At least one.
  init(_ amounts: [Int32]) {
    let sorted = amounts.sorted()
    sum = sorted.reduce(0) { $0 + Int($1) }
    let mean = Double(sum) / Double(sorted.count)
    let squares = sorted.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    self.mean = mean
    deviation = sorted.count > 1 ? (squares / Double(sorted.count - 1)).squareRoot() : 0
    let median = quantile(0.5, of: sorted.map(Double.init))
    self.median = median
    spread = quantile(0.5, of: sorted.map { abs(Double($0) - median) }.sorted())
    let doubles = sorted.map(Double.init)
    quantiles = [0.25, 0.75, 0.95, 0.99].map { quantile($0, of: doubles) }
  }
}

private func quantile(_ share: Double, of sorted: [Double]) -> Double {
  let place = share * Double(sorted.count - 1)
  let below = Int(place)
  let above = min(below + 1, sorted.count - 1)
  return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
}
