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

/// The intervals of a batch's rows as the ledger's cells, absent where a row has none.
struct Intervals {
  /// All starts, then all ends, lengths by the wall clock, and days on which intervals start.
  fileprivate var cells: [Int32]
  let count: Int

  init(count: Int) {
    cells = Array(repeating: absentCell, count: 4 * count)
    self.count = count
  }

  var starts: [Int32] { Array(cells[..<count]) }
  var ends: [Int32] { Array(cells[count..<2 * count]) }
  var walls: [Int32] { Array(cells[(2 * count)..<(3 * count)]) }
  var days: [Int32] { Array(cells[(3 * count)...]) }
}

/// One interval as the ledger's cells, or why there is none.
private enum IntervalResult {
  case interval(start: Int32, end: Int32, wall: Int32, day: Int32)
  case problem(column: Int, RejectReason)
}

/// A shift's two times are one interval of real time, and its vikarie's two another.
extension BatchDecoder {
  mutating func decodeShifts(_ batch: borrowing RecordBatch, _ rows: BatchRows) {
    let shifts = decodeTimes(batch, rows, shiftTimes)
    let days = shifts.days
    cells[ShiftSchema.Column.day.rawValue] = days
    for (source, target) in plainColumns {
      decode(batch, rows, column: source.rawValue, into: target.rawValue, events: days)
    }
    // Nearly every vikarie works the whole shift.
    _ = decodeTimes(
      batch, rows, vikarieTimes, onlyWhere: ShiftSchema.Column.vikarie.rawValue,
      oftenAs: shiftTimes, shifts)
  }

  /// - Parameters:
  ///   - condition: Rows in which this column is absent have no such times.
  ///   - model: Columns whose times are often the same, as they are written too.
  ///   - known: The intervals of those.
  mutating func decodeTimes(
    _ batch: borrowing RecordBatch, _ rows: BatchRows, _ columns: TimeColumns,
    onlyWhere condition: Int? = nil, oftenAs model: TimeColumns? = nil,
    _ known: Intervals = Intervals(count: 0)
  ) -> Intervals {
    let count = rows.count
    var intervals = Intervals(count: count)
    let present = condition.map { cells[$0] } ?? []
    let (bytes, firsts) = (batch.bytes.span, rows.firstFields.span)
    let (from, to) = (header.places[columns.from], header.places[columns.to])
    let modelFrom = model.map { header.places[$0.from] } ?? 0
    let modelTo = model.map { header.places[$0.to] } ?? 0
    let knownCells = known.cells.span
    var target = intervals.cells.mutableSpan
    var found: [(row: Int, column: Int, reason: RejectReason)] = []
    for row in firsts.indices where condition == nil || present[row] != absentCell {
      let first = Int(firsts[row])
      let (start, end) = (batch.byteRange(of: first + from), batch.byteRange(of: first + to))
      if !knownCells.isEmpty, knownCells[row] != absentCell,
        bytes.holdsSame(start, batch.byteRange(of: first + modelFrom)),
        bytes.holdsSame(end, batch.byteRange(of: first + modelTo))
      {
        for part in 0..<4 { target[part * count + row] = knownCells[part * count + row] }
        continue
      }
      switch interval(bytes, start, end, columns) {
      case .interval(let start, let end, let wall, let day):
        target[row] = start
        target[count + row] = end
        target[2 * count + row] = wall
        target[3 * count + row] = day
      case .problem(let column, let reason): found.append((row, column, reason))
      }
    }
    cells[columns.start] = intervals.starts
    cells[columns.end] = intervals.ends
    if let wallTime = columns.wallTime { cells[wallTime] = intervals.walls }
    for problem in found { note(problem.row, problem.column, problem.reason) }
    return intervals
  }
}

/// The interval between two texts.
@inline(__always)
private func interval(
  _ bytes: Span<UInt8>, _ from: Range<Int>, _ to: Range<Int>, _ columns: TimeColumns
) -> IntervalResult {
  if from.isEmpty { return .problem(column: columns.from, columns.whenEmpty) }
  if to.isEmpty { return .problem(column: columns.to, .empty) }
  switch (wallTime(bytes.extracting(from)), wallTime(bytes.extracting(to))) {
  case (.problem(let reason), _): return .problem(column: columns.from, reason)
  case (_, .problem(let reason)): return .problem(column: columns.to, reason)
  case (.time(let start), .time(let end)):
    guard let real = SwedishTime.interval(from: start, to: end) else {
      return .problem(column: columns.to, .endBeforeStart)
    }
    if (real.1 - real.0).value > IngestLimits.shiftSeconds {
      return .problem(column: columns.to, .beyondLimit)
    }
    // In the hour that comes twice the clock may show an earlier time at the end.
    let wall = max(.zero, start.distance(to: end))
    return .interval(
      start: real.0.cell, end: real.1.cell, wall: wall.cell, day: start.day.cell)
  }
}
