import Configuration
import Foundation
import SampleWorld
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

  /// Odds at 15 of 100 are 3/17, at 5 of 100 1/19: fewer by 57/17 = 3.3529 times.
  @Test func `where fewer cheat the odds of every score fall by as much`() {
    let fitted = Calibration(midpoint: 0.89, steepness: 2)
    let shifted = fitted.shifted(from: 0.15, to: 0.05)
    #expect(abs(shifted.midpoint - 0.89 * (57.0 / 17).squareRoot()) < 1e-12)
    #expect(shifted.steepness == 2)
    for weight in [0.1, 0.89, 3] {
      let (before, after) = (fitted.probability(weight), shifted.probability(weight))
      #expect(abs(before / (1 - before) / (after / (1 - after)) - 57.0 / 17) < 1e-9)
      // Elkan's theorem 2 with p = before, b = 0.15 and b' = 0.05.
      let elkan =
        0.05 * (before - 0.15 * before) / (0.15 - 0.15 * before + 0.05 * before - 0.15 * 0.05)
      #expect(abs(after - elkan) < 1e-12)
    }
    #expect(fitted.shifted(from: 0.15, to: 0.15) == fitted)
  }

  @Test func `an office's own share of cheats moves its scores, and nothing else`() throws {
    let standard = try Configuration()
    let text = Configuration.File.settings.standard
    let few = try Configuration([
      .settings: text.replacing("andel_fuskar_hos_er: 0.159", with: "andel_fuskar_hos_er: 0.05")
    ])
    #expect(few.settings.cheatingShare == 0.05)
    #expect(
      few.settings.calibration
        == standard.settings.calibration.shifted(from: 0.159, to: 0.05))
    #expect(few.settings.weights == standard.settings.weights)
  }

  /// Four hundred samples of companies that cheat as a curve says: its log-odds lie within the
  /// bounds of nine fits in ten, at a weight in the middle and at one far out.
  @Test func `the bounds of a fitted curve hold the true one as often as they say`() throws {
    var random = SeededGenerator(seed: 4)
    let known = Calibration(midpoint: 0.8, steepness: 2)
    let weights = (0..<150).map { 0.2 * pow(1.02, Double($0)) }
    var held = [0, 0]
    for _ in 0..<400 {
      let outcomes = weights.map { weight in
        (
          score: curve.probability(weight),
          cheats: Double.random(in: 0..<1, using: &random) < known.probability(weight)
        )
      }
      let fitted = try #require(Calibration(fitting: outcomes, former: curve))
      for (place, weight) in [0.9, 2.5].enumerated() {
        let bounds = fitted.bounds(Interval(low: weight, value: weight, high: weight))
        #expect(bounds.low < fitted.probability(weight) && fitted.probability(weight) < bounds.high)
        if bounds.low...bounds.high ~= known.probability(weight) { held[place] += 1 }
      }
    }
    // 360 and four standard deviations of a binomial, 6 each.
    #expect(held.allSatisfy { 336...384 ~= $0 }, "\(held)")
  }

  /// Log-odds a + b · log w with variances 0.04 and 0.09 and covariance 0.01: at w = e the variance
  /// is 0.04 + 0.02 + 0.09 = 0.15.
  @Test func `the curve's error and the evidence's add up as squares of log-odds`() {
    let sure = Calibration(midpoint: 1, steepness: 2)
    var unsure = sure
    unsure.uncertainty = CurveUncertainty(level: 0.04, slope: 0.09, covariance: 0.01)
    let weight = exp(1.0)
    let evidence = Interval(low: weight / 2, value: weight, high: weight * 3)
    func logOdds(_ p: Double) -> Double { log(p / (1 - p)) }
    let error = 1.6448536269514722 * 0.15.squareRoot()
    let bounds = unsure.bounds(evidence)
    #expect(abs(logOdds(bounds.low) - (2 - hypot(2 * log(2.0), error))) < 1e-9)
    #expect(abs(logOdds(bounds.high) - (2 + hypot(2 * log(3.0), error))) < 1e-9)
    #expect(abs(sure.bounds(evidence).low - sure.probability(weight / 2)) < 1e-12)
    let none = unsure.bounds(Interval(low: 0, value: 0, high: 0))
    #expect(none.low == 0 && none.high == 0)
    let perhaps = unsure.bounds(Interval(low: 0, value: 0, high: 1))
    #expect(perhaps.low == 0 && abs(logOdds(perhaps.high) - 1.6448536269514722 * 0.2) < 1e-9)
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
