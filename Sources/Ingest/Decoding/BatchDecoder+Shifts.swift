import Ledger
import SickPay

/// The places of `pass.csv`'s columns in `shiftColumns`.
private enum ShiftColumn: Int {
  case kommun, arende, assistent, brukare, start, end, kind, vikarie, vikarieStart, vikarieEnd
}

/// The columns whose cell is a cell of the table by itself.
private let plainColumns: [(ShiftColumn, ShiftSchema.Column)] = [
  (.kommun, .kommun), (.arende, .arende), (.assistent, .assistent), (.brukare, .brukare),
  (.kind, .kind), (.vikarie, .vikarie),
]

/// The columns of a file that hold two times, and those of the ledger that they become.
struct TimeColumns {
  let from: Int
  let to: Int
  let start: Int
  let end: Int
  /// Where the length by the wall clock goes.
  var wallTime: Int?
  /// Why a row without a start can't be read.
  let whenEmpty: RejectReason
}

private let shiftTimes = TimeColumns(
  from: ShiftColumn.start.rawValue, to: ShiftColumn.end.rawValue,
  start: ShiftSchema.Column.start.rawValue, end: ShiftSchema.Column.end.rawValue,
  wallTime: ShiftSchema.Column.wallTime.rawValue, whenEmpty: .empty)

private let vikarieTimes = TimeColumns(
  from: ShiftColumn.vikarieStart.rawValue, to: ShiftColumn.vikarieEnd.rawValue,
  start: ShiftSchema.Column.vikarieStart.rawValue, end: ShiftSchema.Column.vikarieEnd.rawValue,
  wallTime: ShiftSchema.Column.vikarieWallTime.rawValue, whenEmpty: .missingVikarieTime)

/// A shift's two times are one interval of real time, and its vikarie's two another.
extension BatchDecoder {
  mutating func decodeShifts(_ batch: borrowing RecordBatch, _ rows: BatchRows) {
    let days = decodeTimes(batch, rows, shiftTimes)
    cells[ShiftSchema.Column.day.rawValue] = days
    for (source, target) in plainColumns {
      decode(batch, rows, column: source.rawValue, into: target.rawValue, events: days)
    }
    _ = decodeTimes(batch, rows, vikarieTimes, onlyWhere: ShiftSchema.Column.vikarie.rawValue)
  }

  /// - Parameter condition: Rows in which this column is absent have no such times.
  /// - Returns: For each row the day on which the interval starts.
  mutating func decodeTimes(
    _ batch: borrowing RecordBatch, _ rows: BatchRows, _ columns: TimeColumns,
    onlyWhere condition: Int? = nil
  ) -> [Int32] {
    let absent = [Int32](repeating: absentCell, count: rows.count)
    var (starts, ends, walls, days) = (absent, absent, absent, absent)
    let present = condition.map { cells[$0] } ?? []
    let (bytes, firsts) = (batch.bytes.span, rows.firstFields.span)
    let (fromPlace, toPlace) = (
      header.places[columns.from], header.places[columns.to]
    )
    var found: [(row: Int, column: Int, reason: RejectReason)] = []
    for row in firsts.indices where condition == nil || present[row] != absentCell {
      let from = batch.byteRange(of: Int(firsts[row]) + fromPlace)
      let to = batch.byteRange(of: Int(firsts[row]) + toPlace)
      if from.isEmpty || to.isEmpty {
        let isStart = from.isEmpty
        found.append(
          (row, isStart ? columns.from : columns.to, isStart ? columns.whenEmpty : .empty))
        continue
      }
      switch (wallTime(bytes.extracting(from)), wallTime(bytes.extracting(to))) {
      case (.problem(let reason), _): found.append((row, columns.from, reason))
      case (_, .problem(let reason)): found.append((row, columns.to, reason))
      case (.time(let start), .time(let end)):
        guard let real = SwedishTime.interval(from: start, to: end) else {
          found.append((row, columns.to, .endBeforeStart))
          continue
        }
        if (real.1 - real.0).value > IngestLimits.shiftSeconds {
          found.append((row, columns.to, .beyondLimit))
        }
        (starts[row], ends[row]) = (real.0.cell, real.1.cell)
        // In the hour that comes twice the clock may show an earlier time at the end.
        walls[row] = max(.zero, start.distance(to: end)).cell
        days[row] = start.day.cell
      }
    }
    cells[columns.start] = starts
    cells[columns.end] = ends
    if let wallTime = columns.wallTime { cells[wallTime] = walls }
    for problem in found { note(problem.row, problem.column, problem.reason) }
    return days
  }
}
