import Ledger
import SickPay

/// Claims with more OB than the lost shifts can carry by the clock.
///
/// What an hour of each step costs is learnt from the claims themselves: the median of claimed OB
/// per paid hour over the rows of a year whose shifts lie in that step alone. A row is paid for so
/// many hours; the dearest of its shifts' hours set the most that it can claim.
struct SupplementsBeyondShifts: Indicator {
  let id = IndicatorID("ob-over-passen")
  let family = StatisticFamily.price
  let basis =
    "Ärenderader med mer OB än de förlorade passens klockslag kan ge vid bolagens vanliga "
    + "belopp per timme, jämfört med andra bolag, gamma-poisson"
  let clearedBy = "Schema och lönespecifikationer som visar OB-timmarna."

  /// More than the dearest hours by a twentieth, and by 5 kr.
  private static let tolerance = (factor: 1.05, ore: 500.0)
  private static let departure = CountMixture.Departure(base: 0.05, factor: 3, size: 1)

  func compare(_ companies: Companies) -> [Comparison?] {
    let (claims, shifts, offsets) = (
      companies.ledger.claims, companies.ledger.shifts, companies.ledger.shiftOffsets
    )
    let rows = companies.rows.map { rows in
      rows.compactMap { row in
        Row(claims, row, shifts, Int(offsets[row])..<Int(offsets[row + 1]))
      }
    }
    let prices = StepPrices(rows)
    let beyond = rows.map { rows in
      rows.filter { row in
        guard let most = prices.most(row) else { return false }
        let (factor, ore) = SupplementsBeyondShifts.tolerance
        return Double(row.claimed) > most * factor + ore
      }.map(\.claim)
    }
    let counts = rows.indices.map { company in
      rows[company].isEmpty
        ? nil : (observed: beyond[company].count, exposure: Double(rows[company].count))
    }
    return countComparisons(companies, counts, departure: SupplementsBeyondShifts.departure) {
      company, observed, _ in
      Comparison.Words(
        claims: beyond[company],
        text: "\(observed) av \(rows[company].count) ärenderader med OB begär mer OB än passens "
          + "tider kan ge",
        clearedBy: clearedBy)
    }
  }
}

extension SupplementsBeyondShifts {
  /// A claim row with OB, shifts and paid hours.
  fileprivate struct Row {
    let claim: Int
    /// Öre.
    let claimed: Int64
    let paid: Int64
    let lost: Int64
    let steps: SupplementTime
    let year: Int

    /// `nil` for rows that claim no OB or do not tell enough.
    init?(
      _ claims: Claims, _ claim: Int, _ shifts: Shifts, _ lostShifts: Range<Int>
    ) {
      guard let supplements = claims.value(.ob, claim), supplements > .zero,
        let paidTime = claims.value(.paidTime, claim), paidTime > .zero
      else { return nil }
      var (steps, lost) = (SupplementTime(), Int64(0))
      for shift in lostShifts
      where (shifts.value(.kind, shift) ?? .active) == .active {
        steps += SupplementClock.shared.time(
          from: shifts[.start, shift], to: shifts[.end, shift])
        lost += (shifts[.end, shift] - shifts[.start, shift]).value
      }
      guard lost > 0 else { return nil }
      (self.claim, self.steps, self.lost) = (claim, steps, lost)
      (claimed, paid) = (supplements.value, paidTime.value)
      year = claims[.sickFrom, claim].civil.year
    }

    /// Öre a second where all lost time lies in one step, and which.
    var singleStep: (step: Int, price: Double)? {
      let all = [steps.evening, steps.night, steps.weekend]
      guard let step = all.firstIndex(of: lost) else { return nil }
      return (step, Double(claimed) / Double(paid))
    }
  }

  /// What a second of each step costs by year, in öre, sick pay's share included.
  fileprivate struct StepPrices {
    private var prices: [Int: [Double?]] = [:]
    /// Fewer rows tell no price.
    private static let fewestRows = 10

    init(_ rows: [[Row]]) {
      var seen: [Int: [[Double]]] = [:]
      for row in rows.joined() {
        guard let (step, price) = row.singleStep else { continue }
        seen[row.year, default: [[], [], []]][step].append(price)
      }
      prices = seen.mapValues { steps in
        steps.map { $0.count < StepPrices.fewestRows ? nil : median($0) }
      }
    }

    /// The most öre that a row's dearest hours come to; `nil` where a price is not known.
    func most(_ row: Row) -> Double? {
      guard let prices = prices[row.year] else { return nil }
      let times = [row.steps.evening, row.steps.night, row.steps.weekend]
      let known = zip(times, prices).filter { $0.0 > 0 }
      guard known.allSatisfy({ $0.1 != nil }) else { return nil }
      var (left, sum) = (row.paid, 0.0)
      for (time, price) in known.sorted(by: { ($0.1 ?? 0) > ($1.1 ?? 0) }) {
        sum += Double(min(left, time)) * (price ?? 0)
        left -= min(left, time)
      }
      // A night on which the clock is set back is an hour longer than it shows.
      return sum + Double(left) * (known.compactMap(\.1).max() ?? 0)
    }
  }
}
