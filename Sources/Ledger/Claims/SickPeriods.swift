public import SickPay

/// The sick periods in law (sjuklönelagen 1991:1047, 7 §), per person and company over every
/// brukare and kommun of the scan.
///
/// With gap = first day of the new absence − last day of the old: gap ≤ 1 is one period written on
/// several rows; up to the law's relapse days (5) it is a relapse, in which the count of the days
/// with sick pay (14) goes on and only sick days are added; a longer gap, or one on a day whose law
/// is not known, begins a new period. A *chain* is a period with its relapses.
public struct SickPeriods: Sendable {
  /// The chain of each claim row, claim rows long; −1 where the row does not count as sickness.
  public private(set) var chainOfClaim: [Int32]
  /// Which sick day of its chain the row's first day is, 1 or more; claim rows long.
  public private(set) var firstSickDay: [Int32]
  /// Whether the row lies in a relapse, not in the chain's first absence; claim rows long.
  public private(set) var isRelapse: [Bool]
  /// The claim rows of chain `c` are those of `chainRows[c]` that belong to it.
  public private(set) var chainRows: [Range<Int>] = []
  /// The first sick day in law of each chain.
  public private(set) var chainStarts: [Day] = []
  /// Days with sick pay in each chain, by the law of its first day; −1 where that is not known.
  public private(set) var chainPayableDays: [Int32] = []

  /// The sick day, counted in the chain, of a calendar day of a claim row.
  @inlinable public func sickDay(of day: Day, claim: Int, in claims: Claims) -> Int {
    Int(firstSickDay[claim]) + claims[.sickFrom, claim].distance(to: day)
  }

  /// Days with sick pay in a claim row's chain; `nil` where the row has none or the law of its
  /// first day is not known.
  @inlinable public func payableDays(of claim: Int) -> Int? {
    let chain = Int(chainOfClaim[claim])
    return chain >= 0 && chainPayableDays[chain] >= 0 ? Int(chainPayableDays[chain]) : nil
  }

  /// Whether a day of a claim row lies after the days with sick pay.
  @inlinable public func isAfterPayableDays(_ day: Day, claim: Int, in claims: Claims) -> Bool {
    payableDays(of: claim).map { sickDay(of: day, claim: claim, in: claims) > $0 } ?? false
  }

  init(claims: Claims, settlement: Settlement, law: SickPeriodLaw) {
    chainOfClaim = Array(repeating: -1, count: claims.count)
    firstSickDay = Array(repeating: 0, count: claims.count)
    isRelapse = Array(repeating: false, count: claims.count)
    let law = NumbersByDay(law)
    for group in RowGroups(claims) { addChains(claims, settlement, group, law) }
  }

  private mutating func addChains(
    _ claims: Claims, _ settlement: Settlement, _ group: Range<Int>, _ law: NumbersByDay
  ) {
    var absence: Absence?
    for row in group where SickPeriods.isSickness(claims, settlement, row) {
      let (from, to) = (claims[.sickFrom, row], claims[.sickTo, row])
      let gap = absence.map { $0.last.distance(to: from) } ?? .max
      if gap <= 1 {
        absence?.extend(to: to)
      } else if gap <= Int(law.relapseDays[from] ?? 0) {
        absence?.relapse(from: from, to: to)
      } else {
        // The row itself may say that the period began earlier, on rows outside of the scan.
        let start = min(from, claims.value(.periodFrom, row) ?? from)
        absence = Absence(first: start, last: to)
        chainRows.append(row..<row)
        chainStarts.append(start)
        chainPayableDays.append(law.payableDays[start] ?? -1)
      }
      guard let absence else { continue }
      let chain = chainRows.count - 1
      chainRows[chain] = chainRows[chain].lowerBound..<(row + 1)
      chainOfClaim[row] = Int32(chain)
      firstSickDay[row] = Int32(absence.daysBefore + absence.first.distance(to: from) + 1)
      isRelapse[row] = absence.isRelapse
    }
  }

  static func isSickness(_ claims: Claims, _ settlement: Settlement, _ row: Int) -> Bool {
    settlement.counts(row) && claims.value(.absence, row) != .parental
  }

  private struct NumbersByDay {
    let relapseDays: NumberByDay
    let payableDays: NumberByDay

    init(_ law: SickPeriodLaw) {
      relapseDays = NumberByDay(law.relapseDays) { Int32($0) }
      payableDays = NumberByDay(law.payableDays) { Int32($0) }
    }
  }

  /// The absence that the walk over one person's rows is in.
  private struct Absence {
    var first: Day
    var last: Day
    var daysBefore = 0
    var isRelapse = false

    mutating func extend(to day: Day) { last = max(last, day) }

    mutating func relapse(from: Day, to: Day) {
      daysBefore += first.distance(to: last) + 1
      (first, last, isRelapse) = (from, to, true)
    }
  }
}
