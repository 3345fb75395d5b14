import SickPay

/// What companies' claims may be put beside: the hours that were granted to brukare with them, and
/// the hours that their assistants were reported to have worked, in some months.
public struct CompanyExposures: Sendable {
  /// Seconds by company id, from `beslut.csv`; `nil` where it was not read. Decisions that name no
  /// company count for none.
  public let decided: [Int64]?
  /// Seconds by company id, from `tid.csv`; `nil` where it was not read. A stretch belongs to the
  /// month in which it starts.
  public let reported: [Int64]?

  /// Time is linear in the registers' rows.
  public init(_ ledger: Ledger, months: ClosedRange<Month>) {
    let given = ledger.registers.given
    let days = months.lowerBound.firstDay..<months.upperBound.advanced(by: 1).firstDay
    let companies = ledger.dictionaries.companyCount
    decided =
      given.contains(.decisions)
      ? decidedTime(ledger.registers.decisions, days, until: ledger.date, companies) : nil
    reported =
      given.contains(.workedTime)
      ? reportedTime(ledger.registers.workedTime, days, companies) : nil
  }
}

/// - Parameter date: A decision until further notice is followed to this day.
private func decidedTime(
  _ decisions: Decisions, _ days: Range<Day>, until date: Day, _ companies: Int
) -> [Int64] {
  var seconds = [Int64](repeating: 0, count: companies)
  for row in decisions.rows {
    guard let company = decisions.value(.company, row), decisions[.weeklyTime, row] > .zero else {
      continue
    }
    let first = max(decisions[.from, row], days.lowerBound)
    let end = min(
      (decisions.value(.to, row) ?? date).advanced(by: 1), days.upperBound)
    let count = first.distance(to: end)
    if count > 0 {
      seconds[company.index] += decisions[.weeklyTime, row].value * Int64(count) / 7
    }
  }
  return seconds
}

private func reportedTime(
  _ worked: WorkedTime, _ days: Range<Day>, _ companies: Int
) -> [Int64] {
  func midnight(_ day: Day) -> Int32 {
    SwedishTime.moments(WallTime(day: day, secondOfDay: 0)).first.cell
  }
  let (first, end) = (midnight(days.lowerBound), midnight(days.upperBound))
  var seconds = [Int64](repeating: 0, count: companies)
  let ids = worked.column(.company)
  let (starts, ends) = (worked.column(.start), worked.column(.end))
  for row in ids.indices where first <= starts[row] && starts[row] < end {
    seconds[Int(ids[row])] += Int64(ends[row]) - Int64(starts[row])
  }
  return seconds
}
