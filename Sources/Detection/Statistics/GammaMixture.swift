import Glibc

/// A distribution of relative rates made of two gammas, as prior or posterior.
///
/// With N | λ ~ Poisson(λE) the posterior is again such a mixture. Its geometric mean and its 5 %
/// and 95 % quantiles are the EBGM, EB05 and EB95 of DuMouchel, The American Statistician 53
/// (1999) 177, doi:10.1080/00031305.1999.10474456.
struct GammaMixture: Equatable {
  struct Part: Equatable {
    var shape: Double
    var rate: Double

    func observing(_ count: Double, expected: Double) -> Part {
      Part(shape: shape + count, rate: rate + expected)
    }

    /// log of the probability of a count: negative binomial.
    func logProbability(_ count: Double, expected: Double) -> Double {
      logNegativeBinomial(count, mean: expected * shape / rate, size: shape)
    }

    var meanLogarithm: Double { digamma(shape) - log(rate) }
  }

  var first: Part
  var second: Part
  /// Of `first`, 0…1.
  var share: Double

  /// - Parameters:
  ///   - count: 0 or more.
  ///   - expected: Above 0: what peers would have let one expect.
  func observing(_ count: Int, expected: Double) -> GammaMixture {
    let count = Double(count)
    let odds = exp(
      second.logProbability(count, expected: expected)
        - first.logProbability(count, expected: expected))
    return GammaMixture(
      first: first.observing(count, expected: expected),
      second: second.observing(count, expected: expected),
      share: share / (share + (1 - share) * odds))
  }

  /// exp of the mean logarithm.
  var geometricMean: Double {
    exp(share * first.meanLogarithm + (1 - share) * second.meanLogarithm)
  }

  /// The rate below which `probability` (inside 0…1) of the distribution lies.
  func quantile(_ probability: Double) -> Double {
    Detection.quantile(
      probability, from: geometricMean,
      below: { rate in
        share * regularizedGammaP(first.shape, first.rate * rate)
          + (1 - share) * regularizedGammaP(second.shape, second.rate * rate)
      },
      density: { rate in
        share * first.rate * gammaDensity(first.shape, first.rate * rate)
          + (1 - share) * second.rate * gammaDensity(second.shape, second.rate * rate)
      })
  }
}
