/// The median of values in any order; `nil` for none.
func median(_ values: [Double]) -> Double? {
  if values.isEmpty { return nil }
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/// The median absolute deviation, scaled to the standard deviation of a normal distribution.
func robustDeviation(_ values: [Double], around centre: Double) -> Double? {
  median(values.map { abs($0 - centre) }).map { $0 * 1.4826 }
}
