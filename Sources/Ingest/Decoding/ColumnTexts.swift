/// The records of a batch that have as many fields as the header.
struct BatchRows {
  /// Their places in the batch.
  private(set) var records: [Int32] = []
  /// The place of each one's first field among the batch's fields.
  private(set) var firstFields: [Int32] = []

  var count: Int { records.count }

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

/// Parses every text of a column that is not empty; `parse` takes the text and the row.
@inline(__always)
func parseEach(
  _ batch: borrowing RecordBatch, _ texts: ColumnTexts, into cells: inout [Int32],
  _ problems: inout [FieldProblem], _ parse: (Span<UInt8>, Int) -> CellResult
) {
  let (bytes, firsts) = (batch.bytes.span, texts.firstFields.span)
  let (starts, ends) = (batch.fieldStarts.span, batch.fieldEnds.span)
  for row in firsts.indices {
    let field = Int(firsts[row]) + texts.place
    let (start, end) = (Int(starts[field]), Int(ends[field]))
    if start == end {
      if texts.isRequired { problems.append(FieldProblem(row: row, reason: .empty)) }
      continue
    }
    switch parse(bytes.extracting(start..<end), row) {
    case .cell(let cell): cells[row] = cell
    case .problem(let reason): problems.append(FieldProblem(row: row, reason: reason))
    }
  }
}
