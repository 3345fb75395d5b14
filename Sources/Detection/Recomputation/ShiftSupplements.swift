import Ledger
import SickPay

/// The time with OB of a claim row's covered shifts, by the two lawful ways of deducting karens.
struct ShiftSupplements {
  /// Covered time in the first fourteen days, karens included.
  var covered = SupplementTime()
  var coveredSeconds: Int64 = 0
  /// The same without the first hours lost, which karens takes.
  var afterKarens = SupplementTime()
  /// The hours that karens takes, whether a vikarie came or not.
  var onKarens = SupplementTime()
  /// Whether a shift touches a holiday whose step is not known.
  var touchesGreatHoliday = false
  /// Seconds by which wall clock and real time differ.
  var clockChange: Int64 = 0

  /// - Parameter karens: Seconds that the row's karens takes.
  init(_ ledger: Ledger, _ clock: SupplementClock, claim: Int, karens: Int64) {
    let shifts = ledger.shifts
    var karensLeft = karens
    var (karensUntil, lostUntil) = (Int32.min, Int32.min)
    for shift in ledger.shiftRows(of: claim) {
      let day = shifts[.day, shift]
      guard (shifts.value(.kind, shift) ?? .active) == .active, isPayable(ledger, claim, day) else {
        continue
      }
      let (start, end) = (shifts[.start, shift].value, shifts[.end, shift].value)
      // One shift may stand on several lines, one for each vikarie.
      let lostFrom = max(start, lostUntil)
      let taken = min(karensLeft, Int64(max(0, end - lostFrom)))
      let second = SwedishTime.secondOfDay(of: Moment(value: start), on: day)
      func time(from: Int32, to: Int32) -> SupplementTime {
        clock.time(day: day, secondOfDay: second + from - start, length: to - from)
      }
      if taken > 0 {
        karensUntil = lostFrom + Int32(taken)
        onKarens += time(from: lostFrom, to: karensUntil)
      }
      karensLeft -= taken
      lostUntil = max(lostUntil, end)
      guard shifts.value(.vikarie, shift) != nil else { continue }
      let from = max(start, shifts[.vikarieStart, shift].value)
      let to = min(end, shifts[.vikarieEnd, shift].value)
      guard from < to else { continue }
      let all = time(from: from, to: to)
      covered += all
      coveredSeconds += Int64(to - from)
      let paidFrom = max(from, karensUntil)
      if paidFrom == from {
        afterKarens += all
      } else if paidFrom < to {
        afterKarens += time(from: paidFrom, to: to)
      }
      clockChange += abs(shifts[.wallTime, shift].value - Int64(end - start))
      if HolidayCalendar.isNearHoliday(day) { noteHoliday(day) }
    }
  }

  private mutating func noteHoliday(_ day: Day) {
    touchesGreatHoliday =
      touchesGreatHoliday
      || (-1...1).contains { HolidayCalendar.kind(day.advanced(by: $0)) == .great }
  }
}

private func isPayable(_ ledger: Ledger, _ claim: Int, _ day: Day) -> Bool {
  ledger.periods.chainOfClaim[claim] < 0
    || ledger.periods.sickDay(of: day, claim: claim, in: ledger.claims) <= SickPeriods.payableDays
}
