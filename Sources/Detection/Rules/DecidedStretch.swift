import Ledger
import SickPay

/// A stretch of days for which decisions grant one brukare's hours at one company: one decision, or
/// several that overlap.
struct DecidedStretch {
  /// A claim row, and what part of its days lies in the stretch.
  struct Row {
    let claim: Int
    let share: DayShare
  }

  /// A share of a row's days.
  struct DayShare {
    let days: Int64
    let whole: Int64

    func of(_ seconds: Int64) -> Int64 { seconds * days / whole }
  }

  let company: CompanyID
  let brukare: PersonID
  let first: Day
  let last: Day
  /// Seconds granted from `first` to `last`.
  let decided: Int64
  /// Seconds of one average day.
  let dayTime: Int64
  /// Whether the decisions have ended before the scan's date, so that no hours are still to come.
  let isWhole: Bool
  let places: [RowPlace]
  let rows: [Row]

  /// The stretches that hold any of a company's claim rows for a brukare.
  static func all(
    _ ledger: Ledger, _ company: CompanyID, _ brukare: PersonID, _ rows: [Int]
  ) -> [DecidedStretch] {
    let decisions = ledger.registers.decisions
    let own = ledger.registers.decisionRows(of: brukare).filter { row in
      decisions[.from, row] <= ledger.date && decisions[.weeklyTime, row] >= .zero
        && decisions.value(.to, row).map { $0 >= decisions[.from, row] } ?? true
        && decisions.value(.company, row).map { $0 == company } ?? true
    }
    var groups: [(rows: [Int], last: Day)] = []
    for row in own {
      let end = min(decisions.value(.to, row) ?? ledger.date, ledger.date)
      if let open = groups.last, decisions[.from, row] <= open.last {
        groups[groups.count - 1] = (open.rows + [row], max(open.last, end))
      } else {
        groups.append(([row], end))
      }
    }
    return groups.map { DecidedStretch(ledger, company, brukare, $0.rows, last: $0.last, rows) }
      .filter { !$0.rows.isEmpty }
  }

  private init(
    _ ledger: Ledger, _ company: CompanyID, _ brukare: PersonID, _ decisionRows: [Int],
    last: Day, _ claims: [Int]
  ) {
    let decisions = ledger.registers.decisions
    (self.company, self.brukare, self.last) = (company, brukare, last)
    first = decisions[.from, decisionRows[0]]
    var (decided, dayTime, isWhole): (Int64, Int64, Bool) = (0, 0, true)
    for row in decisionRows {
      let end = min(decisions.value(.to, row) ?? ledger.date, ledger.date)
      let days = Int64(decisions[.from, row].distance(to: end) + 1)
      decided += decisions[.weeklyTime, row].value * days / 7
      dayTime += decisions[.weeklyTime, row].value / 7
      isWhole = isWhole && decisions.value(.to, row).map { $0 <= ledger.date } ?? false
    }
    (self.decided, self.dayTime, self.isWhole) = (decided, dayTime, isWhole)
    places = decisionRows.map { decisions.place($0) }
    let span = first...last
    rows = claims.compactMap { claim in
      let (from, to) = (ledger.claims[.sickFrom, claim], ledger.claims[.sickTo, claim])
      let inside = max(from, span.lowerBound).distance(to: min(to, span.upperBound)) + 1
      return inside > 0
        ? Row(
          claim: claim,
          share: DayShare(days: Int64(inside), whole: Int64(from.distance(to: to) + 1)))
        : nil
    }
  }

  /// The moments between which a shift starts in the stretch.
  var moments: (start: Moment, end: Moment) {
    let after = WallTime(day: last.advanced(by: 1), secondOfDay: 0)
    return (
      SwedishTime.moments(WallTime(day: first, secondOfDay: 0)).first,
      SwedishTime.moments(after).first
    )
  }
}

/// What `tid.csv` says was worked in each stretch, in seconds.
struct WorkedHours {
  private(set) var seconds: [Int64]

  init(_ ledger: Ledger, _ stretches: [DecidedStretch]) {
    seconds = Array(repeating: 0, count: stretches.count)
    let worked = ledger.registers.workedTime
    if worked.count == 0 { return }
    let moments = stretches.map(\.moments)
    var placesOfBrukare: [Int32: [Int]] = [:]
    var hasStretch = Array(repeating: false, count: ledger.dictionaries.persons.count)
    for (place, stretch) in stretches.enumerated() {
      placesOfBrukare[stretch.brukare.cell, default: []].append(place)
      hasStretch[stretch.brukare.index] = true
    }
    let (brukare, companies) = (worked.column(.brukare), worked.column(.company))
    let (starts, ends) = (worked.column(.start), worked.column(.end))
    for row in brukare.indices where hasStretch[Int(brukare[row])] {
      for place in placesOfBrukare[brukare[row]] ?? []
      where stretches[place].company.cell == companies[row]
        && moments[place].start.cell <= starts[row] && starts[row] < moments[place].end.cell
      {
        seconds[place] += Int64(ends[row]) - Int64(starts[row])
      }
    }
  }
}

extension Ledger {
  /// Active time that a vikarie worked on a claim row's shifts in a stretch and that `tid.csv` does
  /// not have; zero without `tid.csv`, where the claimed hours are judged alone.
  func unreportedTime(_ claim: Int, _ stretch: DecidedStretch) -> Int64 {
    guard registers.given.contains(.workedTime) else { return 0 }
    return shiftRows(of: claim).reduce(Int64(0)) { sum, shift in
      guard let vikarie = shifts.value(.vikarie, shift),
        (shifts.value(.kind, shift) ?? .active) == .active,
        stretch.first <= shifts[.day, shift], shifts[.day, shift] <= stretch.last
      else { return sum }
      let (start, end) = (shifts[.vikarieStart, shift], shifts[.vikarieEnd, shift])
      let seen = reportedTime(of: vikarie, for: stretch.brukare, from: start, to: end)
      return sum + max(0, (end - start).value - seen)
    }
  }

  /// Seconds that `tid.csv` has of a person for a brukare between two moments.
  private func reportedTime(
    of person: PersonID, for brukare: PersonID, from start: Moment, to end: Moment
  ) -> Int64 {
    let worked = registers.workedTime
    var sum: Int64 = 0
    for row in registers.workedRows(of: person) {
      if worked[.start, row] >= end { break }
      guard worked[.brukare, row] == brukare, worked[.end, row] > start else { continue }
      sum += (min(end, worked[.end, row]) - max(start, worked[.start, row])).value
    }
    return sum
  }
}
