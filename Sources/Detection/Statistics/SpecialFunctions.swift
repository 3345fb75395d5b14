import Glibc

/// The regularised lower incomplete gamma function P(a, x) for a > 0, x ≥ 0.
///
/// The series for x < a + 1 and Lentz's continued fraction above it, to about 1e-14 relative
/// (DLMF §8.7.1 and §8.9.2).
func regularizedGammaP(_ a: Double, _ x: Double) -> Double {
  precondition(a > 0 && x >= 0, "P(a, x) is defined for a > 0 and x >= 0")
  if x == 0 { return 0 }
  let scale = exp(a * log(x) - x - lgamma(a))
  if x < a + 1 {
    var (term, sum, n) = (1 / a, 1 / a, a)
    repeat {
      n += 1
      term *= x / n
      sum += term
    } while abs(term) > abs(sum) * 1e-16
    return min(1, scale * sum)
  }
  return max(0, 1 - scale * upperFraction(a, x))
}

/// The continued fraction of the upper incomplete gamma function by modified Lentz.
private func upperFraction(_ a: Double, _ x: Double) -> Double {
  let tiny = 1e-300
  var b = x + 1 - a
  var c = 1 / tiny
  var d = 1 / b
  var value = d
  var n = 0.0
  while n < 10_000 {
    n += 1
    let an = -n * (n - a)
    b += 2
    d = an * d + b
    if abs(d) < tiny { d = tiny }
    c = b + an / c
    if abs(c) < tiny { c = tiny }
    d = 1 / d
    let change = d * c
    value *= change
    if abs(change - 1) < 1e-15 { break }
  }
  return value
}

/// The x for which P(shape, x) = probability, to about 1e-12 relative; shape > 0, 0 < p < 1.
///
/// It starts from Wilson & Hilferty's cube root (PNAS 17 (1931) 684).
func gammaQuantile(shape: Double, probability: Double) -> Double {
  let root = 1 - 1 / (9 * shape) + normalQuantile(probability) / (3 * shape.squareRoot())
  let start = root > 0.1 ? shape * root * root * root : shape / 2
  return quantile(
    probability, from: start, below: { regularizedGammaP(shape, $0) },
    density: { gammaDensity(shape, $0) })
}

/// The density of a gamma distribution with rate 1.
func gammaDensity(_ shape: Double, _ x: Double) -> Double {
  exp((shape - 1) * log(x) - x - lgamma(shape))
}

/// The x > 0 below which `probability` of a distribution on the positive numbers lies: Newton's
/// steps inside a bracket that every step narrows, a bisection where they leave it.
func quantile(
  _ probability: Double, from start: Double, below: (Double) -> Double,
  density: (Double) -> Double
) -> Double {
  precondition(probability > 0 && probability < 1, "a quantile lies inside 0…1")
  var (low, high, x) = (0.0, Double.infinity, start)
  for _ in 0..<200 {
    let excess = below(x) - probability
    if excess < 0 { low = x } else { high = x }
    let slope = density(x)
    let step = slope > 0 ? x - excess / slope : -1
    let isInside = step > low && step < high
    let next = isInside ? step : high.isFinite ? (low + high) / 2 : 2 * x
    if abs(next - x) <= 1e-13 * x { return next }
    x = next
  }
  return x
}

/// The standard normal quantile to 4.5e-4 (Abramowitz & Stegun 26.2.23): a place to start from.
private func normalQuantile(_ probability: Double) -> Double {
  let tail = min(probability, 1 - probability)
  let t = (-2 * log(tail)).squareRoot()
  let above =
    t - (2.515517 + t * (0.802853 + t * 0.010328))
    / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  return probability < 0.5 ? -above : above
}

/// The upper tail of the standard normal distribution.
func normalUpperTail(_ z: Double) -> Double { erfc(z / 2.0.squareRoot()) / 2 }

/// log of the probability that a negative binomial with mean `mean` and size `size` is `count`.
func logNegativeBinomial(_ count: Double, mean: Double, size: Double) -> Double {
  lgamma(count + size) - lgamma(size) - lgamma(count + 1)
    + size * log(size / (size + mean)) + count * log(mean / (size + mean))
}

/// The probability that a negative binomial is `count` or more.
///
/// - Parameters: `mean` > 0; `size` > 0 is the shape of the gamma that it mixes over.
func negativeBinomialUpperTail(_ count: Int, mean: Double, size: Double) -> Double {
  if count <= 0 { return 1 }
  // Below the mean the terms from `count` up may begin too small for a Double; those below are few.
  if Double(count) <= mean {
    return max(0, 1 - negativeBinomialLowerTail(count - 1, mean: mean, size: size))
  }
  // Summed from `count` up, term by term, until the terms no longer matter: no cancellation.
  var k = Double(count)
  var term = exp(logNegativeBinomial(k, mean: mean, size: size))
  let ratio = mean / (size + mean)
  var sum = 0.0
  for _ in 0..<100_000 {
    sum += term
    let next = term * (k + size) / (k + 1) * ratio
    if next < sum * 1e-12, next < term { break }
    term = next
    k += 1
  }
  return min(1, sum)
}

/// The probability that a negative binomial is `count` or less, for a `count` below its mean.
private func negativeBinomialLowerTail(_ count: Int, mean: Double, size: Double) -> Double {
  var k = Double(count)
  var term = exp(logNegativeBinomial(k, mean: mean, size: size))
  let ratio = mean / (size + mean)
  var sum = 0.0
  while k >= 0 {
    sum += term
    let next = term * k / ((k - 1 + size) * ratio)
    if next <= sum * 1e-12, next <= term { break }
    term = next
    k -= 1
  }
  return sum
}

/// The derivative of log Γ for x > 0: the recurrence up to 10, then the asymptotic series
/// (DLMF §5.5.2 and §5.11.2), to about 1e-14.
func digamma(_ x: Double) -> Double {
  precondition(x > 0, "digamma is taken of what is above 0")
  var (x, shift) = (x, 0.0)
  while x < 10 {
    shift -= 1 / x
    x += 1
  }
  let square = 1 / (x * x)
  let series =
    square
    * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square * (1.0 / 240 - square / 132))))
  return shift + log(x) - 0.5 / x - series
}
