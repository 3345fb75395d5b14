/// Rounds the parts of a sum so that the printed parts add up to the printed sum.
///
/// Largest remainder: every part is rounded down, and what is then missing goes, one unit each, to
/// the parts that lost most; of equal ones, to the first. A part ends less than one unit from its
/// value if the parts add up to the whole. If they don't, all carry the difference alike.
enum ShareRounding {
  /// - Parameters:
  ///   - shares: the parts, adding up to `total`.
  ///   - decimals: how many to print, of the parts as of the whole.
  static func rounded(_ shares: [Double], total: Double, decimals: Int) -> [FixedDecimal] {
    let whole = FixedDecimal(rounding: total, decimals: decimals)?.units ?? 0
    let scale = FixedDecimal.scale(decimals)
    var units = shares.map { Int64(exactly: ($0 * scale).rounded(.down)) ?? 0 }
    guard !units.isEmpty else { return [] }
    let lost = zip(shares, units).map { $0 * scale - Double($1) }
    let order = units.indices.sorted { lost[$0] != lost[$1] ? lost[$0] > lost[$1] : $0 < $1 }
    let missing = whole - units.reduce(0, +)
    let (each, rest) = floorDivide(missing, by: Int64(units.count))
    for (place, index) in order.enumerated() { units[index] += each + (place < rest ? 1 : 0) }
    return units.map { FixedDecimal(units: $0, decimals: decimals) }
  }

  private static func floorDivide(_ value: Int64, by divisor: Int64) -> (Int64, Int) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0
      ? (quotient - 1, Int(remainder + divisor)) : (quotient, Int(remainder))
  }
}

extension CompanyReport {
  /// The findings' shares, adding up to the score at the same number of decimals.
  func printedShares(decimals: Int) -> [FixedDecimal] {
    ShareRounding.rounded(findings.map(\.share), total: score, decimals: decimals)
  }
}
