/// How careful companies are: how often each breaks the other rules against what all companies do.
///
/// A careless company slips in every rule, a cheat breaks one. What the other rules tell of a
/// company's care is therefore expected of it in this one too.
struct OrdinarySlips: Sendable {
  /// Rules long, each companies long: claims at fault.
  private let observed: [[Int]]
  private let expected: [[Double]]

  /// Slips that a company must have for its own care to weigh as much as that of all.
  private static let inertia = 8.0
  /// Of one rule no more counts than this many times the expected, and `spare`: a habit in one rule
  /// is no carelessness.
  private static let (most, spare) = (2.0, 2.0)

  /// - Parameters:
  ///   - observed: Rules long, each companies long.
  ///   - atRisk: The claims that could have been, as long.
  init(_ observed: [[Int]], atRisk: [[Int]]) {
    self.observed = observed
    expected = zip(observed, atRisk).map { counts, claims in
      let rate = Double(counts.reduce(0, +)) / Double(max(1, claims.reduce(0, +)))
      return claims.map { rate * Double($0) }
    }
  }

  /// Companies long: how many times as often as others a company slips in the rules other than one.
  func inOtherRules(than rule: Int) -> [Double] {
    guard let companies = observed.first?.indices else { return [] }
    return companies.map { company in
      var (seen, due) = (OrdinarySlips.inertia, OrdinarySlips.inertia)
      for other in observed.indices where other != rule {
        let expected = expected[other][company]
        seen += min(
          Double(observed[other][company]), OrdinarySlips.most * expected + OrdinarySlips.spare)
        due += expected
      }
      return seen / due
    }
  }
}
