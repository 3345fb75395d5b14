import Testing

@testable import Detection

struct CalibrationTests {
  private let curve = Calibration(midpoint: 0.6, steepness: 3)

  @Test func `a half at the midpoint, nothing without evidence, never certain`() {
    #expect(abs(curve.probability(0.6) - 0.5) < 1e-12)
    #expect(curve.probability(0) == 0)
    #expect(curve.probability(1000) < 1)
    #expect(curve.probability(0.3) < curve.probability(0.4))
  }

  /// At each of twenty weights, as many of a thousand companies cheat as the curve says.
  @Test func `a curve is found again from what it gives`() throws {
    let known = Calibration(midpoint: 0.8, steepness: 2)
    var outcomes: [(score: Double, cheats: Bool)] = []
    for step in 1...20 {
      let weight = 0.1 * Double(step)
      let cheats = Int((1000 * known.probability(weight)).rounded())
      for number in 0..<1000 {
        outcomes.append((curve.probability(weight), number < cheats))
      }
    }
    let fitted = try #require(Calibration(fitting: outcomes, former: curve))
    #expect(abs(fitted.midpoint - 0.8) < 0.01)
    #expect(abs(fitted.steepness - 2) < 0.02)
  }

  @Test func `outcomes of one kind tell no curve`() {
    #expect(Calibration(fitting: [(0.2, true), (0.7, true)], former: curve) == nil)
    #expect(Calibration(fitting: [], former: curve) == nil)
    #expect(Calibration(fitting: [(0.2, false), (0.7, true)], former: curve) == nil)
  }
}

struct OrdinarySlipsTests {
  /// Two rules and two companies of a hundred claims: the second slips twice as often in the first.
  @Test func `care in the other rules is what counts, drawn towards that of all`() {
    let slips = OrdinarySlips([[10, 20], [5, 5]], atRisk: [[100, 100], [100, 100]])
    let others = slips.inOtherRules(than: 1)
    #expect(abs(others[0] - (8 + 10) / (8 + 15)) < 1e-12)
    #expect(abs(others[1] - (8 + 20) / (8 + 15)) < 1e-12)
    #expect(slips.inOtherRules(than: 0) == [1, 1])
  }

  @Test func `a habit in one rule is no carelessness`() {
    let slips = OrdinarySlips(
      [[1, 1, 90], [5, 5, 5]], atRisk: [[100, 100, 100], [100, 100, 100]])
    // 92 of 300 expected 30.67 of each; no more than twice that and two count.
    let seen = 8 + 2 * (92.0 / 3) + 2
    #expect(abs(slips.inOtherRules(than: 1)[2] - seen / (8 + 92.0 / 3)) < 1e-12)
  }
}
