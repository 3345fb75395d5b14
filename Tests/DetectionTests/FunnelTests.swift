import Testing

@testable import Detection

/// Against the R package FunnelPlotR (Mainey), whose documentation gives the figures.
struct FunnelTests {
  private let observed: [Double] = [100, 150, 180, 80, 120, 225]
  private let expected: [Double] = [108, 112, 165, 95, 100, 220]

  private func dispersion(winsorized: Double) -> Overdispersion {
    let errors = expected.map { 1 / $0.squareRoot() }
    let deviations = observed.indices.map {
      Funnel.deviation(observed: observed[$0], expected: expected[$0], error: errors[$0])
    }
    return Overdispersion(deviations: deviations, errors: errors, winsorized: winsorized)
  }

  @Test func `the dispersion ratio is the mean square of the deviations`() {
    #expect(abs(dispersion(winsorized: 0).ratio - 2.948033) < 5e-7)
  }

  @Test(arguments: [
    (15.0, 0.95, 0.5596924, 1.649348), (20, 0.95, 0.6108260, 1.544419),
    (30, 0.95, 0.6746958, 1.427562), (15, 0.998, 0.3862650, 2.082907),
    (20, 0.998, 0.4479107, 1.902094), (30, 0.998, 0.5289724, 1.702771),
  ])
  func `the limits of a Poisson ratio are exact`(
    expected: Double, confidence: Double, low: Double, high: Double
  ) {
    let limits = Funnel.limits(expected: expected, confidence: confidence)
    #expect(abs(limits.lowerBound - low) < 5e-7)
    #expect(abs(limits.upperBound - high) < 5e-6)
  }

  /// DerSimonian & Laird by hand: two companies one standard error apart on either side of 0 with
  /// equal errors e have Q = 2, so τ² = (2 − 1) / (2/e² − 1/e²) = e².
  @Test func `what chance does not explain is variance between companies`() {
    let spread = Overdispersion(deviations: [-1, 1], errors: [0.1, 0.1], winsorized: 0)
    #expect(abs(spread.variance - 0.01) < 1e-12)
    #expect(abs(spread.scaled(1, error: 0.1) - 0.5.squareRoot()) < 1e-12)
  }

  @Test func `deviations within chance leave no variance`() {
    let spread = Overdispersion(deviations: [0.1, -0.2, 0.3], errors: [1, 1, 1], winsorized: 0)
    #expect(spread.variance == 0)
    #expect(spread.scaled(2, error: 0.3) == 2)
  }

  @Test func `one wild deviation does not widen what is normal once it is drawn in`() {
    let deviations = (0..<19).map { Double($0 % 3) - 1 } + [40]
    let errors = deviations.map { _ in 1.0 }
    let plain = Overdispersion(deviations: deviations, errors: errors, winsorized: 0)
    let drawn = Overdispersion(deviations: deviations, errors: errors, winsorized: 0.1)
    #expect(plain.ratio > 50)
    #expect(drawn.ratio < 1.5)
  }
}
