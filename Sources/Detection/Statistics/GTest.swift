import Glibc
import SickPay

/// How unlikely counts over bins are where each value falls into them by given shares and chance
/// alone: the log-likelihood ratio G = 2 Σ O ln(O/E).
///
/// The p-value is exact where the possible outcomes are few: the probabilities of all whose G is as
/// high are added up. Else G is divided by Williams' correction (Biometrika 63 (1976) 33,
/// doi:10.1093/biomet/63.1.33) and taken to be chi-square.
///
/// Companies differ from each other by more than such chance: rosters, wards and agreements shape
/// their counts too. By itself the test would cry wolf at every large company. It tells what chance
/// alone does, and may make a finding weaker, never stronger.
struct GTest {
  let statistic: Double
  /// The probability of such a G or a higher one, 0…1.
  let pValue: Double
  /// Whether every outcome was looked at.
  let isExact: Bool

  /// More outcomes than this are not looked at one by one.
  static let mostOutcomes = 50_000
  /// What rounding does to the G of outcomes that are as likely.
  private static let rounding = 1e-9

  /// - Parameters:
  ///   - counts: As many as there are bins.
  ///   - shares: Of each bin, above 0, adding up to 1.
  init(_ counts: [Int], shares: [Double]) {
    precondition(counts.count == shares.count && shares.allSatisfy { $0 > 0 }, "bins have shares")
    let all = counts.reduce(0, +)
    let terms = zip(counts, shares).map { GTest.term($0, share: $1, of: all) }
    statistic = max(0, terms.reduce(0, +))
    isExact = GTest.hasFewOutcomes(all, bins: counts.count)
    if isExact {
      let outcomes = Outcomes(all, shares: shares, least: statistic - GTest.rounding)
      pValue = min(1, outcomes.probability())
    } else {
      let freedom = Double(counts.count - 1)
      pValue =
        1 - regularizedGammaP(freedom / 2, statistic / GTest.williams(all, shares: shares) / 2)
    }
  }

  /// How often chance alone does it, in Swedish: `i 3 fall av 100`.
  var frequency: String {
    func cases(of whole: Double) -> String {
      "i \(SwedishNumbers.number(pValue * whole, decimals: 0)) fall av "
        + SwedishNumbers.number(whole, decimals: 0)
    }
    if pValue >= 0.01 { return cases(of: 100) }
    return pValue >= 0.0001 ? cases(of: 10_000) : "mer sällan än i 1 fall av 10\u{a0}000"
  }

  fileprivate static func term(_ count: Int, share: Double, of all: Int) -> Double {
    count == 0 ? 0 : 2 * Double(count) * log(Double(count) / (Double(all) * share))
  }

  /// 1 + (Σ 1/pᵢ − 1) / (6 n (bins − 1))
  private static func williams(_ all: Int, shares: [Double]) -> Double {
    let reciprocals = shares.reduce(0) { $0 + 1 / $1 }
    return 1 + (reciprocals - 1) / (6 * Double(all) * Double(shares.count - 1))
  }

  /// Values can fall into bins in (values + bins − 1) over (bins − 1) ways.
  private static func hasFewOutcomes(_ values: Int, bins: Int) -> Bool {
    var ways = 1
    for bin in 1..<max(1, bins) {
      let (product, overflows) = ways.multipliedReportingOverflow(by: values + bin)
      ways = product / bin
      if overflows || ways > mostOutcomes { return false }
    }
    return true
  }
}

/// Every way in which values can fall into bins, bin by bin.
private struct Outcomes {
  private let all: Int
  /// Outcomes with a lower G do not count.
  private let least: Double
  /// By bin and count: its part of G, and its part of the logarithm of the probability.
  private let terms: [[(statistic: Double, logProbability: Double)]]
  private let logWays: Double

  init(_ all: Int, shares: [Double], least: Double) {
    (self.all, self.least) = (all, least)
    logWays = lgamma(Double(all) + 1)
    terms = shares.map { share in
      (0...all).map { count in
        (
          GTest.term(count, share: share, of: all),
          Double(count) * log(share) - lgamma(Double(count) + 1)
        )
      }
    }
  }

  /// Of all outcomes that count.
  func probability() -> Double { sum(bin: 0, left: all, statistic: 0, logWays) }

  private func sum(
    bin: Int, left: Int, statistic: Double, _ logProbability: Double
  ) -> Double {
    if bin == terms.count - 1 {
      let last = terms[bin][left]
      let isCounted = statistic + last.statistic >= least
      return isCounted ? exp(logProbability + last.logProbability) : 0
    }
    return (0...left).reduce(0) { total, count in
      let term = terms[bin][count]
      return total
        + sum(
          bin: bin + 1, left: left - count, statistic: statistic + term.statistic,
          logProbability + term.logProbability)
    }
  }
}
