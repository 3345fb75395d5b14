import SickPay

/// The records of a batch that have as many fields as the header.
struct BatchRows {
  /// Their places in the batch.
  private(set) var records: [Int32] = []
  /// The place of each one's first field among the batch's fields.
  private(set) var firstFields: [Int32] = []

  var count: Int { records.count }

  init(atMost count: Int) {
    records.reserveCapacity(count)
    firstFields.reserveCapacity(count)
  }

  mutating func append(record: Int, firstField: Int) {
    records.append(Int32(record))
    firstFields.append(Int32(firstField))
  }
}

/// The texts of one column in a batch.
struct ColumnTexts {
  let firstFields: [Int32]
  /// The column's place in a record.
  let place: Int
  let isRequired: Bool
}

/// A field that can't be read.
struct FieldProblem {
  let row: Int
  let reason: RejectReason
}

/// Parses every text of a column that is not empty; `parse` takes the bytes, where in them the text
/// lies, and the row.
@inline(__always)
func parseEach(
  _ batch: borrowing RecordBatch, _ texts: ColumnTexts, into cells: inout [Int32],
  _ problems: inout [FieldProblem], _ parse: (Span<UInt8>, Range<Int>, Int) -> CellResult
) {
  let (bytes, firsts) = (batch.bytes.span, texts.firstFields.span)
  let (starts, ends) = (batch.fieldStarts.span, batch.fieldEnds.span)
  var target = cells.mutableSpan
  for row in firsts.indices {
    let field = Int(firsts[row]) + texts.place
    let (start, end) = (Int(starts[field]), Int(ends[field]))
    if start == end {
      if texts.isRequired { problems.append(FieldProblem(row: row, reason: .empty)) }
      continue
    }
    switch parse(bytes, start..<end, row) {
    case .cell(let cell): target[row] = cell
    case .problem(let reason): problems.append(FieldProblem(row: row, reason: reason))
    }
  }
}

/// As `parseEach`, for columns in which a row often says the same as the last one: `parse` is asked
/// where a text is another than that of the row before.
@inline(__always)
func parseChanges(
  _ batch: borrowing RecordBatch, _ texts: ColumnTexts, into cells: inout [Int32],
  _ problems: inout [FieldProblem], _ parse: (Span<UInt8>) -> CellResult
) {
  var (last, cell) = (0..<0, absentCell)
  parseEach(batch, texts, into: &cells, &problems) { bytes, place, _ in
    if bytes.holdsSame(place, last) { return .cell(cell) }
    let result = parse(bytes.extracting(place))
    if case .cell(let parsed) = result { (last, cell) = (place, parsed) }
    return result
  }
}

/// As `parseChanges`, for columns of persons; `parse` is also given the day that decides a number's
/// century.
///
/// - Parameter events: For each row that day; absent where it can't be read, and the row with it.
@inline(__always)
func parsePersons(
  _ batch: borrowing RecordBatch, _ texts: ColumnTexts, _ events: [Int32],
  into cells: inout [Int32], _ problems: inout [FieldProblem],
  _ parse: (Span<UInt8>, Day) -> CellResult
) {
  let days = events.span
  var (last, cell) = (0..<0, absentCell)
  parseEach(batch, texts, into: &cells, &problems) { bytes, place, row in
    if bytes.holdsSame(place, last) { return .cell(cell) }
    // What the row's day is does not matter then: any will do.
    let event = days[row] == absentCell ? 0 : days[row]
    let result = parse(bytes.extracting(place), Day(number: event))
    // With all twelve digits a number has its century in it, and is the same on every row.
    if place.count == 12, case .cell(let parsed) = result { (last, cell) = (place, parsed) }
    return result
  }
}
