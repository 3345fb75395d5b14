import Glibc
import SampleWorld
import Testing

@testable import Detection

/// That p-values are what they say where nobody cheats, whatever the company's size.
struct CalibratedCountTests {
  /// A hundred companies of all sizes.
  private func exposures(_ random: inout SeededGenerator) -> [Double] {
    (0..<100).map { _ in exp(Double.random(in: 2...7, using: &random)) }
  }

  private func exponential(_ random: inout SeededGenerator) -> Double {
    -log(1 - Double.random(in: 0..<1, using: &random))
  }

  /// A gamma of a whole shape is a sum of exponentials; a Poisson counts those up to its mean.
  private func gamma(_ shape: Int, _ random: inout SeededGenerator) -> Double {
    (0..<shape).reduce(0) { sum, _ in sum + exponential(&random) } / Double(shape)
  }

  private func poisson(_ mean: Double, _ random: inout SeededGenerator) -> Int {
    var (count, sum) = (0, exponential(&random))
    while sum < mean {
      count += 1
      sum += exponential(&random)
    }
    return count
  }

  /// Of 2,000, and of the 660 large ones; a mixture that takes its own tail for others has 40 rare
  /// ones and more.
  @Test func `gamma-Poisson counts of ordinary companies are seldom rare, large ones' too`() {
    var random = SeededGenerator(seed: 3)
    var (rare, rareOfLarge) = (0, 0)
    for _ in 0..<20 {
      let counts = exposures(&random).map { exposure in
        (observed: poisson(0.1 * exposure * gamma(8, &random), &random), exposure: exposure)
      }
      let mixture = CountMixture(
        fitting: counts, departure: CountMixture.Departure(base: 0, factor: 1.8, size: 6))
      for (observed, exposure) in counts
      where mixture.beside(observed, exposure: exposure).ordinary
        .upperTail(observed, exposure: exposure) < 0.01
      {
        rare += 1
        if exposure > exp(5.35) { rareOfLarge += 1 }
      }
    }
    #expect(rare < 32, "\(rare)")
    #expect(rareOfLarge < 13, "\(rareOfLarge)")
  }

  @Test func `those who are others are still set apart`() {
    var random = SeededGenerator(seed: 4)
    let counts = exposures(&random).enumerated().map { place, exposure in
      let rate = place % 7 == 0 ? 0.4 : 0.1 * gamma(8, &random)
      return (observed: poisson(rate * exposure, &random), exposure: exposure)
    }
    let mixture = CountMixture(
      fitting: counts, departure: CountMixture.Departure(base: 0, factor: 4, size: 6))
    #expect(abs(mixture.ordinary.mean - 0.1) < 0.03)
    #expect(0.08...0.25 ~= mixture.share)
  }

  /// Vacancies of 0 to 15 %, most of them few, as honest companies have.
  @Test func `counts of vacant shifts are seldom rarely low`() {
    var random = SeededGenerator(seed: 5)
    var rare = 0
    for _ in 0..<10 {
      let counts = (0..<100).map { _ -> (marked: Int, of: Int) in
        let shifts = Int.random(in: 20...400, using: &random)
        let draw = Double.random(in: 0..<1, using: &random)
        let marked = (0..<shifts).count { _ in
          Double.random(in: 0..<1, using: &random) < 0.15 * draw * draw
        }
        return (marked, shifts)
      }
      let ordinary = BetaBinomial(fitting: counts)
      rare += counts.count { ordinary.lowerTail($0.marked, of: $0.of) < 0.01 }
    }
    #expect(rare < 15, "\(rare) of 1000")
  }

  /// With a mean of a half and a size of two every share is as likely, and so is every number.
  @Test func `an even beta gives even counts`() {
    let even = BetaBinomial(mean: 0.5, size: 2)
    #expect(abs(even.logProbability(3, of: 9) - log(0.1)) < 1e-12)
    #expect(abs(even.lowerTail(2, of: 9) - 0.3) < 1e-12)
    #expect(abs(even.lowerTail(9, of: 9) - 1) < 1e-12)
  }

  /// Means that fall as the number grows, and a tenth of companies eight times as far out.
  @Test func `an exponential's mean is followed, and no size stands out`() throws {
    var random = SeededGenerator(seed: 6)
    var points: [(x: Double, y: Double)] = []
    for place in 0..<600 {
      let x = log(Double(10 + place))
      points.append((x, exp(0.5 - 0.6 * x) * exponential(&random)))
    }
    let trend = try #require(ExponentialTrend(fitting: points))
    #expect(abs(trend.slope + 0.6) < 0.15)
    func rare(_ some: ArraySlice<(x: Double, y: Double)>) -> Int {
      some.count { exp(-$0.y / trend.mean(at: $0.x)) < 0.05 }
    }
    #expect(4...18 ~= rare(points[..<200]))
    #expect(4...18 ~= rare(points[400...]))
    let loud = points.enumerated().map { place, point in
      (x: point.x, y: place % 10 == 0 ? 8 * point.y : point.y)
    }
    let steady = try #require(ExponentialTrend(fitting: loud))
    #expect(abs(steady.mean(at: 5) / trend.mean(at: 5) - 1) < 0.3)
    #expect(ExponentialTrend(fitting: [(1, 0), (2, 0)]) == nil)
  }
}
