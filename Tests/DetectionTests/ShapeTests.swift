import Testing

@testable import Detection

struct ShapeTests {
  /// Twenty companies of a hundred values each, most in the first bin.
  private let ordinary = (0..<20).map { [70 + $0 % 3, 20, 10 - $0 % 3] }

  private var mixture: ShapeMixture {
    ShapeMixture(fitting: ordinary) { _ in [[0, 0, 1]] }
  }

  /// One bin pair by hand: the pooled shares are what all counts come to, half a value added.
  @Test func `what is ordinary is what all have together`() {
    #expect(mixture.ordinary.count == 3)
    #expect(abs(mixture.ordinary.reduce(0, +) - 1) < 1e-12)
    #expect(abs(mixture.ordinary[1] - 400.5 / 2001.5) < 1e-12)
  }

  @Test func `counts that pile up are evidence and ordinary ones are against it`() {
    #expect(mixture.logBayesFactor([40, 15, 45]) > 5)
    #expect(mixture.logBayesFactor([70, 20, 10]) < 0)
    #expect(mixture.logBayesFactor([90, 10, 0]) < 0)
    #expect(mixture.logBayesFactor([0, 0, 0]) == 0)
  }

  /// Two equally common bins; all of three values in the second has the ratio (1 + s)³ for the
  /// share s of an alternative that lies there wholly.
  @Test func `a single share and alternative is a plain likelihood ratio`() {
    let even = ShapeMixture(fitting: [[5, 5], [5, 5]], shares: [0.5]) { _ in [[0, 1]] }
    #expect(abs(even.logBayesFactor([0, 3]) - 1.2163953243244932) < 1e-12)
  }

  @Test func `the alternative that explains best is told`() {
    let two = ShapeMixture(fitting: ordinary) { _ in [[1, 0, 0], [0, 0, 1]] }
    #expect(two.bestAlternative([40, 15, 45]) == 1)
    #expect(two.bestAlternative([99, 1, 0]) == 0)
  }

  @Test func `companies that differ by more than chance make evidence weaker`() {
    let wild = (0..<20).map { $0 % 2 == 0 ? [90, 5, 5] : [50, 35, 15] }
    let calm = ShapeMixture(fitting: ordinary) { _ in [[0, 0, 1]] }
    let torn = ShapeMixture(fitting: wild) { _ in [[0, 0, 1]] }
    #expect(calm.dispersion == 1)
    #expect(torn.dispersion > 5)
  }
}

/// Reckoned by another program: Python with scipy 1.17.1 adds up `multinomial.pmf` over all
/// outcomes whose G is as high, and takes `chi2.sf(G / q, bins - 1)` with Williams' q.
struct GTestTests {
  private struct Case: Sendable {
    let counts: [Int]
    let shares: [Double]
    let statistic: Double
    let probability: Double
  }

  private static let cases: [Case] = [
    // By hand: three values all in a bin of a quarter, or all in the other such bin: 2/64.
    Case(
      counts: [0, 0, 3], shares: [0.5, 0.25, 0.25], statistic: 8.317766166719343,
      probability: 0.03125),
    Case(
      counts: [7, 3], shares: [0.5, 0.5], statistic: 1.645657570101036, probability: 0.34375),
    Case(
      counts: [2, 1, 7], shares: [0.5, 0.3, 0.2], statistic: 11.676294054102314,
      probability: 0.0036005325),
    Case(
      counts: [5, 0, 0, 0, 1, 0, 0], shares: [0.2, 0.2, 0.2, 0.15, 0.1, 0.1, 0.05],
      statistic: 15.292814803933437, probability: 0.00571825),
    Case(
      counts: [40, 30, 50], shares: [0.4, 0.3, 0.3], statistic: 7.32538874604996,
      probability: 0.02667722480986172),
    Case(
      counts: [10, 10, 10], shares: [1.0 / 3, 1.0 / 3, 1.0 / 3], statistic: 0, probability: 1),
  ]

  @Test(arguments: cases)
  private func `few outcomes are all looked at`(_ given: Case) {
    let test = GTest(given.counts, shares: given.shares)
    #expect(test.isExact)
    #expect(abs(test.statistic - given.statistic) < 1e-11)
    #expect(abs(test.pValue - given.probability) < 1e-11)
  }

