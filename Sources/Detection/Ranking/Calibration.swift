import Glibc

/// From the weight of a company's evidence to the probability that it cheats: the logistic function
/// on the logarithm of the weight.
///
/// p = 1 / (1 + (midpoint / weight)^steepness): 0 without evidence, a half at `midpoint`, never 1.
/// The two numbers are fitted by maximum likelihood to companies whose truth is known, as Platt
/// fitted scores (Advances in Large Margin Classifiers, 2000, 61).
public struct Calibration: Sendable, Equatable {
  /// The weight at which one company in two cheats, above 0.
  public var midpoint: Double
  /// How fast the probability grows around it, above 0.
  public var steepness: Double
  /// How far off the fit may be.
  public var uncertainty: CurveUncertainty

  public init(midpoint: Double, steepness: Double, uncertainty: CurveUncertainty = .none) {
    self.midpoint = midpoint
    self.steepness = steepness
    self.uncertainty = uncertainty
  }

  /// Fits the curve to companies whose truth is known, by Newton's method; `nil` where they do not
  /// tell cheats and others apart or tell them apart without any overlap.
  ///
  /// - Parameter outcomes: Scores 0…1 that `former` gave, and whether the company cheats. Scores of
  ///   0 say nothing of the curve.
  public init?(fitting outcomes: [(score: Double, cheats: Bool)], former: Calibration) {
    self.init(
      expecting: outcomes.map { (score: $0.score, probability: $0.cheats ? 1.0 : 0) },
      former: former)
  }

  /// The same to how likely (0…1) each company is to cheat.
  init?(expecting outcomes: [(score: Double, probability: Double)], former: Calibration) {
    let points = outcomes.filter { $0.score > 0 && $0.score < 1 }.map {
      (x: log(former.weight(of: $0.score)), y: $0.probability)
    }
    var (slope, level) = (1.0, 0.0)
    for _ in 0..<Calibration.rounds {
      var (g0, g1, h00, h01, h11) = (0.0, 0.0, 0.0, 0.0, 0.0)
      for (x, y) in points {
        let p = 1 / (1 + exp(-(level + slope * x)))
        let weight = p * (1 - p)
        g0 += y - p
        g1 += (y - p) * x
        h00 += weight
        h01 += weight * x
        h11 += weight * x * x
      }
      let determinant = h00 * h11 - h01 * h01
      guard determinant > 1e-9 else { return nil }
      level += (h11 * g0 - h01 * g1) / determinant
      slope += (h00 * g1 - h01 * g0) / determinant
      if abs(g0) + abs(g1) < 1e-9 { break }
    }
    guard slope > 0, slope.isFinite, level.isFinite else { return nil }
    self.init(midpoint: exp(-level / slope), steepness: slope)
    let told = points.map { point -> (logWeight: Double, information: Double) in
      let p = probability(exp(point.x))
      return (point.x, p * (1 - p))
    }
    uncertainty = CurveUncertainty(told) ?? .none
  }

  private static let rounds = 50

  /// The same companies' curve where another share of all companies cheats.
  ///
  /// What the evidence of a cheat and of another company looks like stays, so that the odds are
  /// multiplied by the ratio of the two shares' odds (Elkan, IJCAI 2001, 973; Saerens, Latinne &
  /// Decaestecker, Neural Computation 14 (2002) 21, doi:10.1162/089976602753284446), which moves
  /// nothing but the midpoint.
  ///
  /// - Parameters:
  ///   - fitted: The share of cheats, inside 0…1, among the companies that the curve was fitted to.
  ///   - share: The share, inside 0…1, that is assumed.
  public func shifted(from fitted: Double, to share: Double) -> Calibration {
    let ratio = share / (1 - share) / (fitted / (1 - fitted))
    return Calibration(
      midpoint: midpoint * pow(ratio, -1 / steepness), steepness: steepness,
      uncertainty: uncertainty)
  }

  /// The weight that has a probability inside 0…1.
  func weight(of probability: Double) -> Double {
    midpoint * pow(probability / (1 - probability), 1 / steepness)
  }

  /// 0…1, growing with the weight.
  public func probability(_ weight: Double) -> Double {
    weight > 0 ? 1 / (1 + inverseOdds(weight)) : 0
  }

  /// The bounds of a weight's probability, where the weight itself may be as low and as high as it
  /// is said: the errors of weight and curve are independent, so that on the scale of log-odds
  /// their squares add up.
  ///
  /// - Parameter weight: With bounds of 0 or more.
  func bounds(_ weight: Interval) -> (low: Double, high: Double) {
    // Without evidence the least that there may be stands for it.
    let start = weight.value > 0 ? weight.value : weight.high
    guard start > 0 else { return (0, 0) }
    let odds = inverseOdds(start)
    let error = CurveUncertainty.deviationsShown * uncertainty.deviation(atLogWeight: log(start))
    func reach(_ end: Double) -> Double {
      hypot(steepness * log(end / start), error)
    }
    return (
      weight.low > 0 ? 1 / (1 + odds * exp(reach(weight.low))) : 0,
      1 / (1 + odds * exp(-reach(weight.high)))
    )
  }

  private func inverseOdds(_ weight: Double) -> Double { pow(midpoint / weight, steepness) }
}
