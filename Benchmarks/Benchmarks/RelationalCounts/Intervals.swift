import Ledger
import SickPay

/// What persons have from one time to another (sick periods, shifts), by person, start and end.
struct Intervals: Sendable {
  private let persons: [Int32]
  private let starts: [Int32]
  private let ends: [Int32]

  /// The rows as columns, in any order; rows without a person are left out.
  init(persons: [Int32], starts: [Int32], ends: [Int32]) {
    let rows = persons.indices.filter { persons[$0] != absentCell }
    let keys = rows.map { row in
      // Signed times sort as unsigned ones once their sign is turned.
      UInt64(persons[row]) << 32 | UInt64(UInt32(bitPattern: starts[row]) ^ 0x8000_0000)
    }
    let order = sortedOrder(keys)
    self.persons = order.map { persons[rows[Int($0)]] }
    self.starts = order.map { starts[rows[Int($0)]] }
    var sortedEnds = order.map { ends[rows[Int($0)]] }
    var first = 0
    for row in order.indices where row > 0 && keys[Int(order[row])] != keys[Int(order[row - 1])] {
      if row - first > 1 { sortedEnds[first..<row].sort() }
      first = row
    }
    sortedEnds[first...].sort()
    self.ends = sortedEnds
  }

  /// Those that are equal to the one before them.
  var repeats: Int { persons.indices.count(where: isRepeat) }

  /// Those that begin before an earlier one has ended; on its last day too, where `lastCounts`.
  func overlapping(lastCounts: Bool) -> Int {
    var count = 0
    for rows in PersonRuns(persons) {
      var latest = ends[rows.lowerBound]
      for row in rows.dropFirst() {
        if latest > starts[row] || lastCounts && latest == starts[row] { count += 1 }
        latest = max(latest, ends[row])
      }
    }
    return count
  }

  /// Those that begin so long after the end of the one before them.
  func count(gap: ClosedRange<Int32>) -> Int {
    persons.indices.dropFirst().count { row in
      persons[row] == persons[row - 1] && gap.contains(starts[row] - ends[row - 1])
    }
  }

  /// Pairs of one of these and one of the others, of the same person, that have time in common;
  /// equal ones count once. Every interval has a length.
  func overlaps(with other: Intervals) -> Int {
    var (count, mine, others) = (0, PersonRuns(persons), PersonRuns(other.persons))
    var (left, right) = (mine.next(), others.next())
    while let rows = left, let otherRows = right {
      let (person, otherPerson) = (
        persons[rows.lowerBound], other.persons[otherRows.lowerBound]
      )
      if person == otherPerson {
        let (these, those) = (distinct(rows), other.distinct(otherRows))
        // A pair has time in common unless one of the two is over when the other begins.
        count += these.starts.count * those.starts.count
        count -= pairs(ended: these.ends, beforeStarts: those.starts)
        count -= pairs(ended: those.ends, beforeStarts: these.starts)
      }
      if person <= otherPerson { left = mine.next() }
      if otherPerson <= person { right = others.next() }
    }
    return count
  }

  /// The starts and, for themselves, the ends of some rows in order, equal rows once.
  private func distinct(_ rows: Range<Int>) -> (starts: [Int32], ends: [Int32]) {
    let kept = rows.filter { $0 == rows.lowerBound || !isRepeat($0) }
    return (kept.map { starts[$0] }, kept.map { ends[$0] }.sorted())
  }

  private func isRepeat(_ row: Int) -> Bool {
    row > 0 && persons[row] == persons[row - 1] && starts[row] == starts[row - 1]
      && ends[row] == ends[row - 1]
  }
}

/// Pairs of an end and a start that is not before it. Both in order.
private func pairs(ended ends: [Int32], beforeStarts starts: [Int32]) -> Int {
  var (count, over) = (0, 0)
  for start in starts {
    while over < ends.count, ends[over] <= start { over += 1 }
    count += over
  }
  return count
}

/// The runs of equal persons in a sorted column.
struct PersonRuns: Sequence, IteratorProtocol {
  private let persons: [Int32]
  private var start = 0

  init(_ persons: [Int32]) { self.persons = persons }

  mutating func next() -> Range<Int>? {
    if start == persons.count { return nil }
    var end = start + 1
    while end < persons.count, persons[end] == persons[start] { end += 1 }
    defer { start = end }
    return start..<end
  }
}
