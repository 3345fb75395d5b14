/// What a file holds, row by row, without a meaning given to any column.
public enum RawReading {
  public enum Event: Sendable, Equatable {
    /// A table begins: its names, none where it has no header, and the line they stand on.
    case table(names: [String], line: Int)
    /// Lines that stand before the first table.
    case preamble(line: Int, cells: [String])
    case row(line: Int, cells: [String])
    /// A row that is not as the dialect or the header has it. The row itself is given too.
    case problem(line: Int, RawProblem)
  }

  /// What was found out about the file.
  public struct Form: Sendable {
    /// How a text is cut into records; `nil` for a sheet.
    public let text: (encoding: CharacterEncoding, dialect: Dialect)?
    /// What a sheet of a workbook is like; `nil` for a text.
    public let sheet: SheetForm?
  }

  /// Hands over what lies in a source, one file after the other, to be read before the next.
  public static func eachFile(in input: InputSource, _ take: (RawFile) -> Void) {
    Document.each(in: input) { take(RawFile(document: $0)) }
  }
}

/// A file whose rows may be read as they stand.
public struct RawFile {
  let document: Document

  /// As reports show it.
  public var name: String { document.name }

  /// Reads the file to its end and hands over what it holds, in order.
  ///
  /// - Parameters:
  ///   - expectedNames: The header that the file must have; `nil` where any will do.
  ///   - onForm: Called once, before any event.
  /// - Returns: How many fields hold something, the names among them.
  /// - Throws: What stops the reading; what came before has been handed over.
  @discardableResult
  public func read(
    expectedNames: [String]? = nil, onForm: (RawReading.Form) -> Void,
    onEvent: (RawReading.Event) -> Void
  ) throws(RefusalReason) -> Int {
    switch document.content {
    case .refused(let reason): throw reason
    case .bytes(let bytes): return try read(bytes, expectedNames, onForm, onEvent)
    case .sheet(let sheet): return try read(sheet, expectedNames, onForm, onEvent)
    case .invoice(let invoice, _): return read(InvoiceTable(invoice), onForm, onEvent)
    case .lines(let lines, _): return read(lines, onForm, onEvent)
    }
  }

  private func read(
    _ table: InvoiceTable, _ onForm: (RawReading.Form) -> Void,
    _ onEvent: (RawReading.Event) -> Void
  ) -> Int {
    onForm(RawReading.Form(text: nil, sheet: nil))
    for fact in table.facts { onEvent(.preamble(line: 1, cells: fact)) }
    onEvent(.table(names: table.names, line: 1))
    for (cells, line) in zip(table.records, table.lines) {
      onEvent(.row(line: Int(line), cells: cells))
    }
    return ([table.names] + table.records).joined().count { !$0.isEmpty }
  }

  private func read(
    _ source: ByteSource, _ expectedNames: [String]?, _ onForm: (RawReading.Form) -> Void,
    _ onEvent: (RawReading.Event) -> Void
  ) throws(RefusalReason) -> Int {
    let survey = try FileSurvey(source)
    if let content = survey.content, !content.isText { throw .notText(content) }
    onForm(
      RawReading.Form(text: (survey.stream.encoding, survey.stream.dialect), sheet: nil))
    let layout = expectedNames.map { TableLayout(given: $0) } ?? TableLayout(survey.firstRecords)
    var rows = RawRows(layout: layout, hasFixedColumns: false)
    rows.check(expectedNames, survey.firstRecords.first, onEvent)
    try survey.stream.read(source) { (batch) throws(RefusalReason) in
      rows.take(batch, onEvent)
      return true
    }
    return rows.filledFields
  }

  private func read(
    _ sheet: Worksheet, _ expectedNames: [String]?, _ onForm: (RawReading.Form) -> Void,
    _ onEvent: (RawReading.Event) -> Void
  ) throws(RefusalReason) -> Int {
    let start = try sheet.start(records: TableLayout.sampleRecords)
    onForm(RawReading.Form(text: nil, sheet: sheet.form))
    let layout =
      expectedNames.map { TableLayout(given: $0) }
      ?? TableLayout(start.records, merged: start.merged)
    var rows = RawRows(layout: layout, hasFixedColumns: true)
    rows.check(expectedNames, start.records.first, onEvent)
    // Without names, as wide as the widest of the first rows.
    let widest = start.records.map(\.count).max() ?? 0
    try sheet.read(width: layout.names.isEmpty ? widest : layout.names.count) {
      (batch) throws(RefusalReason) in
      rows.take(batch, onEvent)
      return true
    }
    return rows.filledFields
  }
}

/// What is wrong with a row.
public enum RawProblem: String, Sendable, Equatable {
  case fieldCount, strayQuote, otherHeader
}

/// Tells the records of a file apart: preamble, header, rows, the header of a further table.
private struct RawRows {
  let layout: TableLayout
  private var record = 0
  /// The first line of names as it stands in the file.
  private var headerCells: [String] = []
  private var width = 0
  private(set) var filledFields = 0
  /// Whether a cell has its column whatever stands beside it, as in a sheet.
  private let hasFixedColumns: Bool

  init(layout: TableLayout, hasFixedColumns: Bool) {
    self.layout = layout
    self.hasFixedColumns = hasFixedColumns
    width = layout.names.count
  }

  /// Holds the first record against the header that was asked for.
  func check(
    _ expected: [String]?, _ first: [String]?, _ onEvent: (RawReading.Event) -> Void
  ) {
    if let expected, first != expected { onEvent(.problem(line: 1, .otherHeader)) }
  }

  mutating func take(_ batch: borrowing RecordBatch, _ onEvent: (RawReading.Event) -> Void) {
    let stray = Set(batch.strayQuoteLines)
    filledFields += batch.fieldEnds.indices.count { batch.fieldEnds[$0] > batch.fieldStarts[$0] }
    for place in 0..<batch.recordCount {
      let (cells, line) = (batch.texts(of: place), Int(batch.lines[place]))
      if stray.contains(batch.lines[place]) { onEvent(.problem(line: line, .strayQuote)) }
      give(cells, line, onEvent)
      record += 1
    }
  }

  private mutating func give(
    _ cells: [String], _ line: Int, _ onEvent: (RawReading.Event) -> Void
  ) {
    let inTable = record - layout.preambleRecords
    if inTable < 0 {
      onEvent(.preamble(line: line, cells: cells))
      return
    }
    if inTable < layout.headerRecords {
      if inTable == 0 { onEvent(.table(names: layout.names, line: line)) }
      headerCells = cells
      return
    }
    if inTable == 0 {
      onEvent(.table(names: [], line: line))
      width = cells.count
    }
    if beginsAnotherTable(cells) {
      onEvent(.table(names: cells, line: line))
      (headerCells, width) = (cells, cells.count)
      return
    }
    if cells.count != width, !hasFixedColumns { onEvent(.problem(line: line, .fieldCount)) }
    onEvent(.row(line: line, cells: cells))
  }

  /// Whether a row says the header again, whole or its first columns.
  private func beginsAnotherTable(_ cells: [String]) -> Bool {
    let named = cells.prefix { !$0.isEmpty }.count
    return named >= 3 && named * 2 >= headerCells.count && headerCells.starts(with: cells)
  }
}
