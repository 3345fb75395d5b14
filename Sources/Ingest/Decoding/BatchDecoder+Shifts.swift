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

/// From when to when, in real time and by the wall clock.
private struct ShiftTimes {
  let start: Moment
  let end: Moment
  let day: Day
  let wallTime: Seconds
}

private enum ShiftTimesResult {
  case times(ShiftTimes)
  case empty
  case problem(ShiftColumn, RejectReason)
}

/// A shift's two times are one interval of real time, and its vikarie's two another.
extension BatchDecoder {
  mutating func decodeShifts(_ batch: borrowing RecordBatch, _ rows: BatchRows) {
    for column in cells.indices {
      cells[column] = Array(repeating: absentCell, count: rows.count)
    }
    for row in 0..<rows.count { decodeShiftTimes(batch, rows, row) }
    let days = cells[ShiftSchema.Column.day.rawValue]
    for (source, target) in plainColumns {
      decode(batch, rows, column: source.rawValue, into: target.rawValue, events: days)
    }
    for row in 0..<rows.count where cells[ShiftSchema.Column.vikarie.rawValue][row] != absentCell {
      decodeVikarieTimes(batch, rows, row)
    }
  }

  private mutating func decodeShiftTimes(
    _ batch: borrowing RecordBatch, _ rows: BatchRows, _ row: Int
  ) {
    switch times(batch, Int(rows.firstFields[row]), .start, .end) {
    case .problem(let column, let reason): note(row, column.rawValue, reason)
    case .empty: note(row, ShiftColumn.start.rawValue, .empty)
    case .times(let times):
      set(.start, row, times.start.cell)
      set(.end, row, times.end.cell)
      set(.day, row, times.day.cell)
      set(.wallTime, row, times.wallTime.cell)
    }
  }

  private mutating func decodeVikarieTimes(
    _ batch: borrowing RecordBatch, _ rows: BatchRows, _ row: Int
  ) {
    switch times(batch, Int(rows.firstFields[row]), .vikarieStart, .vikarieEnd) {
    case .problem(let column, let reason): note(row, column.rawValue, reason)
    case .empty: note(row, ShiftColumn.vikarieStart.rawValue, .missingVikarieTime)
    case .times(let times):
      set(.vikarieStart, row, times.start.cell)
      set(.vikarieEnd, row, times.end.cell)
      set(.vikarieWallTime, row, times.wallTime.cell)
    }
  }

  private mutating func set(_ column: ShiftSchema.Column, _ row: Int, _ cell: Int32) {
    cells[column.rawValue][row] = cell
  }

  private func times(
    _ batch: borrowing RecordBatch, _ first: Int, _ from: ShiftColumn, _ to: ShiftColumn
  ) -> ShiftTimesResult {
    let fromText = batch.byteRange(of: first + header.places[from.rawValue])
    let toText = batch.byteRange(of: first + header.places[to.rawValue])
    if fromText.isEmpty { return .empty }
    if toText.isEmpty { return .problem(to, .empty) }
    let bytes = batch.bytes.span
    switch (wallTime(bytes.extracting(fromText)), wallTime(bytes.extracting(toText))) {
    case (.problem(let reason), _): return .problem(from, reason)
    case (_, .problem(let reason)): return .problem(to, reason)
    case (.time(let start), .time(let end)):
      guard let real = SwedishTime.interval(from: start, to: end) else {
        return .problem(to, .endBeforeStart)
      }
      if (real.1 - real.0).value > IngestLimits.shiftSeconds {
        return .problem(to, .beyondLimit)
      }
      return .times(
        ShiftTimes(
          start: real.0, end: real.1, day: start.day, wallTime: start.distance(to: end)))
    }
  }
}
