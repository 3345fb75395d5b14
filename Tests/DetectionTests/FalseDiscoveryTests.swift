import Testing

@testable import Detection

struct FalseDiscoveryTests {
  /// The fifteen p-values of Benjamini & Hochberg (1995), §3.2, of which four survive at 5 %.
  private let published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
    0.6528, 0.7590, 1.0000,
  ]

  @Test func `the published example has four survivors`() {
    #expect(survivors(of: published, level: 0.05) == (0..<15).map { $0 < 4 })
  }

  @Test func `the result stands in the order of the p-values`() {
    #expect(survivors(of: published.reversed(), level: 0.05) == (0..<15).map { $0 >= 11 })
  }

  /// Alone 0.03 is above 1/3 of 5 %, but three of three lie below 5 %.
  @Test func `a p-value above its own limit survives below one that is not`() {
    #expect(survivors(of: [0.03, 0.04, 0.049], level: 0.05) == [true, true, true])
    #expect(survivors(of: [0.03, 0.04, 0.051], level: 0.05) == [false, false, false])
    #expect(survivors(of: [], level: 0.05).isEmpty)
  }
}
