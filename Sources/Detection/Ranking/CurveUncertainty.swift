/// How far off a fitted curve may be: the variances and the covariance of its level and slope where
/// the log-odds are a straight line over the weight's logarithm.
public struct CurveUncertainty: Sendable, Equatable {
  /// Of the log-odds at a weight of 1.
  public var level: Double
  /// Of what the log-odds grow by where the weight grows e times.
  public var slope: Double
  public var covariance: Double

  public init(level: Double, slope: Double, covariance: Double) {
    self.level = level
    self.slope = slope
    self.covariance = covariance
  }

  /// A curve taken as known.
  public static let none = CurveUncertainty(level: 0, slope: 0, covariance: 0)

  /// Bounds are the 5 % and 95 % limits of a normal distribution, as those of the evidence are.
  static let deviationsShown = 1.6448536269514722

  /// The inverse of the information on level and slope; `nil` where there is too little of it.
  ///
  /// - Parameter points: How much each company tells of the log-odds at its weight: p(1 − p) where
  ///   it is known whether it cheats.
  init?(_ points: [(logWeight: Double, information: Double)]) {
    var (h00, h01, h11) = (0.0, 0.0, 0.0)
    for (x, information) in points {
      h00 += information
      h01 += information * x
      h11 += information * x * x
    }
    let determinant = h00 * h11 - h01 * h01
    guard h00 > 0, determinant > 1e-9 else { return nil }
    self.init(level: h11 / determinant, slope: h00 / determinant, covariance: -h01 / determinant)
  }

  /// The standard error of the log-odds at a weight.
  func deviation(atLogWeight x: Double) -> Double {
    max(0, level + 2 * covariance * x + slope * x * x).squareRoot()
  }
}
