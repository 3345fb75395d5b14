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
