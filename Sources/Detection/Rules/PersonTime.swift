import Ledger
import SickPay

/// From when to when a shift lasts, in seconds of real time.
struct ShiftLine: Equatable {
  let start: Int32
  let end: Int32

  var length: Int32 { max(0, end - start) }
}

/// The shifts that one person lost to sickness at one company.
struct LostTime {
  struct Absence {
    /// Claim rows of sickness.
    let rows: [Int]
    /// In time order, each time once.
    let lines: [ShiftLine]
  }

  /// Absences with shifts, in time order.
  private(set) var absences: [Absence] = []
  /// Of every absence, with shifts or without.
  private(set) var days: [ClosedRange<Day>] = []
  private(set) var seconds: Int64 = 0

  /// - Parameter group: The claim rows of the person at the company.
  init(_ evidence: Evidence, _ group: Range<Int>) {
    evidence.forEachAbsence(in: group) { absence in
      days.append(absence.first...absence.last)
      add(evidence, absence)
    }
  }

  private mutating func add(_ evidence: Evidence, _ absence: Detection.Absence) {
    let (ledger, shifts) = (evidence.ledger, evidence.ledger.shifts)
    let rows = absence.rows.filter(evidence.isSickness)
    var lines: [ShiftLine] = []
    for row in rows {
      for shift in ledger.shiftRows(of: row)
      where (shifts.value(.kind, shift) ?? .active) == .active {
        lines.append(ShiftLine(start: shifts[.start, shift].value, end: shifts[.end, shift].value))
      }
    }
    guard !lines.isEmpty else { return }
    lines.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    var once: [ShiftLine] = []
    for line in lines where line != once.last {
      once.append(line)
      seconds += Int64(line.length)
    }
    absences.append(Absence(rows: rows, lines: once))
  }
}

/// The shifts of one person at one company on days without sickness: reported in `tid.csv` where
/// that is given, else worked as vikarie.
struct WorkedTime {
  /// In time order.
  private(set) var lines: [ShiftLine] = []
  private(set) var seconds: Int64 = 0
  /// What the shifts are, in Swedish.
  let source: String

  private let days: [ClosedRange<Day>]

  /// - Parameters:
  ///   - row: A claim row of the person at the company.
  ///   - days: Days of sickness.
  ///   - most: No more shifts than so many are looked for.
  init(
    _ evidence: Evidence, of row: Int, outside days: [ClosedRange<Day>], most: Int = .max
  ) {
    self.days = days
    let ledger = evidence.ledger
    let (person, company) = (ledger.claims[.assistent, row], ledger.claims[.company, row])
    if ledger.registers.given.contains(.workedTime) {
      source = "andra pass enligt tid.csv"
      let worked = ledger.registers.workedTime
      for entry in ledger.registers.workedRows(of: person)
      where lines.count < most && worked[.company, entry] == company {
        add(ShiftLine(start: worked[.start, entry].value, end: worked[.end, entry].value))
      }
    } else {
      source = "pass som vikarie"
      for place in evidence.worked.places(of: person) where lines.count < most {
        let stretch = evidence.worked[place]
        let isActive = (ledger.shifts.value(.kind, Int(stretch.shift)) ?? .active) == .active
        let claim = ledger.claim(of: stretch)
        if isActive, ledger.claims[.company, claim] == company,
          !evidence.duplicates.isDuplicate[claim]
        {
          add(ShiftLine(start: stretch.start, end: stretch.end))
        }
      }
    }
  }

  private mutating func add(_ line: ShiftLine) {
    let day = SwedishTime.wallTime(Moment(value: line.start)).day
    if days.contains(where: { $0.contains(day) }) { return }
    lines.append(line)
    seconds += Int64(line.length)
  }
}
