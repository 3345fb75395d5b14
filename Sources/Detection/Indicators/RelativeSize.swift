import Glibc
import Ledger
import SickPay

/// A largest claim far above the second largest: Nigrini's relative size factor (Forensic
/// Analytics, Wiley 2011, ch. 11).
///
/// The logarithm of largest over second largest is about exponential. Were the tail of sums a power
/// its mean would be the same for every number of sums (Rényi, Acta Math. Acad. Sci. Hung. 4 (1953)
/// 191, doi:10.1007/BF02127580), but claims have a lighter one, in which it falls as sums grow
/// more: the mean is fitted to all companies as a power of the number (`ExponentialTrend`), so that
/// no company stands out by its size alone.
struct RelativeSize: Indicator {
  let id = IndicatorID("storst-mot-nast")
  let family = StatisticFamily.digits
  let basis =
    "Det största begärda beloppet mot det näst största (Nigrinis relativa storleksfaktor) "
    + "jämfört med alla bolag"
  let comparedWith = "alla bolag med minst tio belopp"
  let clearedBy = "Beräkningsunderlag för det största beloppet."

  private static let fewestSums = 10
  private static let fewestCompanies = 8
  /// A sum that stands out otherwise lies about this many times as far off.
  private static let departure = 4.0

  func compare(_ companies: Companies) -> [Comparison?] {
    let points = companies.profiles.map { profile -> (x: Double, y: Double)? in
      let sums = profile.sums.ore
      guard sums.count >= RelativeSize.fewestSums else { return nil }
      return (
        log(Double(sums.count)), log(Double(sums[sums.count - 1]) / Double(sums[sums.count - 2]))
      )
    }
    let known = points.compactMap(\.self)
    guard known.count >= RelativeSize.fewestCompanies, let trend = ExponentialTrend(fitting: known)
    else { return points.map { _ in nil } }
    return points.enumerated().map { company, point in
      point.map {
        comparison(companies, company, $0.y, mean: trend.mean(at: $0.x), known: known.count)
      }
    }
  }

  private func comparison(
    _ companies: Companies, _ company: Int, _ value: Double, mean: Double, known: Int
  ) -> Comparison {
    let sums = companies.profiles[company].sums.ore
    let largest = sums[sums.count - 1]
    func evidence(_ value: Double) -> Double {
      max(0, value / mean * (1 - 1 / RelativeSize.departure) - log(RelativeSize.departure))
    }
    let settlement = companies.ledger.settlement
    return Comparison(
      observed: exp(value), expected: exp(mean),
      evidence: Interval(
        low: evidence(value - mean), value: evidence(value), high: evidence(value + mean)),
      pValue: exp(-value / mean),
      peers: Peers(name: comparedWith, count: known),
      claims: companies.rows[company].filter { settlement.netAmount($0).value == largest },
      text: "Det största beloppet är \(SwedishNumbers.number(exp(value), decimals: 2)) gånger det "
        + "näst största; \(SwedishNumbers.number(exp(mean), decimals: 2)) väntat av "
        + "\(sums.count) belopp enligt \(known) bolag med minst tio belopp.",
      clearedBy: clearedBy)
  }
}
