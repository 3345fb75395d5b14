import Ledger
import SickPay

/// A stretch of one person's time, on one shift row.
struct Stretch {
  let person: Int32
  let start: Int32
  let end: Int32
  let shift: UInt32
}

/// The shifts that a person lost, by person and start.
func lostStretches(_ ledger: Ledger) -> [Stretch] {
  let shifts = ledger.shifts
  let (persons, starts, ends) = (
    shifts.column(.assistent), shifts.column(.start), shifts.column(.end)
  )
  return ledger.timeline.lost.map { shift in
    let row = Int(shift)
    return Stretch(person: persons[row], start: starts[row], end: ends[row], shift: shift)
  }
}

/// The shifts that a person worked as vikarie, by person and start.
func workedStretches(_ ledger: Ledger) -> [Stretch] {
  let shifts = ledger.shifts
  let (persons, starts, ends) = (
    shifts.column(.vikarie), shifts.column(.vikarieStart), shifts.column(.vikarieEnd)
  )
  return ledger.timeline.worked.map { shift in
    let row = Int(shift)
    return Stretch(person: persons[row], start: starts[row], end: ends[row], shift: shift)
  }
}

/// Calls `body` with every pair of stretches of one person that share time.
///
/// A sweep over both lists by person and start: only stretches that are still open are compared,
/// so that the time is that of reading the lists plus the pairs found.
func forEachOverlap(
  _ left: [Stretch], _ right: [Stretch], _ body: (Stretch, Stretch) -> Void
) {
  var (openLeft, openRight): ([Stretch], [Stretch]) = ([], [])
  var (l, r) = (0, 0)
  while l < left.count || r < right.count {
    let takesLeft =
      r == right.count
      || (l < left.count && (left[l].person, left[l].start) <= (right[r].person, right[r].start))
    if takesLeft {
      let next = left[l]
      openRight.removeAll { $0.person != next.person || $0.end <= next.start }
      for other in openRight { body(next, other) }
      openLeft.append(next)
      l += 1
    } else {
      let next = right[r]
      openLeft.removeAll { $0.person != next.person || $0.end <= next.start }
      for other in openLeft { body(other, next) }
      openRight.append(next)
      r += 1
    }
  }
}

/// Calls `body` with every pair of stretches of one person in one list that share time.
func forEachOverlap(_ stretches: [Stretch], _ body: (Stretch, Stretch) -> Void) {
  var open: [Stretch] = []
  for next in stretches {
    open.removeAll { $0.person != next.person || $0.end <= next.start }
    for other in open { body(other, next) }
    open.append(next)
  }
}

/// Seconds that two stretches share.
func sharedSeconds(_ left: Stretch, _ right: Stretch) -> Int64 {
  max(0, Int64(min(left.end, right.end)) - Int64(max(left.start, right.start)))
}

/// Overlaps found pair by pair, gathered per claim row at fault.
struct OverlapsByClaim {
  struct Overlap {
    var seconds: Int64 = 0
    var witnesses: Set<Int> = []
    var shifts: Set<Int> = []
    var isUncertain = false
  }

  private(set) var byClaim: [Int: Overlap] = [:]

  mutating func add(
    claim: Int, witness: Int, shifts: [UInt32], seconds: Int64, isUncertain: Bool = false
  ) {
    var overlap = byClaim[claim] ?? Overlap()
    overlap.seconds += seconds
    if witness != claim { overlap.witnesses.insert(witness) }
    overlap.shifts.formUnion(shifts.map(Int.init))
    overlap.isUncertain = overlap.isUncertain || isUncertain
    byClaim[claim] = overlap
  }

  /// In the order of the claim rows.
  var sorted: [(claim: Int, overlap: Overlap)] {
    byClaim.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
