import Glibc
import Ledger
import SickPay

/// Fewer lost shifts left vacant than other companies have: somebody may have been put on them who
/// never came.
///
/// Many honest companies have none, so that few in a hundred tell little: the counts are put beside
/// a beta-binomial, which knows how common none is at each number of shifts.
struct LowVacancy: Indicator {
  let id = IndicatorID("lag-vakansandel")
  let family = StatisticFamily.staff
  let basis =
    "Antalet förlorade pass som lämnats vakanta jämfört med alla bolag, beta-binomial: ärliga "
    + "bolag har några"
  let comparedWith = "alla bolag med minst tjugo förlorade pass"
  let clearedBy = "Tidsredovisning för vikarierna."

  private static let fewestShifts = 20
  private static let fewestCompanies = 8
  /// Who hides vacancies tells an eighth of those that others have.
  private static let told = 0.125

  func compare(_ companies: Companies) -> [Comparison?] {
    let counts = companies.rows.map { count(companies.ledger, $0) }
    let known = counts.filter { $0.of >= LowVacancy.fewestShifts }
    guard known.count >= LowVacancy.fewestCompanies, known.contains(where: { $0.marked > 0 }),
      known.contains(where: { $0.marked < $0.of })
    else { return counts.map { _ in nil } }
    let ordinary = BetaBinomial(fitting: known)
    // Shares fall off like an exponential from none: the beta's first parameter is 1.
    let hidden = ordinary.mean * LowVacancy.told
    let other = BetaBinomial(mean: hidden, size: 1 / hidden)
    return counts.enumerated().map { company, count in
      guard count.of >= LowVacancy.fewestShifts else { return nil }
      func evidence(_ marked: Int) -> Double {
        guard Double(marked) < ordinary.mean * Double(count.of) else { return 0 }
        return other.logProbability(marked, of: count.of)
          - ordinary.logProbability(marked, of: count.of)
      }
      let value = evidence(count.marked)
      let (more, fewer) = (
        evidence(min(count.of, count.marked + 1)), evidence(max(0, count.marked - 1))
      )
      let expected = ordinary.mean * Double(count.of)
      return Comparison(
        observed: Double(count.marked), expected: expected,
        evidence: Interval(low: min(more, value), value: value, high: max(fewer, value)),
        pValue: ordinary.lowerTail(count.marked, of: count.of),
        peers: Peers(name: comparedWith, count: known.count),
        claims: value > 0 ? companies.rows[company] : [],
        text: "\(count.marked) av \(count.of) förlorade pass är vakanta; "
          + "\(SwedishNumbers.number(expected, decimals: 1)) väntade enligt \(known.count) bolag "
          + "med minst tjugo förlorade pass.",
        clearedBy: clearedBy)
    }
  }

  private func count(_ ledger: Ledger, _ rows: [Int]) -> (marked: Int, of: Int) {
    rows.reduce(into: (0, 0)) { sum, row in
      for shift in ledger.shiftRows(of: row) {
        sum.1 += 1
        if ledger.shifts.value(.vikarie, shift) == nil { sum.0 += 1 }
      }
    }
  }
}
