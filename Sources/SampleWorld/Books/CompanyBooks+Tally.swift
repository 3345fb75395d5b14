/// Hours and supplements of a claim row.
struct Tally: Equatable {
  /// Minutes lost, karens, vacant and too late included.
  var lost: Int32 = 0
  var karens: Int32 = 0
  var jourLost: Int32 = 0
  /// Minutes without a substitute, whether inside the karens hours or not.
  var uncovered: Int32 = 0
  var paid = PaidTime()
}

/// Departures from the lawful way of counting a row's hours.
struct Departures: OptionSet {
  let rawValue: UInt8
  /// Vacant hours are paid.
  static let paysVacant = Departures(rawValue: 1)
  /// Shifts after day 14 are paid.
  static let paysTooLate = Departures(rawValue: 2)
}

extension CompanyBooks {
  /// A row's hours: lost, karens, uncovered, and those to be paid with their supplements.
  ///
  /// - Parameter until: only shifts that start on this day or before.
  func tally(
    _ range: Range<Int>, _ departures: Departures = [], until: Int32 = .max
  ) -> Tally {
    var result = Tally()
    // Vacant minutes that a company subtracts although karens already took them.
    var again: Int32 = 0
    for shift in shifts[range] where WallMinute.day(shift.start) <= until {
      if shift.isJour {
        result.jourLost += shift.minutes
        let isPaid = !shift.isVacant && !shift.isTooLate && shift.karens == 0
        result.paid.jour += isPaid ? Int64(shift.minutes) : 0
        continue
      }
      result.lost += shift.minutes
      if shift.isTooLate && !departures.contains(.paysTooLate) { continue }
      result.karens += shift.karens
      result.paid.karens += Int64(shift.karens)
      result.paid.karensSupplements += supplements(shift, 0..<shift.karens)
      if departures.contains(.paysVacant) { continue }
      result.uncovered += shift.minutes - Int32(shift.covered.count)
      if company.habits.subtractsVacancyTwice {
        again += shift.karens - Int32(shift.covered.clamped(to: 0..<shift.karens).count)
      }
    }
    for shift in shifts[range] where WallMinute.day(shift.start) <= until {
      if shift.isJour || shift.isTooLate && !departures.contains(.paysTooLate) { continue }
      let covered = departures.contains(.paysVacant) ? 0..<shift.minutes : shift.covered
      var paid = covered.clamped(to: shift.karens..<shift.minutes)
      let dropped = min(again, Int32(paid.count))
      again -= dropped
      paid = paid.lowerBound + dropped..<paid.upperBound
      result.paid.reimbursed += Int64(paid.count)
      result.paid.supplements += supplements(shift, paid)
    }
    return result
  }

  /// Supplement minutes of a part of a shift, given in counted minutes from its start.
  private func supplements(_ shift: LostShift, _ part: Range<Int32>) -> SupplementMinutes {
    if part.isEmpty { return SupplementMinutes() }
    guard shift.minutes != shift.wallMinutes,
      let change = world.clockChanges.first(where: { shift.start < $0 && $0 < shift.end })
    else {
      return world.clock.minutes(from: shift.start + part.lowerBound, length: Int32(part.count))
    }
    // An hour comes twice or not at all, always in a weekend night.
    let offset = change - shift.start
    let added = shift.minutes - shift.wallMinutes
    func wall(_ counted: Int32) -> Int32 {
      counted <= offset ? counted : max(offset, counted - added)
    }
    let (start, end) = (wall(part.lowerBound), wall(part.upperBound))
    var minutes = world.clock.minutes(from: shift.start + start, length: end - start)
    minutes.weekend += Int64(Int32(part.count) - (end - start))
    return minutes
  }

  /// Counts and prices a row anew.
  mutating func reprice(_ row: Int, _ departures: Departures = []) {
    rows[row].tally = tally(rows[row].shifts, departures)
    rows[row].amounts = Amounts(rows[row].tally.paid, rows[row].terms, company.method)
  }

  /// Makes a change to a row, and takes it back if the row does not ask for more than is owed by
  /// it.
  mutating func overcharge(
    _ row: Int, _ label: RowLabel, _ change: (inout CompanyBooks) -> Void
  ) -> Bool {
    let before = rows[row]
    let shiftsBefore = Array(shifts[before.shifts])
    change(&self)
    guard rows[row].amounts.total > rows[row].lawful else {
      rows[row] = before
      shifts.replaceSubrange(before.shifts, with: shiftsBefore)
      return false
    }
    rows[row].label = label
    return true
  }
}
