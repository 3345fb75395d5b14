public import Detection
import Foundation

/// Weights, a calibration and hit rates fitted to labelled worlds.
///
/// A logistic regression of cheating on the strength (0…1) of each rule and statistic, with weights
/// that are never negative, since no evidence may clear a company by being strong, and a ridge
/// penalty towards a weight for rules and one for statistics: a rule that none of the worlds'
/// cheats break may be what one breaks who cheats in a way that nobody has thought of. Log-odds
/// add, and no statistic weighs more than `mostOfStatistic`, so that several that coincide weigh
/// more than a loud one, and each keeps its share of the sum. Maximum of the penalised likelihood
/// by Newton steps along one weight at a time (Friedman, Hastie & Tibshirani, J. Stat. Softw. 33
/// (2010) 1, doi:10.18637/jss.v033.i01).
public struct WeightFit: Sendable {
  /// Of everything that has a weight; those that too few companies have evidence of keep the weight
  /// that they had.
  public let weights: [IndicatorID: Double]
  /// `nil` where the worlds do not tell.
  public let calibration: Calibration?
  /// Cheats among all companies, 0…1.
  public let cheatingShare: Double
  public let hitRates: HitRates

  /// Fewer companies with any evidence tell no weight.
  private static let fewestCompanies = 20
  private static let penalty = 0.1
  /// Log-odds of full strength before anything is seen of it, of a rule and of a statistic.
  private static let (priorOfRule, priorOfStatistic) = (4.0, 2.0)
  /// What rows prove is something to correct, whoever does it.
  private static let least = 0.02
  private static let rounds = 300
  private static let precision = 1e-6
  private static let decimals = 100.0
  /// The most that a rule weighs, and a statistic: 1 is even odds, and no single comparison with
  /// others is to say more than four in five.
  private static let (mostOfRule, mostOfStatistic) = (10.0, 2.0)

  /// - Parameters:
  ///   - companies: Of all worlds, one or more.
  ///   - settings: With the former weights and curve.
  public init(_ companies: [WorldEvaluation.Company], settings: DetectionSettings) {
    precondition(!companies.isEmpty, "a fit needs companies")
    let told = Dictionary(
      companies.flatMap { $0.strengths.map { ($0.key, $0.value > 0 ? 1 : 0) } },
      uniquingKeysWith: +)
    let fitted = told.filter { $0.value >= WeightFit.fewestCompanies }.keys.sorted()
    let rules = Set(Catalogue.rules.map(\.id))
    let regression = Regression(
      companies.map { company in fitted.map { company.strengths[$0] ?? 0 } },
      companies.map { $0.truth.cheats ? 1 : 0 },
      priors: fitted.map {
        rules.contains($0) ? WeightFit.priorOfRule : WeightFit.priorOfStatistic
      },
      limits: fitted.map {
        rules.contains($0) ? WeightFit.mostOfRule : WeightFit.mostOfStatistic
      })
    // In units of what takes even odds from none: a weight of 1 in all makes one in two.
    let unit = regression.unit
    var weights = settings.weights
    for (id, coefficient) in zip(fitted, regression.coefficients) {
      let weight = max(WeightFit.least, coefficient / unit)
      weights[id] = (weight * WeightFit.decimals).rounded() / WeightFit.decimals
    }
    self.weights = weights
    let former = Calibration(midpoint: 1, steepness: 2)
    calibration = Calibration(
      fitting: companies.map { company in
        (former.probability(company.weight(weights)), company.truth.cheats)
      }, former: former)
    cheatingShare = Double(companies.count(where: \.truth.cheats)) / Double(companies.count)
    hitRates = HitRates(companies)
  }

  /// A logistic regression by rows of features and outcomes, 0 or 1.
  private struct Regression {
    private(set) var level = -2.0
    private(set) var coefficients: [Double]
    /// What takes even odds from none.
    var unit: Double { max(-level, 1) }

    /// - Parameter limits: The most of each coefficient, in units.
    init(_ rows: [[Double]], _ outcomes: [Double], priors: [Double], limits: [Double]) {
      coefficients = priors
      // By feature, the rows that have it: most companies have few kinds of evidence.
      let columns: [[(row: Int, value: Double)]] = priors.indices.map { feature in
        rows.indices.filter { rows[$0][feature] > 0 }.map { (row: $0, value: rows[$0][feature]) }
      }
      let every = rows.indices.map { (row: $0, value: 1.0) }
      var logits = rows.map { row in level + zip(row, priors).reduce(0) { $0 + $1.0 * $1.1 } }
      for _ in 0..<WeightFit.rounds {
        var moved = abs(step(every, outcomes, &logits, &level, penalty: 0, prior: 0, within: nil))
        for feature in columns.indices {
          moved = max(
            moved,
            abs(
              step(
                columns[feature], outcomes, &logits, &coefficients[feature],
                penalty: WeightFit.penalty, prior: priors[feature],
                within: 0...limits[feature] * unit)))
        }
        if moved < WeightFit.precision { break }
      }
    }
  }
}

extension WorldEvaluation.Company {
  /// What its evidence comes to with other weights, without what speaks for it.
  func weight(_ weights: [IndicatorID: Double]) -> Double {
    Catalogue.weighted.reduce(0.0) { sum, id in
      sum + (weights[id] ?? 0) * (strengths[id] ?? 0)
    }
  }
}

private let longestStep = 2.0

/// One Newton step along one coefficient; how far it went.
private func step(
  _ column: [(row: Int, value: Double)], _ outcomes: [Double], _ logits: inout [Double],
  _ coefficient: inout Double, penalty: Double, prior: Double,
  within bounds: ClosedRange<Double>?
) -> Double {
  var (slope, curvature) = (penalty * (prior - coefficient), penalty)
  for (row, value) in column {
    let probability = 1 / (1 + exp(-logits[row]))
    slope += (outcomes[row] - probability) * value
    curvature += probability * (1 - probability) * value * value
  }
  guard curvature > 0 else { return 0 }
  // Far from the maximum the curve is flat, and a whole step would leap over it.
  let target = coefficient + min(longestStep, max(-longestStep, slope / curvature))
  let bounded = bounds.map { min($0.upperBound, max($0.lowerBound, target)) } ?? target
  let change = bounded - coefficient
  coefficient += change
  for (row, value) in column { logits[row] += change * value }
  return change
}
