import Glibc
import Ledger
import SickPay

/// A company's own rate that changes from some month on, or falls silent for months and comes back,
/// with the season of all companies removed.
///
/// A company that begins to claim within the window is judged by the months after its first: it had
/// nothing to claim before, which is no lower rate. The season is that of the companies which claim
/// from the first month on.
///
/// Every month may be the change and every stretch the silence; the likelihood ratios of all are
/// averaged, as Shiryaev and Roberts do. The month that is told comes from the cumulative sum.
struct RateChange: Indicator {
  let id = IndicatorID("andrad-takt")
  let family = StatisticFamily.rate
  let basis =
    "Sjukfall per månad jämfört med bolagets egen takt och alla bolags årstid: brytpunkter och "
    + "tystnad (Shiryaev-Roberts, CUSUM, EWMA)"
  let comparedWith = Companies.everybody
  let clearedBy = "Uppgift om nya brukare, nyanställningar, ett utbrott eller ändrade rutiner."

  private static let rises = [1.5, 2, 3]
  private static let silences = 3...6
  private static let silence = 0.1
  private static let fewestSpells = 12
  private static let fewestMonths = 8
  /// Fewer companies tell no season.
  private static let fewestCompanies = 8
  /// Months with fewer spells than this share of the middle month lie at the window's edge, where
  /// claims are still to come.
  private static let edge = 0.4
  private static let latestWeight = 0.3

  func compare(_ companies: Companies) -> [Comparison?] {
    let all = companies.profiles.map { monthCounts($0, companies.ledger) }
    let months = fullMonths(all, first: RateChange.firstMonth(companies.ledger))
    guard months.count >= RateChange.fewestMonths else { return all.map { _ in nil } }
    let counts = all.map { counts in months.indices.map { counts[months[$0].place] } }
    let starts = companies.firstMonths.map { first in
      first.map { RateChange.start(after: $0, months) } ?? months.count
    }
    let courses = courses(counts, starts)
    let everyone = companies.everyone
    return counts.indices.map { company in
      guard let course = courses[starts[company]] else { return nil }
      let own = Array(counts[company][starts[company]...])
      let months = Array(months[starts[company]...])
      let spells = own.reduce(0, +)
      guard spells >= RateChange.fewestSpells else { return nil }
      let evidence = course.mixture.logBayesFactor(own)
      let expected = course.mixture.ordinary.map { $0 * Double(spells) }
      let change = course.changes[course.mixture.bestAlternative(own)]
      let story = evidence > 0 ? told(change, own, expected, months, everyone) : nil
      let claims = story.map { rows(companies, company, from: $0.month) } ?? []
      // A silence that nothing follows is no pattern, only an end.
      let isShown = !claims.isEmpty
      return Comparison(
        observed: story?.observed ?? 0, expected: story?.expected ?? 0,
        evidence: Interval(low: evidence - 1, value: evidence, high: evidence + 1),
        pValue: min(1, exp(-evidence)), peers: everyone, claims: claims,
        text: isShown ? story?.text ?? "" : "",
        clearedBy: clearedBy)
    }
  }

  /// What a company that claims from some month on may do.
  private struct Course {
    let changes: [Change]
    /// Over the months from that one on.
    let mixture: ShapeMixture
  }

  /// The first of the months that tell of a company: the one after it begins, which it may have
  /// begun in the middle of, or the very first where it begins no later.
  private static func start(after first: Int32, _ months: [Month]) -> Int {
    months.first.map { first <= $0.number ? 0 : Int(first - $0.number) + 1 } ?? 0
  }

  /// - Parameters:
  ///   - counts: Companies long, each months long.
  ///   - starts: Companies long.
  private func courses(_ counts: [[Int]], _ starts: [Int]) -> [Int: Course] {
    let steady = zip(counts, starts).filter { $0.1 == 0 }.map(\.0)
    let all = counts.first?.count ?? 0
    func shapes(_ changes: [Change]) -> (_ ordinary: [Double]) -> [[Double]] {
      { ordinary in changes.map { scaled(ordinary, $0.factors) } }
    }
    let whole = ShapeMixture(
      fitting: steady.count >= RateChange.fewestCompanies ? steady : counts, shares: [1],
      alternatives: shapes(alternatives(all)))
    var courses: [Int: Course] = [:]
    for start in Set(starts) where all - start >= RateChange.fewestMonths {
      let changes = alternatives(all - start)
      courses[start] = Course(
        changes: changes, mixture: whole.beginning(at: start, alternatives: shapes(changes)))
    }
    return courses
  }

