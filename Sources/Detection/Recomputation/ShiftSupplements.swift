import Ledger
import SickPay

/// The time with OB of a claim row's covered shifts, by the two lawful ways of deducting karens.
struct ShiftSupplements {
  /// Covered time in the first fourteen days, karens included.
  var covered = SupplementTime()
  var coveredSeconds: Int64 = 0
  /// All shifts of the first fourteen days, by the longer of wall clock and real time.
  var listedSeconds: Int64 = 0
  /// The same without the first hours lost, which karens takes.
  var afterKarens = SupplementTime()
  /// The hours that karens takes, whether a vikarie came or not.
  var onKarens = SupplementTime()
  /// Whether a shift touches a holiday whose step is not known.
  var touchesGreatHoliday = false
  /// Seconds by which wall clock and real time differ.
  var clockChange: Int64 = 0
}

/// The columns of shifts that OB depends on, without the table around them, which would cost a
/// look-up more for every cell.
struct SupplementColumns: Sendable {
  private let offsets, days, starts, ends, wallTimes, kinds: [Int32]
  private let vikarier, vikarieStarts, vikarieEnds: [Int32]
  private let clock = SupplementClock.shared

  init(_ ledger: Ledger) {
    let shifts = ledger.shifts
    offsets = ledger.shiftOffsets
    (days, starts, ends) = (shifts.column(.day), shifts.column(.start), shifts.column(.end))
    (wallTimes, kinds) = (shifts.column(.wallTime), shifts.column(.kind))
    vikarier = shifts.column(.vikarie)
    (vikarieStarts, vikarieEnds) = (shifts.column(.vikarieStart), shifts.column(.vikarieEnd))
  }

  /// A function and no initialiser, which would own its arguments: a copy for each row.
  ///
  /// - Parameters:
  ///   - karens: Seconds that the row's karens takes.
  ///   - lastPayable: The last calendar day with sick pay.
  func supplements(of claim: Int, karens: Int64, lastPayable: Day) -> ShiftSupplements {
    var supplements = ShiftSupplements()
    var karensLeft = karens
    var (karensUntil, lostUntil) = (Int32.min, Int32.min)
    for shift in Int(offsets[claim])..<Int(offsets[claim + 1]) {
      let day = Day(number: days[shift])
      guard isActive(shift), day <= lastPayable else { continue }
      let (start, end) = (starts[shift], ends[shift])
      // One shift may stand on several lines, one for each vikarie.
      let lostFrom = max(start, lostUntil)
      if karensLeft > 0, lostFrom < end {
        karensUntil = lostFrom + Int32(min(karensLeft, Int64(end - lostFrom)))
        karensLeft -= Int64(karensUntil - lostFrom)
        supplements.onKarens += time(from: lostFrom, to: karensUntil)
      }
      supplements.listedSeconds += Int64(max(0, end - lostFrom))
      let clockChange = wallTimes[shift] - (end - start)
      if lostFrom == start { supplements.listedSeconds += Int64(max(0, clockChange)) }
      lostUntil = max(lostUntil, end)
      guard vikarier[shift] != absentCell else { continue }
      let (from, to) = (max(start, vikarieStarts[shift]), min(end, vikarieEnds[shift]))
      guard from < to else { continue }
      let all = time(from: from, to: to)
      supplements.covered += all
      supplements.coveredSeconds += Int64(to - from)
      if karensUntil <= from {
        supplements.afterKarens += all
      } else if karensUntil < to {
        supplements.afterKarens += time(from: karensUntil, to: to)
      }
      supplements.clockChange += Int64(abs(clockChange))
      supplements.touchesGreatHoliday =
        supplements.touchesGreatHoliday || clock.touchesGreatHoliday(day)
    }
    return supplements
  }

  @inline(__always) private func time(from: Int32, to: Int32) -> SupplementTime {
    clock.time(from: Moment(value: from), to: Moment(value: to))
  }

  private func isActive(_ shift: Int) -> Bool {
    kinds[shift] == absentCell || kinds[shift] == ShiftKind.active.cell
  }
}

extension Ledger {
  /// The last calendar day of a row with sick pay; the last of all where the row has
  /// no chain, or the number of days is not known.
  func lastPayableDay(_ claim: Int) -> Day {
    guard let days = periods.payableDays(of: claim) else { return Day(number: .max) }
    return claims[.sickFrom, claim].advanced(by: days - Int(periods.firstSickDay[claim]))
  }
}
