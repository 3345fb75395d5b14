import Testing

@testable import Reporting

struct ShareRoundingTests {
  @Test(arguments: 0..<128 as Range<UInt64>, [2, 4])
  func `shares add up and stay within a unit`(seed: UInt64, decimals: Int) {
    var random = SeededRandom(seed: seed)
    let shares = (0..<Int.random(in: 1...40, using: &random)).map { _ in
      Double.random(in: 0...1, using: &random) * Double.random(in: 0...0.1, using: &random)
    }
    let total = shares.reduce(0, +)
    let rounded = ShareRounding.rounded(shares, total: total, decimals: decimals)
    let whole = FixedDecimal(rounding: total, decimals: decimals)
    #expect(rounded.reduce(0) { $0 + $1.units } == whole?.units)
    for (share, printed) in zip(shares, rounded) {
      #expect(abs(share * FixedDecimal.scale(decimals) - Double(printed.units)) <= 1)
    }
  }

  @Test func `thirds share the last unit by their order`() {
    let shares = ShareRounding.rounded([1.0 / 3, 1.0 / 3, 1.0 / 3], total: 1, decimals: 2)
    #expect(shares.map(\.units) == [34, 33, 33])
  }

  @Test func `a finding that lowers the score keeps its sign`() {
    let shares = ShareRounding.rounded([0.5, -0.12345], total: 0.37655, decimals: 4)
    #expect(shares.map(\.units) == [5000, -1234])
  }

  @Test func `parts that do not add up carry the difference alike`() {
    let shares = ShareRounding.rounded([0.1, 0.1], total: 0.1, decimals: 2)
    #expect(shares.map(\.units) == [5, 5])
  }

  @Test func `no findings have no shares`() {
    #expect(ShareRounding.rounded([], total: 0.2, decimals: 4).isEmpty)
  }
}
