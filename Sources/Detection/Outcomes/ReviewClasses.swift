import Glibc

/// Two kinds of company that nobody has labelled, told apart by how many of their reviewed ärenden
/// were wrong: those that cheat and the others.
///
/// Each kind has rates of wrong ärenden, one among those drawn by chance and one for each verdict
/// among those chosen by risk; how likely a company is to be of the first kind is what its score
/// says. Rates and curve are found by expectation and maximisation, as Dawid & Skene found
/// patients' states and observers' errors (Applied Statistics 28 (1979) 20, doi:10.2307/2346806).
struct ReviewClasses {
  private(set) var curve: Calibration
  /// Of those who cheat, and of the others.
  private(set) var cheating: Rates
  private(set) var ordinary: Rates

  /// The share of reviewed ärenden that are wrong, inside 0…1.
  struct Rates: Equatable {
    var risk: ByVerdict<Double>
    var random: Double

    func logProbability(_ review: CompanyReview) -> Double {
      Verdict.allCases.reduce(logProbability(review.random, random)) {
        $0 + logProbability(review.risk[$1], risk[$1])
      }
    }

    private func logProbability(_ tally: CompanyReview.Tally, _ rate: Double) -> Double {
      Double(tally.wrong) * log(rate) + Double(tally.reviewed - tally.wrong) * log(1 - rate)
    }
  }

  private static let rounds = 200
  private static let precision = 1e-6
  /// The configured curve counts as much as so many companies whose kind is known.
  private static let inertia = 50.0
  /// The rates to begin with count as much as so many ärenden.
  private static let firstRates = 5.0
  /// Of ärenden drawn by chance, to begin with.
  private static let (randomOfCheating, randomOfOrdinary) = (0.3, 0.05)

  /// What the reviews make of the rates of ärenden that are chosen by risk.
  var hitRates: HitRates { HitRates(cheating: cheating.risk, ordinary: ordinary.risk) }

  /// - Parameters:
  ///   - outcomes: One or more, with scores 0…1 of the configured curve.
  ///   - rates: Of ärenden chosen by risk, to begin with.
  init?(
    fitting outcomes: [(score: Double, review: CompanyReview)], configured: Calibration,
    rates: HitRates
  ) {
    curve = configured
    cheating = Rates(risk: rates.cheating, random: ReviewClasses.randomOfCheating)
    ordinary = Rates(risk: rates.ordinary, random: ReviewClasses.randomOfOrdinary)
    let weights = outcomes.map { configured.weight(of: $0.score) }
    let first = (cheating, ordinary)
    let inertia = ReviewClasses.inertia / Double(outcomes.count)
    for _ in 0..<ReviewClasses.rounds {
      let cheats = probabilities(outcomes, weights)
      let reviews = outcomes.map(\.review)
      cheating = Rates(reviews, cheats, first: first.0, weight: ReviewClasses.firstRates)
      ordinary = Rates(
        reviews, cheats.map { 1 - $0 }, first: first.1, weight: ReviewClasses.firstRates)
      let targets = zip(outcomes, cheats).map { outcome, cheats in
        (score: outcome.score, probability: (cheats + inertia * outcome.score) / (1 + inertia))
      }
      guard let fitted = Calibration(expecting: targets, former: configured) else { return nil }
      let moved =
        abs(fitted.midpoint / curve.midpoint - 1)
        + abs(fitted.steepness / curve.steepness - 1)
      curve = fitted
      if moved < ReviewClasses.precision { break }
    }
    curve.uncertainty = uncertainty(weights, probabilities(outcomes, weights), inertia)
  }

  /// How likely each company is to cheat, once its reviews are known.
  private func probabilities(
    _ outcomes: [(score: Double, review: CompanyReview)], _ weights: [Double]
  ) -> [Double] {
    zip(outcomes, weights).map { outcome, weight in
      let before = curve.probability(weight)
      let odds = exp(
        ordinary.logProbability(outcome.review) - cheating.logProbability(outcome.review))
      return before / (before + (1 - before) * odds)
    }
  }

  /// What is not known of a company's kind tells the curve nothing: it is taken from what a known
  /// kind would tell (Louis, J. R. Stat. Soc. B 44 (1982) 226,
  /// doi:10.1111/j.2517-6161.1982.tb01203.x). The rates are taken as known.
  private func uncertainty(
    _ weights: [Double], _ cheats: [Double], _ inertia: Double
  ) -> CurveUncertainty {
    func informed(_ spread: (Double) -> Double) -> CurveUncertainty? {
      CurveUncertainty(
        zip(weights, cheats).map { weight, cheats in
          let p = curve.probability(weight)
          return (log(weight), inertia * p * (1 - p) + spread(p) - spread(cheats))
        })
    }
    // Reviews that tell less than nothing leave what the configured curve counts for.
    return informed { $0 * (1 - $0) } ?? informed { _ in 0 } ?? .none
  }
}

extension ReviewClasses.Rates {
  /// - Parameters:
  ///   - shares: As many: how much each company counts, 0…1.
  ///   - first: What counts as much as `weight` ärenden.
  fileprivate init(
    _ reviews: [CompanyReview], _ shares: [Double], first: Self, weight: Double
  ) {
    func rate(_ first: Double, _ tally: (CompanyReview) -> CompanyReview.Tally) -> Double {
      var (wrong, reviewed) = (weight * first, weight)
      for (review, share) in zip(reviews, shares) {
        wrong += share * Double(tally(review).wrong)
        reviewed += share * Double(tally(review).reviewed)
      }
      return wrong / reviewed
    }
    self.init(
      risk: ByVerdict { verdict in rate(first.risk[verdict]) { $0.risk[verdict] } },
      random: rate(first.random, \.random))
  }
}