  @Test func `many outcomes are chi-square with Williams' correction`() {
    let test = GTest(
      [30, 12, 9, 14, 10, 3, 2], shares: [0.2, 0.2, 0.2, 0.15, 0.1, 0.1, 0.05])
    #expect(!test.isExact)
    #expect(abs(test.statistic - 20.577121039372877) < 1e-11)
    #expect(abs(test.pValue - 0.002601367614845317) < 1e-12)
  }

  /// Six values fall into fifteen bins in 38,760 ways, seven in 116,280.
  @Test func `outcomes are counted before they are looked at`() {
    let shares = [Double](repeating: 1.0 / 15, count: 15)
    func counts(_ values: Int) -> [Int] { [values] + [Int](repeating: 0, count: 14) }
    #expect(GTest(counts(6), shares: shares).isExact)
    #expect(!GTest(counts(7), shares: shares).isExact)
    #expect(!GTest(counts(1_000_000_000), shares: shares).isExact)
  }

  /// Ordinary values give every probability as often: of all outcomes of six values in four bins,
  /// those with p up to 5 % come up in at most 5 of 100 cases.
  @Test func `chance is told no oftener than it comes up`() {
    let shares = [0.4, 0.3, 0.2, 0.1]
    var rare = 0.0
    for first in 0...6 {
      for second in 0...(6 - first) {
        for third in 0...(6 - first - second) {
          let counts = [first, second, third, 6 - first - second - third]
          if GTest(counts, shares: shares).pValue > 0.05 { continue }
          var ways = 720.0
          for (count, share) in zip(counts, shares) where count > 0 {
            for factor in 1...count { ways *= share / Double(factor) }
          }
          rare += ways
        }
      }
    }
    #expect(rare > 0.01 && rare <= 0.05)
  }

  @Test func `how often chance does it is told in whole cases`() {
    #expect(GTest([7, 3], shares: [0.5, 0.5]).frequency == "i 34 fall av 100")
    #expect(
      GTest([2, 1, 7], shares: [0.5, 0.3, 0.2]).frequency == "i 36 fall av 10\u{a0}000")
    #expect(
      GTest([0, 40], shares: [0.5, 0.5]).frequency == "mer sällan än i 1 fall av 10\u{a0}000")
  }
}

struct ControlChartTests {
  /// By hand with reference 1/ln 2 ≈ 1.442695: 0, 0, 2.557305, 5.114610.
  @Test func `the cumulative sum rises from the month in which the rate doubles`() {
    let sum = CumulativeSum([1, 1, 4, 4], expected: [1, 1, 1, 1], ratio: 2)
    #expect(sum.start == 2)
    #expect(abs(sum.peak - 2 * (4 - 1.4426950408889634)) < 1e-12)
  }

  @Test func `a steady rate has no peak`() {
    let sum = CumulativeSum([1, 1, 1], expected: [1, 1, 1], ratio: 2)
    #expect(sum.peak == 0)
    #expect(CumulativeSum([], expected: [], ratio: 2).peak == 0)
  }

  /// By hand: (0.5·0.5·2 + 0.5·6) / (0.5·0.5·2 + 0.5·2) = 3.5 / 1.5.
  @Test func `the exponential mean weighs the latest period most`() {
    let mean = exponentialMean([2, 6], expected: [2, 2], weight: 0.5)
    #expect(abs(mean - 3.5 / 1.5) < 1e-12)
    #expect(exponentialMean([], expected: [], weight: 0.5) == 1)
  }
}

struct CommunitiesTests {
  @Test func `links in any order give the same groups`() {
    let links = [(4, 1), (1, 7), (2, 3), (7, 0)]
    for order in [links, links.reversed()] {
      var groups = Communities(count: 8)
      for (left, right) in order { groups.join(left, right) }
      #expect((0..<8).map { groups.name(of: $0) } == [0, 0, 2, 2, 0, 5, 6, 0])
      #expect(groups.sizes() == [4, 4, 2, 2, 4, 1, 1, 4])
    }
  }
}
