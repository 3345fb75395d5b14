import Testing

@testable import Detection

/// Against the R package openEBGM (Canida & Ihrie, R Journal 9 (2017) 499), whose vignette gives
/// the prior and the figures.
struct ShrinkageTests {
  private let prior = GammaMixture(
    first: GammaMixture.Part(shape: 3.25379356, rate: 0.39988854),
    second: GammaMixture.Part(shape: 2.02612692, rate: 1.90807970), share: 0.06534557)

  @Test(arguments: [
    (16, 0.40643623, 23.26, 15.68, 33.48), (19, 0.89690107, 16.78, 11.65, 23.55),
    (6, 0.07866508, 18.28, 10.16, 30.83),
  ])
  func `relative rates are shrunk as published`(
    count: Int, expected: Double, mean: Double, low: Double, high: Double
  ) {
    let posterior = prior.observing(count, expected: expected)
    #expect(abs(posterior.geometricMean - mean) < 0.005)
    // The package searches its quantiles until two digits stand; the last may be off by one.
    #expect(abs(posterior.quantile(0.05) - low) < 0.01)
    #expect(abs(posterior.quantile(0.95) - high) < 0.01)
  }

  @Test(arguments: [
    (1.0, -0.5772156649015329), (0.5, -1.9635100260214235), (10, 2.251752589066721),
  ])
  func `digamma has its known values`(x: Double, value: Double) {
    #expect(abs(digamma(x) - value) < 1e-13)
  }

  @Test(arguments: [
    // Known by summing the lower tail in exact fractions where one can, else by symmetry or limit.
    (0, 5.0, 2.0, 1.0), (1, 1.0, 1.0, 0.5), (2, 1.0, 1.0, 0.25), (2, 3.0, 1.0, 0.5625),
    (10, 2_000.0, 1e6, 1.0), (1_000, 2_000.0, 1e5, 1.0), (500_000, 1e6, 1e8, 1.0),
  ])
  func `the upper tail of a negative binomial has its values, however far below the mean`(
    count: Int, mean: Double, size: Double, tail: Double
  ) {
    #expect(abs(negativeBinomialUpperTail(count, mean: mean, size: size) - tail) < 1e-9)
  }

  @Test(arguments: [3.0, 40, 900]) func `the tail falls with the count, across the mean too`(
    _ mean: Double
  ) {
    let counts = stride(from: 0, through: Int(mean * 3), by: max(1, Int(mean / 20)))
    let tails = counts.map { negativeBinomialUpperTail($0, mean: mean, size: 3) }
    for (left, right) in zip(tails, tails.dropFirst()) { #expect(left >= right - 1e-10) }
  }

  @Test func `a small company's excess is drawn further towards its peers'`() {
    let counts = (0..<60).map { (observed: 8 + $0 % 5, exposure: 10.0) }
    let mixture = CountMixture(
      fitting: counts, departure: CountMixture.Departure(base: 0, factor: 2, size: 4))
    let small = mixture.relativeRate(4, exposure: 2).geometricMean
    let large = mixture.relativeRate(200, exposure: 100).geometricMean
    #expect(small < 1.6)
    #expect(large > 1.7)
  }
}
