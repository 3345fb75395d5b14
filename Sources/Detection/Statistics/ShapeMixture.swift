import Glibc

/// Whether counts over bins are a mixture of what is ordinary and something else.
///
/// Under the alternative a share s of the values comes from another distribution q, the rest from
/// the ordinary one p. The likelihood ratio Π (1 − s + s·q/p)^n is averaged over the given shares
/// and alternatives: a Bayes factor. Its reciprocal bounds the probability of such counts or
/// stranger ones among the ordinary, exactly for every sample size (Vovk & Wang, Annals of
/// Statistics 49 (2021) 1736, doi:10.1214/20-AOS2020).
struct ShapeMixture {
  /// Bins long, adding up to 1, none of them 0.
  let ordinary: [Double]
  /// How much more companies differ than chance lets them, 1 or more: evidence is divided by it.
  let dispersion: Double
  /// For each alternative and share, alternative by alternative: log of the ratio, bins long.
  private let logRatios: [[Double]]
  private let shares: [Double]

  /// From 2 to 60 per cent, evenly on the logarithm.
  static let someShares = (0..<15).map { exp(-4 + 0.25 * Double($0)) }
  /// Companies with fewer values tell nothing of how companies differ.
  private static let fewestValues = 20
  /// Probabilities below this are taken as this, so that one value decides nothing alone.
  private static let least = 1e-9

  /// - Parameters:
  ///   - counts: Companies long, each with as many bins.
  ///   - alternatives: The distributions q, given p, each adding up to 1.
  ///   - shares: The shares s, above 0 and at most 1.
  init(
    fitting counts: [[Int]], shares: [Double] = someShares,
    alternatives: (_ ordinary: [Double]) -> [[Double]]
  ) {
    let ordinary = ShapeMixture.pooled(counts)
    self.init(
      ordinary: ordinary, dispersion: ShapeMixture.dispersion(counts, ordinary), shares: shares,
      alternatives: alternatives)
  }

  /// The mixture for values of which only those from a bin on could be.
  ///
  /// - Parameter first: The bin that becomes the first one.
  func beginning(
    at first: Int, alternatives: (_ ordinary: [Double]) -> [[Double]]
  ) -> ShapeMixture {
    let rest = ordinary[first...]
    let sum = rest.reduce(0, +)
    return ShapeMixture(
      ordinary: rest.map { $0 / sum }, dispersion: dispersion, shares: shares,
      alternatives: alternatives)
  }

  private init(
    ordinary: [Double], dispersion: Double, shares: [Double],
    alternatives: (_ ordinary: [Double]) -> [[Double]]
  ) {
    self.ordinary = ordinary
    self.dispersion = dispersion
    self.shares = shares
    logRatios = alternatives(ordinary).flatMap { alternative in
      shares.map { share in
        zip(alternative, ordinary).map { q, p in
          log(max(ShapeMixture.least, 1 - share + share * q / p))
        }
      }
    }
  }

  private static func pooled(_ counts: [[Int]]) -> [Double] {
    let bins = counts.first?.count ?? 0
    var totals = [Double](repeating: 0.5, count: bins)  // half a value keeps a bin above zero
    for counts in counts { for bin in 0..<bins { totals[bin] += Double(counts[bin]) } }
    let all = totals.reduce(0, +)
    return totals.map { $0 / all }
  }

  /// The mean of Pearson's statistic over its degrees of freedom, the outer tenths drawn in.
  private static func dispersion(_ counts: [[Int]], _ ordinary: [Double]) -> Double {
    let ratios = counts.compactMap { counts -> Double? in
      let count = counts.reduce(0, +)
      guard count >= fewestValues, ordinary.count > 1 else { return nil }
      let statistic = zip(counts, ordinary).reduce(0.0) { sum, pair in
        let expected = Double(count) * pair.1
        return sum + (Double(pair.0) - expected) * (Double(pair.0) - expected) / expected
      }
      return statistic / Double(ordinary.count - 1)
    }
    let drawn = drawnIn(ratios, share: 0.1)
    return max(1, drawn.reduce(0, +) / Double(max(1, drawn.count)))
  }

  /// log of the Bayes factor, divided by `dispersion`.
  func logBayesFactor(_ counts: [Int]) -> Double {
    let terms = logRatios.map { term(counts, $0) }
    guard let largest = terms.max() else { return 0 }
    let sum = terms.reduce(0) { $0 + exp($1 - largest) }
    return (largest + log(sum / Double(terms.count))) / dispersion
  }

  /// The alternative that explains the counts best, with the first of equals.
  func bestAlternative(_ counts: [Int]) -> Int {
    var (best, most) = (0, -Double.infinity)
    for (place, ratios) in logRatios.enumerated() {
      let term = term(counts, ratios)
      if term > most { (best, most) = (place / shares.count, term) }
    }
    return best
  }

  private func term(_ counts: [Int], _ logRatios: [Double]) -> Double {
    var sum = 0.0
    for bin in counts.indices where counts[bin] > 0 {
      sum += Double(counts[bin]) * logRatios[bin]
    }
    return sum
  }
}
