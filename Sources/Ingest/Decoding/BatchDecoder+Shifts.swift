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

/// The columns that two times of a shift become.
private struct TimeColumns {
  let from: ShiftColumn
  let to: ShiftColumn
  let start: ShiftSchema.Column
  let end: ShiftSchema.Column
  let wallTime: ShiftSchema.Column
  /// Why a row without a start can't be read.
  let whenEmpty: RejectReason
}

/// A shift's two times are one interval of real time, and its vikarie's two another.
extension BatchDecoder {
  mutating func decodeShifts(_ batch: borrowing RecordBatch, _ rows: BatchRows) {
    decodeTimes(
      batch, rows,
      TimeColumns(
        from: .start, to: .end, start: .start, end: .end, wallTime: .wallTime, whenEmpty: .empty),
      day: .day)
    let days = cells[ShiftSchema.Column.day.rawValue]
    for (source, target) in plainColumns {
      decode(batch, rows, column: source.rawValue, into: target.rawValue, events: days)
    }
    decodeTimes(
      batch, rows,
      TimeColumns(
        from: .vikarieStart, to: .vikarieEnd, start: .vikarieStart, end: .vikarieEnd,
        wallTime: .vikarieWallTime, whenEmpty: .missingVikarieTime),
      onlyWhere: .vikarie)
  }

  /// - Parameters:
  ///   - day: Where the day on which the interval starts goes.
  ///   - condition: Rows in which this column is absent have no such times.
  private mutating func decodeTimes(
    _ batch: borrowing RecordBatch, _ rows: BatchRows, _ columns: TimeColumns,
    day: ShiftSchema.Column? = nil, onlyWhere condition: ShiftSchema.Column? = nil
  ) {
    let absent = [Int32](repeating: absentCell, count: rows.count)
    var (starts, ends, walls, days) = (absent, absent, absent, absent)
    let present = condition.map { cells[$0.rawValue] } ?? []
    let (bytes, firsts) = (batch.bytes.span, rows.firstFields.span)
    let (fromPlace, toPlace) = (
      header.places[columns.from.rawValue], header.places[columns.to.rawValue]
    )
    var found: [(row: Int, column: ShiftColumn, reason: RejectReason)] = []
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
        (walls[row], days[row]) = (start.distance(to: end).cell, start.day.cell)
      }
    }
    cells[columns.start.rawValue] = starts
    cells[columns.end.rawValue] = ends
    cells[columns.wallTime.rawValue] = walls
    if let day { cells[day.rawValue] = days }
    for problem in found { note(problem.row, problem.column.rawValue, problem.reason) }
  }
}
