import Testing

@testable import Detection

/// What several pieces of evidence come to.
struct EvidenceTests {
  private let curve = Calibration(midpoint: 1, steepness: 2)

  private func piece(
    _ low: Double, _ value: Double, _ high: Double, weight: Double = 1,
    vote: StatisticFamily? = nil
  ) -> WeightedEvidence {
    WeightedEvidence(
      findings: [], weight: weight, strength: Interval(low: low, value: value, high: high),
      vote: vote)
  }

  @Test func `statistics of one family are one witness`() {
    let pieces = [piece(0, 1, 1, vote: .rate), piece(0, 1, 1, vote: .rate)]
    #expect(independentStatistics(pieces) == 1)
    #expect(independentStatistics(pieces + [piece(0, 1, 1, vote: .length)]) == 2)
    #expect(independentStatistics(pieces + [piece(0, 1, 1, weight: 0, vote: .length)]) == 1)
    #expect(independentStatistics([piece(0, 1, 1), piece(0, 1, 1)]) == 0)
  }

  @Test func `the bounds of one piece are the score's, those of two do not add up`() {
    let one = Score([piece(0.2, 0.5, 0.9)], curve)
    #expect(abs(one.low - curve.probability(0.2)) < 1e-12)
    #expect(abs(one.high - curve.probability(0.9)) < 1e-12)
    let two = Score([piece(0.2, 0.5, 0.9), piece(0.1, 0.5, 0.8, weight: 2)], curve)
    // Down by 0.3 and 2 · 0.4, up by 0.4 and 2 · 0.3.
    #expect(abs(two.value - curve.probability(1.5)) < 1e-12)
    #expect(abs(two.low - curve.probability(1.5 - 0.73.squareRoot())) < 1e-12)
    #expect(abs(two.high - curve.probability(1.5 + 0.52.squareRoot())) < 1e-12)
    #expect(Score([], curve) == Score(value: 0, low: 0, high: 0))
  }

  @Test func `every family has a statistic, and sickness often is one`() {
    let rate = Catalogue.indicators.filter { $0.family == .rate }.map(\.id.description)
    #expect(rate.contains("sjukfrekvens") && rate.contains("ofta-sjuka"))
    for family in StatisticFamily.allCases {
      #expect(Catalogue.indicators.contains { $0.family == family })
    }
  }
}
