import Glibc

/// Two kinds of company that nobody has labelled, told apart by how many of their reviewed ärenden
/// were wrong: those that cheat and the others.
///
/// Each kind has a rate of wrong ärenden, one among those chosen by risk and one among those drawn
/// by chance; how likely a company is to be of the first kind is what its score says. Rates and
/// curve are found by expectation and maximisation, as Dawid & Skene found patients' states and
/// observers' errors (Applied Statistics 28 (1979) 20, doi:10.2307/2346806).
struct ReviewClasses {
  private(set) var curve: Calibration
  /// Of those who cheat, and of the others.
  private(set) var cheating = Rates(risk: 0.6, random: 0.3)
  private(set) var ordinary = Rates(risk: 0.2, random: 0.05)

  /// The share of reviewed ärenden that are wrong, inside 0…1.
  struct Rates: Equatable {
    var risk: Double
    var random: Double

    func logProbability(_ review: CompanyReview) -> Double {
      logProbability(review.risk, risk) + logProbability(review.random, random)
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

  /// - Parameter outcomes: One or more, with scores 0…1 of the configured curve.
  init?(fitting outcomes: [(score: Double, review: CompanyReview)], configured: Calibration) {
    curve = configured
    let weights = outcomes.map { configured.weight(of: $0.score) }
    let first = (cheating, ordinary)
    let inertia = ReviewClasses.inertia / Double(outcomes.count)
    for _ in 0..<ReviewClasses.rounds {
      let cheats = zip(outcomes, weights).map { outcome, weight in
        probability(outcome.review, before: curve.probability(weight))
      }
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
  }

  /// That a company cheats, once its reviews are known.
  private func probability(_ review: CompanyReview, before: Double) -> Double {
    let odds = exp(ordinary.logProbability(review) - cheating.logProbability(review))
    return before / (before + (1 - before) * odds)
  }
}

extension ReviewClasses.Rates {
  /// - Parameters:
  ///   - shares: As many: how much each company counts, 0…1.
  ///   - first: What counts as much as `weight` ärenden.
  fileprivate init(
    _ reviews: [CompanyReview], _ shares: [Double], first: Self, weight: Double
  ) {
    func rate(_ choice: KeyPath<CompanyReview, CompanyReview.Tally>, _ first: Double) -> Double {
      var (wrong, reviewed) = (weight * first, weight)
      for (review, share) in zip(reviews, shares) {
        wrong += share * Double(review[keyPath: choice].wrong)
        reviewed += share * Double(review[keyPath: choice].reviewed)
      }
      return wrong / reviewed
    }
    self.init(risk: rate(\.risk, first.risk), random: rate(\.random, first.random))
  }
}
