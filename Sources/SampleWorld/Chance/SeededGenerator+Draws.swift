#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The distributions that the world is drawn from.
extension SeededGenerator {
  /// Uniform in 0 ..< 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  /// Uniform in 0 ..< `count`; `count` is positive. The bias of one multiplication is below 2⁻³².
  mutating func below(_ count: Int) -> Int {
    Int(((next() >> 32) &* UInt64(count)) >> 32)
  }

  mutating func between(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  mutating func between(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + unit() * (range.upperBound - range.lowerBound)
  }

  /// An index, drawn with probability proportional to its weight.
  mutating func weighted(_ weights: [Double]) -> Int {
    var rest = unit() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return weights.count - 1
  }

  /// The whole number below or above, so that the mean is `value`.
  mutating func rounded(_ value: Double) -> Int {
    let whole = value.rounded(.down)
    return Int(whole) + (chance(value - whole) ? 1 : 0)
  }

  /// Mean 0, standard deviation 1 (Box and Muller).
  mutating func normal() -> Double {
    let radius = (-2 * log(1 - unit())).squareRoot()
    return radius * cos(2 * Double.pi * unit())
  }

  /// `exp(deviation · z)` with median 1.
  mutating func logNormal(deviation: Double) -> Double { exp(deviation * normal()) }

  /// Gamma with mean 1 and variance 1/shape (Marsaglia and Tsang 2000, doi:10.1145/358407.358414).
  mutating func gamma(shape: Double) -> Double {
    // A shape below one is drawn one higher and scaled down by a power of a uniform.
    let boosted = shape < 1 ? shape + 1 : shape
    let d = boosted - 1 / 3.0
    let c = 1 / (9 * d).squareRoot()
    while true {
      let z = normal()
      let cube = (1 + c * z) * (1 + c * z) * (1 + c * z)
      guard cube > 0, log(1 - unit()) < 0.5 * z * z + d - d * cube + d * log(cube) else { continue }
      let boost = shape < 1 ? pow(1 - unit(), 1 / shape) : 1
      return d * cube * boost / shape
    }
  }

  /// Poisson with a mean below some hundreds (Knuth's product of uniforms).
  mutating func poisson(mean: Double) -> Int {
    let limit = exp(-mean)
    var (count, product) = (0, unit())
    while product > limit {
      product *= unit()
      count += 1
    }
    return count
  }
}
