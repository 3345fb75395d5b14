import Glibc
import Ledger
import SickPay

/// A largest claim far above the second largest: Nigrini's relative size factor (Forensic
/// Analytics, Wiley 2011, ch. 11).
///
/// Where sums have a tail that falls like a power, the logarithm of largest over second largest is
/// exponential with the same mean for every number of claims (Rényi, Acta Math. Acad. Sci. Hung.
/// 4 (1953) 191, doi:10.1007/BF02127580), so no company stands out by its size alone.
struct RelativeSize: Indicator {
  let id = IndicatorID("storst-mot-nast")
  let basis =
    "Det största begärda beloppet mot det näst största (Nigrinis relativa storleksfaktor) "
    + "jämfört med alla bolag"

  private static let fewestSums = 10
  private static let fewestCompanies = 8
  /// A sum that stands out otherwise lies about this many times as far off.
  private static let departure = 4.0

  func compare(_ companies: Companies) -> [Comparison?] {
    let logs = companies.profiles.map { profile -> Double? in
      let sums = profile.sums.ore
      guard sums.count >= RelativeSize.fewestSums else { return nil }
      return log(Double(sums[sums.count - 1]) / Double(sums[sums.count - 2]))
    }
    let known = drawnIn(logs.compactMap(\.self), share: 0.1)
    let mean = known.reduce(0, +) / Double(max(1, known.count))
    guard known.count >= RelativeSize.fewestCompanies, mean > 0 else {
      return logs.map { _ in nil }
    }
    return logs.enumerated().map { company, value in
      value.map { comparison(companies, company, $0, mean: mean, known: known.count) }
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
      peers: Peers(name: "alla bolag med minst tio belopp", count: known),
      claims: companies.rows[company].filter { settlement.netAmount($0).value == largest },
      text: "Det största beloppet är \(SwedishNumbers.number(exp(value), decimals: 2)) gånger det "
        + "näst största; \(SwedishNumbers.number(exp(mean), decimals: 2)) väntat enligt \(known) "
        + "bolag med minst tio belopp.",
      clearedBy: "Beräkningsunderlag för det största beloppet.")
  }
}
