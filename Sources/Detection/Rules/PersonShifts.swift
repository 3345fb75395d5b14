import Glibc
import Ledger
import SickPay

/// Time, and how much of it carries OB, in seconds.
struct SupplementShare {
  var seconds: Int64 = 0
  var supplements: Int64 = 0

  var share: Double { seconds > 0 ? Double(supplements) / Double(seconds) : 0 }

  static func += (left: inout SupplementShare, right: SupplementShare) {
    left.seconds += right.seconds
    left.supplements += right.supplements
  }

  /// Whether a larger or as large a part of the time carries OB.
  func isAsRich(as other: SupplementShare) -> Bool {
    supplements * other.seconds >= other.supplements * seconds
  }
}

/// One person's shifts at one company: those lost to sickness, and the others.
struct PersonShifts {
  struct SickShifts {
    var rows: [Int]
    var shifts: [SupplementShare]
  }

  /// Absences with shifts, in time order.
  private(set) var absences: [SickShifts] = []
  private(set) var sick = SupplementShare()
  /// Shifts on other days, in time order: reported in `tid.csv` where that is given, else worked as
  /// vikarie.
  private(set) var others: [SupplementShare] = []
  private(set) var other = SupplementShare()
  /// What the others are, in Swedish.
  private(set) var source = "pass som vikarie"

  /// - Parameter group: The claim rows of the person at the company.
  init(_ evidence: Evidence, _ group: Range<Int>) {
    var days: [ClosedRange<Day>] = []
    evidence.forEachAbsence(in: group) { absence in
      days.append(absence.first...absence.last)
      addAbsence(evidence, absence)
    }
    guard let row = group.first, !absences.isEmpty else { return }
    addOthers(evidence, of: row, without: days)
  }

  private mutating func addAbsence(_ evidence: Evidence, _ absence: Absence) {
    let (ledger, shifts) = (evidence.ledger, evidence.ledger.shifts)
    var found = SickShifts(rows: [], shifts: [])
    var lines: [(start: Int32, end: Int32)] = []
    for row in absence.rows where evidence.isSickness(row) {
      found.rows.append(row)
      for shift in ledger.shiftRows(of: row)
      where (shifts.value(.kind, shift) ?? .active) == .active {
        lines.append((shifts[.start, shift].value, shifts[.end, shift].value))
      }
    }
    lines.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    for (place, line) in lines.enumerated() where place == 0 || lines[place - 1] != line {
      found.shifts.append(share(line.start, line.end))
    }
    guard !found.shifts.isEmpty else { return }
    for shift in found.shifts { sick += shift }
    absences.append(found)
  }

  private mutating func addOthers(
    _ evidence: Evidence, of row: Int, without days: [ClosedRange<Day>]
  ) {
    let ledger = evidence.ledger
    let (person, company) = (ledger.claims[.assistent, row], ledger.claims[.company, row])
    var lines: [(start: Int32, end: Int32)] = []
    if ledger.registers.given.contains(.workedTime) {
      source = "andra pass enligt tid.csv"
      let worked = ledger.registers.workedTime
      for entry in ledger.registers.workedRows(of: person) where worked[.company, entry] == company
      {
        lines.append((worked[.start, entry].value, worked[.end, entry].value))
      }
    } else {
      for place in evidence.worked.places(of: person) {
        let stretch = evidence.worked[place]
        let isActive = (ledger.shifts.value(.kind, Int(stretch.shift)) ?? .active) == .active
        let claim = ledger.claim(of: stretch)
        if isActive, ledger.claims[.company, claim] == company,
          !evidence.duplicates.isDuplicate[claim]
        {
          lines.append((stretch.start, stretch.end))
        }
      }
    }
    for line in lines {
      let day = SwedishTime.wallTime(Moment(value: line.start)).day
      if days.contains(where: { $0.contains(day) }) { continue }
      let share = share(line.start, line.end)
      others.append(share)
      other += share
    }
  }

  private func share(_ start: Int32, _ end: Int32) -> SupplementShare {
    let length = max(0, end - start)
    let time = SupplementClock.shared.time(
      from: Moment(value: start), to: Moment(value: start + length))
    return SupplementShare(
      seconds: Int64(length), supplements: time.evening + time.night + time.weekend)
  }

  /// The probability that absences as rich in OB fall on the person's other shifts by chance.
  var chance: Double {
    var sum = 0.0
    for absence in absences { sum -= log(placement(of: absence)) }
    return 1 - regularizedGammaP(Double(absences.count), sum)
  }

  /// The share of runs of as many other shifts that are as rich in OB, the absence's own among
  /// them; 1 where there are fewer others.
  private func placement(of absence: SickShifts) -> Double {
    let length = absence.shifts.count
    guard others.count >= length else { return 1 }
    var lost = SupplementShare()
    for shift in absence.shifts { lost += shift }
    var (run, rich) = (SupplementShare(), 0)
    for (place, shift) in others.enumerated() {
      run += shift
      if place >= length {
        run.seconds -= others[place - length].seconds
        run.supplements -= others[place - length].supplements
      }
      if place + 1 >= length, run.isAsRich(as: lost) { rich += 1 }
    }
    return Double(rich + 1) / Double(others.count - length + 2)
  }
}

extension Stretches {
  /// Where the stretches of a person lie, in time order.
  func places(of person: PersonID) -> Range<Int> {
    func first(where isPast: (Int32) -> Bool) -> Int {
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        if isPast(self[middle].person) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    return first { $0 >= person.cell }..<first { $0 > person.cell }
  }
}
