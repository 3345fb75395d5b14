import Glibc

/// First two digits against Benford's law (Proc. Am. Philos. Soc. 78 (1938) 551): a number begins
/// with the digits d with probability log₁₀(1 + 1/d).
struct Benford {
  /// By the pair of digits, 10 to 99.
  let counts: [Int]
  let count: Int

  init(firstTwoDigits counts: [Int]) {
    precondition(counts.count == 90, "pairs of first digits are 10 to 99")
    self.counts = counts
    count = counts.reduce(0, +)
  }

  static let law = (10...99).map { log10(1 + 1 / Double($0)) }

  /// Mean absolute deviation of the shares from the law's; 0 without numbers.
  var meanAbsoluteDeviation: Double {
    guard count > 0 else { return 0 }
    return zip(counts, Benford.law).reduce(0) {
      $0 + abs(Double($1.0) / Double(count) - $1.1)
    } / 90
  }

  /// What chance alone leaves on average of `count` numbers: the mean absolute deviation of a
  /// normal distribution is √(2/π) of its standard deviation.
  var chanceDeviation: Double {
    Benford.law.reduce(0) { $0 + (2 * $1 * (1 - $1) / (.pi * Double(max(1, count)))).squareRoot() }
      / 90
  }

  /// Nigrini's bands for first two digits (Benford's Law, Wiley 2012, table 7.1).
  enum Conformity: String {
    case close = "god överensstämmelse"
    case acceptable = "godtagbar överensstämmelse"
    case marginal = "tveksam överensstämmelse"
    case none = "ingen överensstämmelse"
  }

  var conformity: Conformity {
    switch meanAbsoluteDeviation {
    case ..<0.0012: .close
    case ..<0.0018: .acceptable
    case ..<0.0022: .marginal
    default: .none
    }
  }

  /// The pairs of digits that are too common by most, first the worst; by count against the law.
  func largestDeviations(_ number: Int) -> [(digits: Int, deviation: Double)] {
    let deviations = zip(counts, Benford.law).enumerated().map { index, pair in
      (digits: index + 10, deviation: abs(Double(pair.0) - pair.1 * Double(count)))
    }
    return Array(
      deviations.sorted { ($1.deviation, $0.digits) < ($0.deviation, $1.digits) }.prefix(number))
  }
}

/// How far the mantissas' centre on the unit circle lies from the middle, squared: the mantissa arc
/// test of Alexander (SSRN 1505147, 2009). 0 under Benford's law, 1 where all begin alike; by
/// chance above L with probability exp(−L · n).
///
/// - Parameter ore: Sums above 0.
func mantissaArc(_ ore: [Int64]) -> Double {
  if ore.isEmpty { return 0 }
  var (across, up) = (0.0, 0.0)
  for sum in ore {
    let angle = 2 * Double.pi * log10(Double(sum))
    across += cos(angle)
    up += sin(angle)
  }
  let count = Double(ore.count)
  return (across * across + up * up) / (count * count)
}
