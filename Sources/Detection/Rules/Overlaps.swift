import Ledger
import SickPay

/// A stretch of one person's time, on one shift row.
struct Stretch {
  let person: Int32
  let start: Int32
  let end: Int32
  let shift: UInt32

  /// Whether it comes before another by person and start.
  func precedes(_ other: Stretch) -> Bool {
    (person, start) < (other.person, other.start)
  }
}

/// Stretches by person and start, seen through the columns: none is stored.
struct Stretches: Sendable {
  private let order: [UInt32]
  private let persons: [Int32]
  private let starts: [Int32]
  private let ends: [Int32]
  /// By person, and one more: where the stretches of each begin.
  private let places: [UInt32]

  private init(order: [UInt32], persons: [Int32], starts: [Int32], ends: [Int32]) {
    (self.order, self.persons, self.starts, self.ends) = (order, persons, starts, ends)
    var places: [UInt32] = []
    for (place, row) in order.enumerated() {
      while places.count <= Int(persons[Int(row)]) { places.append(UInt32(place)) }
    }
    self.places = places
  }

  /// The shifts that a person lost.
  static func lost(_ ledger: Ledger) -> Stretches {
    let shifts = ledger.shifts
    return Stretches(
      order: Timeline.lost(ledger).order, persons: shifts.column(.assistent),
      starts: shifts.column(.start), ends: shifts.column(.end))
  }

  /// The hours that a company has reported as worked; `shift` is a row of `tid.csv`.
  static func reported(_ ledger: Ledger) -> Stretches {
    let worked = ledger.registers.workedTime
    return Stretches(
      order: Array(0..<UInt32(worked.count)), persons: worked.column(.assistent),
      starts: worked.column(.start), ends: worked.column(.end))
  }

  /// The shifts that a person worked as vikarie.
  static func worked(_ ledger: Ledger) -> Stretches {
    let shifts = ledger.shifts
    return Stretches(
      order: Timeline.worked(ledger).order, persons: shifts.column(.vikarie),
      starts: shifts.column(.vikarieStart), ends: shifts.column(.vikarieEnd))
  }

  var count: Int { order.count }

  /// Where the stretches of a person lie, in time order.
  func places(of person: PersonID) -> Range<Int> {
    func first(_ person: Int) -> Int { person < places.count ? Int(places[person]) : order.count }
    return first(person.index)..<first(person.index + 1)
  }

  subscript(place: Int) -> Stretch {
    let row = Int(order[place])
    return Stretch(
      person: persons[row], start: starts[row], end: ends[row], shift: order[place])
  }
}

/// Calls `body` with every pair of stretches of one person that share time.
///
/// A sweep over both lists by person and start: only stretches that are still open are compared,
/// so that the time is that of reading the lists plus the pairs found.
func forEachOverlap(_ left: Stretches, _ right: Stretches, _ body: (Stretch, Stretch) -> Void) {
  var (openLeft, openRight): ([Stretch], [Stretch]) = ([], [])
  var (l, r) = (0, 0)
  while l < left.count || r < right.count {
    let (nextLeft, nextRight) = (
      l < left.count ? left[l] : nil, r < right.count ? right[r] : nil
    )
    if let next = nextLeft, nextRight.map({ !$0.precedes(next) }) ?? true {
      openRight.removeAll { $0.person != next.person || $0.end <= next.start }
      for other in openRight { body(next, other) }
      openLeft.append(next)
      l += 1
    } else if let next = nextRight {
      openLeft.removeAll { $0.person != next.person || $0.end <= next.start }
      for other in openLeft { body(other, next) }
      openRight.append(next)
      r += 1
    }
  }
}

/// Calls `body` with every pair of stretches of one person in one list that share time.
func forEachOverlap(_ stretches: Stretches, _ body: (Stretch, Stretch) -> Void) {
  var open: [Stretch] = []
  for place in 0..<stretches.count {
    let next = stretches[place]
    open.removeAll { $0.person != next.person || $0.end <= next.start }
    for other in open { body(other, next) }
    open.append(next)
  }
}

/// Overlaps found pair by pair, gathered per claim row at fault.
struct OverlapsByClaim {
  struct Overlap {
    /// Shared time, pair by pair; the same time may be there twice.
    fileprivate var shared: [Range<Int32>] = []
    var witnesses: Set<Int> = []
    var shifts: Set<Int> = []
    /// Rows of `tid.csv`.
    var reported: Set<Int> = []
    var isUncertain = false

    fileprivate mutating func addTime(_ left: Stretch, _ right: Stretch) {
      let start = max(left.start, right.start)
      shared.append(start..<max(start, min(left.end, right.end)))
    }

    /// Seconds that are shared with anyone, each counted once.
    var seconds: Int64 {
      var (sum, end) = (Int64(0), Int32.min)
      for stretch in shared.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        sum += Int64(max(0, stretch.upperBound - max(end, stretch.lowerBound)))
        end = max(end, stretch.upperBound)
      }
      return sum
    }
  }

  private var byClaim: [Int: Overlap] = [:]

  mutating func add(
    claim: Int, witness: Int, _ left: Stretch, _ right: Stretch, isUncertain: Bool = false
  ) {
    var overlap = byClaim[claim] ?? Overlap()
    overlap.addTime(left, right)
    if witness != claim { overlap.witnesses.insert(witness) }
    overlap.shifts.formUnion([Int(left.shift), Int(right.shift)])
    overlap.isUncertain = overlap.isUncertain || isUncertain
    byClaim[claim] = overlap
  }

  /// Adds what a row of `tid.csv` shares with a lost shift.
  mutating func add(claim: Int, lost: Stretch, reported: Stretch) {
    byClaim[claim, default: Overlap()].addTime(lost, reported)
    byClaim[claim]?.shifts.insert(Int(lost.shift))
    byClaim[claim]?.reported.insert(Int(reported.shift))
  }

  /// What a rule that looks at shifts found: one finding for each claim row, in their order.
  func outcome(
    _ evidence: Evidence, _ finding: (Evidence, _ claim: Int, Overlap) -> RuleFinding?
  ) -> RuleOutcome {
    var outcome = RuleOutcome(withoutShifts: evidence)
    outcome.findings = byClaim.sorted { $0.key < $1.key }
      .compactMap { finding(evidence, $0.key, $0.value) }
    return outcome
  }
}

extension Evidence {
  /// How much of the seconds that a person was at work a row is paid for; `nil` where nothing is:
  /// whoever falls ill in the middle of a shift has worked the first of its hours, and the row
  /// leaves them out. All of it where the row does not tell its hours.
  func paidPart(of worked: OverlapsByClaim.Overlap, claim: Int) -> Int64? {
    guard ledger.isJudgedByHours(claim) else { return worked.seconds }
    let paid = hours.paidPart(of: Int32(clamping: worked.seconds), claim)
    return paid > ClaimHours.tolerance ? Int64(paid) : nil
  }
}
