import Glibc

/// What is ordinary among companies, and how much better something else explains one of them.
///
/// A mixture: most companies are ordinary, with rates from one gamma-Poisson; a few have a rate of
/// their own, of which only the order of magnitude is assumed. It is fitted by expectation and
/// maximisation, with the ordinary companies' moments as the maximisation step, so that those who
/// are looked for do not widen what is normal. See Dempster, Laird & Rubin, J. R. Statist. Soc. B
/// 39 (1977) 1, doi:10.1111/j.2517-6161.1977.tb01600.x.
///
/// Where nobody is other, the mixture takes the ordinary companies' own tail for others, and what
/// is left is too narrow: others must make the counts decisively more likely than a single
/// gamma-Poisson does. Else each company is put beside that of all the rest (`beside`).
struct CountMixture {
  /// The ordinary companies.
  private(set) var ordinary: GammaPoisson
  /// The others.
  private(set) var other: GammaPoisson
  /// Their share of the companies, 0…1.
  private(set) var share = 0.1
  private let departure: Departure
  private var others: GammaPoissonOfOthers?

  /// How the others' mean rate follows from the ordinary one: `base + factor · mean`.
  struct Departure {
    let base: Double
    let factor: Double
    let size: Double
  }

  private static let rounds = 50
  /// A round that moves mean and size by less than this share ends the fit.
  private static let precision = 1e-4
  private static let shares = 0.01...0.3
  /// log of how many times more likely: twenty.
  private static let decisive = 3.0

  /// - Parameter counts: O ≥ 0 and E ≥ 0; those with E = 0 say nothing.
  init(fitting counts: [(observed: Int, exposure: Double)], departure: Departure) {
    self.departure = departure
    let known = counts.filter { $0.exposure > 0 }
    var weights = Array(repeating: 1.0, count: known.count)
    ordinary = GammaPoisson(moments: drawnIn(known), weights, before: nil)
    other = ordinary.departed(departure)
    for _ in 0..<CountMixture.rounds {
      for (index, count) in known.enumerated() {
        weights[index] = 1 / (1 + share / (1 - share) * exp(logRatio(count)))
      }
      let others = weights.reduce(0) { $0 + 1 - $1 } / Double(max(1, known.count))
      share = min(max(others, CountMixture.shares.lowerBound), CountMixture.shares.upperBound)
      let before = ordinary
      ordinary = GammaPoisson(moments: known, weights, before: before)
      other = ordinary.departed(departure)
      if abs(ordinary.mean / before.mean - 1) < CountMixture.precision,
        abs(ordinary.size / before.size - 1) < CountMixture.precision
      {
        break
      }
    }
    let alike = GammaPoissonOfOthers(known)
    if likelihood(known) - alike.all.likelihood(known) < CountMixture.decisive {
      (ordinary, others) = (alike.all, alike)
      other = ordinary.departed(departure)
      share = CountMixture.shares.lowerBound
    }
  }

  /// What a company of the fit is put beside: where nobody stands out decisively, the gamma-Poisson
  /// of all companies but itself, so that it does not widen what is ordinary for itself.
  func beside(_ observed: Int, exposure: Double) -> CountMixture {
    guard let others, exposure > 0 else { return self }
    var mixture = self
    mixture.ordinary = others.without(observed, exposure: exposure)
    mixture.other = mixture.ordinary.departed(departure)
    return mixture
  }

  private func logRatio(_ count: (observed: Int, exposure: Double)) -> Double {
    let observed = Double(count.observed)
    return other.logProbability(observed, exposure: count.exposure)
      - ordinary.logProbability(observed, exposure: count.exposure)
  }

  /// log of the probability of all counts together.
  private func likelihood(_ counts: [(observed: Int, exposure: Double)]) -> Double {
    counts.reduce(0) { sum, count in
      sum + ordinary.logProbability(Double(count.observed), exposure: count.exposure)
        + log(1 - share + share * exp(logRatio(count)))
    }
  }

  /// log of how many times more probable a count is with a rate of its own than among the ordinary;
  /// 0 or less where it is not above the ordinary mean.
  func logBayesFactor(_ count: Double, exposure: Double) -> Double {
    if count <= ordinary.mean * exposure { return 0 }
    return other.logProbability(count, exposure: exposure)
      - ordinary.logProbability(count, exposure: exposure)
  }

  /// What is known of a company's rate against the ordinary mean once its count is seen.
  func relativeRate(_ count: Int, exposure: Double) -> GammaMixture {
    GammaMixture(
      first: GammaMixture.Part(shape: other.size, rate: other.size * ordinary.mean / other.mean),
      second: GammaMixture.Part(shape: ordinary.size, rate: ordinary.size), share: share
    ).observing(count, expected: ordinary.mean * exposure)
  }

  /// `logBayesFactor` with the 5 % and 95 % limits of a Poisson count (Garwood, Biometrika 28
  /// (1936) 437, doi:10.1093/biomet/28.3-4.437).
  func evidence(_ count: Int, exposure: Double) -> Interval {
    let low = count > 0 ? gammaQuantile(shape: Double(count), probability: 0.05) : 0
    let high = gammaQuantile(shape: Double(count) + 1, probability: 0.95)
    let value = logBayesFactor(Double(count), exposure: exposure)
    let (left, right) = (
      logBayesFactor(low, exposure: exposure), logBayesFactor(high, exposure: exposure)
    )
    // Where ordinary companies differ more than the others do, the factor falls again far out.
    return Interval(low: min(left, value, right), value: value, high: max(left, value, right))
  }
}

/// The counts with the highest tenth of rates brought down to the rest, so that the fit does not
/// begin where a few extreme companies would have all the others look ordinary beside them.
private func drawnIn(
  _ counts: [(observed: Int, exposure: Double)]
) -> [(observed: Int, exposure: Double)] {
  let rates = drawnIn(counts.map { Double($0.observed) / $0.exposure }, share: 0.1)
  let highest = rates.max() ?? 0
  return counts.map { count in
    (min(count.observed, Int((highest * count.exposure).rounded(.up))), count.exposure)
  }
}

extension GammaPoisson {
  fileprivate func departed(_ departure: CountMixture.Departure) -> GammaPoisson {
    GammaPoisson(mean: departure.base + departure.factor * mean, size: departure.size)
  }
}
