import Ledger
import SickPay

extension Ledger {
  /// Calls `body` with the lines of each active shift that a claim row lists, in time order: one
  /// shift may stand on several lines, one for each vikarie and one for what stood vacant.
  func forEachLostShift(of claim: Int, _ body: (Range<Int>) -> Void) {
    let rows = shiftRows(of: claim)
    var next = rows.lowerBound
    while next < rows.upperBound {
      let lines = linesOfShift(next, upTo: rows.upperBound)
      next = lines.upperBound
      if (shifts.value(.kind, lines.lowerBound) ?? .active) == .active { body(lines) }
    }
  }

  private func linesOfShift(_ line: Int, upTo end: Int) -> Range<Int> {
    var next = line + 1
    while next < end, isSameShift(line, next) { next += 1 }
    return line..<next
  }

  private func isSameShift(_ line: Int, _ other: Int) -> Bool {
    claimOfShift[line] == claimOfShift[other] && shifts[.start, line] == shifts[.start, other]
      && shifts[.end, line] == shifts[.end, other]
      && shifts.value(.kind, line) == shifts.value(.kind, other)
  }

  /// Time of a shift from a moment on that none of the row's vikarier worked. Where wall clock and
  /// real time differ, the shorter reading is taken.
  func openTime(of lines: Range<Int>, from begin: Moment) -> Int64 {
    let end = shifts[.end, lines.lowerBound]
    let worked = shiftRows(of: Int(claimOfShift[lines.lowerBound]))
      .filter { shifts.value(.vikarie, $0) != nil && shifts[.vikarieStart, $0] < end }
      .map { (start: shifts[.vikarieStart, $0], end: shifts[.vikarieEnd, $0]) }
      .sorted { $0.start < $1.start }
    var (sum, open) = (Int64(0), begin)
    for (start, end) in worked where end > open {
      if start > open { sum += shorterTime(from: open, to: start) }
      open = max(open, end)
    }
    return sum + (open < end ? shorterTime(from: open, to: end) : 0)
  }

  /// Lost time of some of a claim row's lines, each shift once; of a shift whose other lines are
  /// not among them what the lines' own vikarier worked, or what stood vacant.
  func lostTime(ofLines lines: [Int]) -> Int64 {
    var (sum, next) = (Int64(0), 0)
    while next < lines.count {
      let first = lines[next]
      let rows = shiftRows(of: Int(claimOfShift[first]))
      var begin = first
      while begin > rows.lowerBound, isSameShift(begin - 1, first) { begin -= 1 }
      let shift = linesOfShift(begin, upTo: rows.upperBound)
      let meant = lines[next...].prefix { shift.contains($0) }
      next = meant.endIndex
      let length = Int64(ClaimHours.shortestLength(shifts, first))
      sum +=
        meant.count == shift.count
        ? length : min(length, meant.reduce(0) { $0 + partTime(of: $1, in: shift) })
    }
    return sum
  }

  private func partTime(of line: Int, in shift: Range<Int>) -> Int64 {
    if shifts.value(.vikarie, line) == nil {
      return openTime(of: shift, from: shifts[.start, line])
    }
    let start = max(shifts[.start, line], shifts[.vikarieStart, line])
    let end = min(shifts[.end, line], shifts[.vikarieEnd, line])
    return start < end ? shorterTime(from: start, to: end) : 0
  }

  private func shorterTime(from start: Moment, to end: Moment) -> Int64 {
    let wall = SwedishTime.wallTime(start).distance(to: SwedishTime.wallTime(end))
    return max(0, min(wall, end - start).value)
  }
}
