public import SickPay

/// The sick periods in law (sjuklönelagen 1991:1047, 7 §), per person and company over every
/// brukare and kommun of the scan.
///
/// With gap = first day of the new absence − last day of the old: gap ≤ 1 is one period written on
/// several rows; gap 2 to 5 is a relapse, in which the count of fourteen days goes on and only sick
/// days are added; gap ≥ 6 is a new period. A *chain* is a period with its relapses.
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

  /// The law's own numbers, 7 § sjuklönelagen.
  public static let relapseDays = 5
  public static let payableDays = 14

  /// The sick day, counted in the chain, of a calendar day of a claim row.
  @inlinable public func sickDay(of day: Day, claim: Int, in claims: Claims) -> Int {
    Int(firstSickDay[claim]) + claims[.sickFrom, claim].distance(to: day)
  }

  init(claims: Claims, settlement: Settlement) {
    chainOfClaim = Array(repeating: -1, count: claims.count)
    firstSickDay = Array(repeating: 0, count: claims.count)
    isRelapse = Array(repeating: false, count: claims.count)
    for group in RowGroups(claims) { addChains(claims, settlement, group) }
  }

  private mutating func addChains(_ claims: Claims, _ settlement: Settlement, _ group: Range<Int>) {
    var absence: Absence?
    for row in group where SickPeriods.isSickness(claims, settlement, row) {
      let (from, to) = (claims[.sickFrom, row], claims[.sickTo, row])
      let gap = absence.map { $0.last.distance(to: from) } ?? .max
      if gap <= 1 {
        absence?.extend(to: to)
      } else if gap <= SickPeriods.relapseDays {
        absence?.relapse(from: from, to: to)
      } else {
        // The row itself may say that the period began earlier, on rows outside of the scan.
        let start = min(from, claims.value(.periodFrom, row) ?? from)
        absence = Absence(first: start, last: to)
        chainRows.append(row..<row)
        chainStarts.append(start)
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