  private struct Change {
    var factors: [Double]
    var isSilence: Bool
    var months: Range<Int>
  }

  private func alternatives(_ count: Int) -> [Change] {
    var changes: [Change] = []
    for start in 2..<count - 1 {
      for rise in RateChange.rises {
        let factors = (0..<count).map { $0 < start ? 1 : rise }
        changes.append(Change(factors: factors, isSilence: false, months: start..<count))
      }
    }
    for length in RateChange.silences where length + 2 < count {
      for start in 1..<count - length {
        let months = start..<start + length
        let factors = (0..<count).map { months.contains($0) ? RateChange.silence : 1 }
        changes.append(Change(factors: factors, isSilence: true, months: months))
      }
    }
    return changes
  }

  private func scaled(_ ordinary: [Double], _ factors: [Double]) -> [Double] {
    let products = zip(ordinary, factors).map { $0 * $1 }
    let sum = products.reduce(0, +)
    return products.map { $0 / sum }
  }
}

extension RateChange {
  private typealias Month = (place: Int, number: Int32)

  private static func firstMonth(_ ledger: Ledger) -> Int32 { ledger.window.lowerBound.month }

  /// Spells by the month of their first day, from the window's first month.
  private func monthCounts(_ profile: CompanyProfile, _ ledger: Ledger) -> [Int] {
    let first = RateChange.firstMonth(ledger)
    var counts = [Int](repeating: 0, count: Int(ledger.window.upperBound.month - first) + 1)
    for employee in profile.employees {
      for spell in employee.spells.spells {
        let place = Int(spell.lowerBound.month - first)
        if counts.indices.contains(place) { counts[place] += 1 }
      }
    }
    return counts
  }

  private func fullMonths(_ counts: [[Int]], first: Int32) -> [Month] {
    let totals = (0..<(counts.first?.count ?? 0)).map { month in
      counts.reduce(0) { $0 + $1[month] }
    }
    let least = RateChange.edge * (median(totals.map(Double.init)) ?? 0)
    let full = totals.indices.filter { Double(totals[$0]) >= max(1, least) }
    guard let low = full.first, let high = full.last else { return [] }
    return (low...high).map { ($0, first + Int32($0)) }
  }

  private func told(
    _ change: Change, _ counts: [Int], _ expected: [Double], _ months: [Month], _ peers: Peers
  ) -> (observed: Double, expected: Double, month: Int32, text: String) {
    let sum = CumulativeSum(counts, expected: expected, ratio: 2)
    // A rise is dated by the cumulative sum, where that has one.
    let range =
      change.isSilence || sum.peak == 0 ? change.months : sum.start..<counts.count
    let seen = counts[range].reduce(0, +)
    let due = expected[range].reduce(0, +)
    let latest = exponentialMean(counts, expected: expected, weight: RateChange.latestWeight)
    func text(_ value: Double) -> String { SwedishNumbers.number(value, decimals: 1) }
    let what =
      change.isSilence
      ? "Tystnad \(name(months[range.lowerBound]))–\(name(months[range.upperBound - 1])) och sedan "
        + "nya anspråk"
      : "Högre takt från \(name(months[range.lowerBound]))"
    return (
      Double(seen), due, months[range.lowerBound].number,
      "\(what): \(seen) sjukfall, \(text(due)) väntade av bolagets egen takt och årstiden "
        + "hos \(peers.name) (\(peers.count) bolag). Glidande medel vid slutet \(text(latest)) "
        + "gånger det väntade."
    )
  }

  /// `2025-03`
  private func name(_ month: Month) -> String {
    let (year, number) = (month.number / 12, month.number % 12 + 1)
    return "\(year)-\(number < 10 ? "0" : "")\(number)"
  }

  private func rows(_ companies: Companies, _ company: Int, from month: Int32) -> [Int] {
    let claims = companies.ledger.claims
    return companies.rows[company].filter { claims[.sickFrom, $0].month >= month }
  }
}
