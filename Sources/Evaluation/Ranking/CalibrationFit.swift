public import Configuration
public import Detection

/// How well scores are probabilities on labelled worlds, and the curve that would be best on them.
public struct CalibrationFit: Sendable {
  /// The mean square of score less truth, 0 at best (Brier, Monthly Weather Review 78 (1950) 1).
  public let brierScore: Double
  /// Cheats among all companies, 0…1: the average precision of a list in random order.
  public let baseRate: Double
  /// 0…1; that of calibrated scores is `baseRate`.
  public let meanScore: Double
  /// `nil` where the worlds do not tell.
  public let curve: Calibration?

  /// - Parameters:
  ///   - worlds: At least one company together.
  ///   - configuration: The one that the worlds were scanned with.
  public init(_ worlds: [WorldEvaluation], configuration: Configuration) {
    let outcomes = worlds.flatMap(\.outcomes)
    precondition(!outcomes.isEmpty, "a fit needs companies")
    let count = Double(outcomes.count)
    let squares = outcomes.reduce(0.0) { sum, outcome in
      let rest = outcome.score - (outcome.cheats ? 1 : 0)
      return sum + rest * rest
    }
    brierScore = squares / count
    baseRate = Double(outcomes.count { $0.cheats }) / count
    meanScore = outcomes.map(\.score).mean
    curve = Calibration(fitting: outcomes, former: configuration.settings.calibration)
  }
}
