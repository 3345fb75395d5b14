import Ledger
import SickPay

/// Decodes the records of one file into typed rows of one table, a batch and a column at a time.
///
/// The kind of a column is looked at once for each batch; the loops over rows know what they parse.
/// A row with a field that can't be read is marked, and left out when the batch is appended.
package struct BatchDecoder {
  let table: TableKind
  let header: HeaderMap
  var fields: FieldDecoder
  /// The cells of a batch, by column of the ledger's table.
  var cells: [[Int32]]
  /// The first problem of each row of a batch.
  var problems: [RowProblem?] = []
  /// The columns, of which those that an invoice gives may be empty.
  private let columns: [ColumnSpec]
  private let invoice: InvoiceContext?
  /// What makes another reading of the file worth a try.
  private(set) var doubts = ReadingDoubts()
  private var claims = Claims()
  private var shifts = Shifts()
  private var rejected = RejectedClaims()
  private var registers = RegisterTables()

  struct RowProblem {
    /// In the table's list of columns.
    let column: Int
    let reason: RejectReason
  }

  /// - Parameter invoice: What the file is attached to; it gives what the rows do not say.
  package init(
    _ table: TableKind, _ header: HeaderMap, encoding: TextEncoding,
    invoice: InvoiceContext? = nil
  ) {
    self.table = table
    self.invoice = table == .claims ? invoice : nil
    columns = invoice?.columns(of: table) ?? table.columns
    self.header = header
    fields = FieldDecoder(encoding: encoding)
    cells = Array(repeating: [], count: table.width)
    if let register = table.register { registers.given = [register] }
  }

  /// What was decoded, with the dictionaries that the ids refer to.
  consuming func part() -> LedgerPart {
    var part = LedgerPart()
    part.dictionaries = fields.dictionaries
    part.claims = claims
    part.shifts = shifts
    part.rejected = rejected
    part.registers = registers
    return part
  }

  /// Makes room for so many rows of claims or shifts.
  mutating func reserve(rows: Int) {
    switch table {
    case .claims: claims.reserve(rows: rows)
    case .shifts: shifts.reserve(rows: rows)
    default: break
    }
  }

  /// Decodes the records from `first` on; those that can't be read come back in their order.
  package mutating func decode(_ batch: borrowing RecordBatch, from first: Int) -> [Reject] {
    var rejects: [Reject] = []
    var rows = BatchRows(atMost: batch.recordCount)
    for record in first..<max(first, batch.recordCount) {
      let places = batch.fields(of: record)
      if places.count == header.fieldCount {
        rows.append(record: record, firstField: places.lowerBound)
      } else {
        rejects.append(
          Reject(
            line: Line(cell: batch.lines[record]), column: nil,
            shape: "\(places.count) fält", reason: .fieldCount))
      }
    }
    guard rows.count > 0 else { return rejects }
    problems = Array(repeating: nil, count: rows.count)
    switch table {
    case .claims: decodeClaims(batch, rows)
    case .shifts: decodeShifts(batch, rows)
    default: decodeRegister(batch, rows)
    }
    // Which file it is, the ledger's part is told when all are read.
    cells[cells.count - 2] = Array(repeating: 0, count: rows.count)
    cells[cells.count - 1] = rows.records.map { batch.lines[Int($0)] }
    let unreadable = problems.indices.filter { problems[$0] != nil }
    for row in unreadable {
      if let found = reject(batch, rows, row) { rejects.append(found) }
    }
    append(without: unreadable)
    return rejects.sorted { $0.line.cell < $1.line.cell }
  }

  private mutating func reject(
    _ batch: borrowing RecordBatch, _ rows: BatchRows, _ row: Int
  ) -> Reject? {
    guard let problem = problems[row] else { return nil }
    let field = Int(rows.firstFields[row]) + header.places[problem.column]
    doubts.note(
      problem.reason, table.columns[problem.column].kind,
      batch.bytes.span.extracting(batch.byteRange(of: field)))
    return Reject(
      line: Line(cell: batch.lines[Int(rows.records[row])]),
      column: table.columns[problem.column].name,
      shape: valueShape(batch.bytes.span.extracting(batch.byteRange(of: field))),
      reason: problem.reason)
  }

  private mutating func append(without unreadable: [Int]) {
    if table == .claims { noteRejected(unreadable) }
    for column in unreadable.isEmpty ? 0..<0 : cells.indices {
      for row in unreadable.reversed() { cells[column].remove(at: row) }
    }
    switch table {
    case .claims: claims.append(columns: cells)
    case .shifts: shifts.append(columns: cells)
    default: registers.append(cells, to: table)
    }
  }

  /// Keeps of rejected claims whose they are and of when, where that can be read.
  private mutating func noteRejected(_ rows: [Int]) {
    func cells(_ column: ClaimSchema.Column) -> [Int32] { self.cells[column.rawValue] }
    let (companies, assistants) = (cells(.company), cells(.assistent))
    let known = rows.filter { companies[$0] != absentCell && assistants[$0] != absentCell }
    if known.isEmpty { return }
    let columns = [ClaimSchema.Column.company, .assistent, .sickFrom, .sickTo, .file, .line]
    rejected.append(columns: columns.map { column in known.map { cells(column)[$0] } })
  }

  private mutating func decodeClaims(_ batch: borrowing RecordBatch, _ rows: BatchRows) {
    let (from, to) = (ClaimSchema.Column.sickFrom.rawValue, ClaimSchema.Column.sickTo.rawValue)
    decode(batch, rows, column: from, into: from, events: [])
    let events = cells[from]
    for column in claimColumns.indices where column != from {
      decode(batch, rows, column: column, into: column, events: events)
    }
    noteEndsBeforeStart(rows, from: from, to: to)
  }

  /// Marks the rows whose last day lies before their first; a day that is absent is no end.
  mutating func noteEndsBeforeStart(_ rows: BatchRows, from: Int, to: Int) {
    let (starts, ends) = (cells[from], cells[to])
    for row in 0..<rows.count where ends[row] < starts[row] && ends[row] != absentCell {
      note(row, to, .endBeforeStart)
    }
  }

  /// Decodes one column of the file into one column of cells.
  ///
  /// - Parameter events: For each row the day that decides the century of a person's number.
  mutating func decode(
    _ batch: borrowing RecordBatch, _ rows: BatchRows, column: Int, into target: Int,
    events: [Int32]
  ) {
    var decoded = [Int32](repeating: absentCell, count: rows.count)
    var found: [FieldProblem] = []
    if header.places[column] >= 0 {
      let texts = ColumnTexts(
        firstFields: rows.firstFields, place: header.places[column],
        isRequired: !columns[column].mayBeEmpty)
      fields.decode(
        batch, texts, table.columns[column].kind, events: events, into: &decoded, &found)
      if let row = fields.unclearRow {
        doubts.note(
          unclearSum: table.columns[column].name, line: batch.lines[Int(rows.records[row])])
      }
    }
    invoice?.fill(&decoded, column: column, &fields)
    cells[target] = decoded
    for problem in found { note(problem.row, column, problem.reason) }
  }

  /// Keeps the first problem of a row.
  mutating func note(_ row: Int, _ column: Int, _ reason: RejectReason) {
    if problems[row] == nil { problems[row] = RowProblem(column: column, reason: reason) }
  }
}
