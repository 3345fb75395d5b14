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

/// The x for which P(shape, x) = probability, by bisection on a bracket that doubles; 0 < p < 1.
func gammaQuantile(shape: Double, probability: Double) -> Double {
  precondition(probability > 0 && probability < 1, "a quantile lies inside 0…1")
  var (low, high) = (0.0, max(1, shape * 2))
  while regularizedGammaP(shape, high) < probability { high *= 2 }
  for _ in 0..<100 where high - low > 1e-12 * high {
    let middle = (low + high) / 2
    if regularizedGammaP(shape, middle) < probability { low = middle } else { high = middle }
  }
  return (low + high) / 2
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
