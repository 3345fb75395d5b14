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
  public struct Form: Sendable, Equatable {
    public let encoding: CharacterEncoding
    public let dialect: Dialect
  }

  /// Reads a file to its end and hands over what it holds, in order.
  ///
  /// - Parameters:
  ///   - expectedNames: The header that the file must have; `nil` where any will do.
  ///   - onForm: Called once, before any event.
  /// - Throws: What stops the reading; what came before has been handed over.
  public static func read(
    _ input: InputSource, expectedNames: [String]? = nil, onForm: (Form) -> Void,
    onEvent: (Event) -> Void
  ) throws(RefusalReason) {
    let source = try ByteSource(input)
    let survey = try FileSurvey(source)
    if let content = survey.content, !content.isText { throw .notText(content) }
    onForm(Form(encoding: survey.stream.encoding, dialect: survey.stream.dialect))
    var layout = TableLayout(survey.firstRecords)
    if let expectedNames {
      layout = TableLayout(given: expectedNames)
      if survey.firstRecords.first != expectedNames {
        onEvent(.problem(line: 1, .otherHeader))
      }
    }
    var rows = RawRows(layout: layout)
    try survey.stream.read(source) { (batch) throws(RefusalReason) in
      rows.take(batch, onEvent)
      return true
    }
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

  init(layout: TableLayout) {
    self.layout = layout
    width = layout.names.count
  }

  mutating func take(_ batch: borrowing RecordBatch, _ onEvent: (RawReading.Event) -> Void) {
    let stray = Set(batch.strayQuoteLines)
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
    if cells.count != width { onEvent(.problem(line: line, .fieldCount)) }
    onEvent(.row(line: line, cells: cells))
  }

  /// Whether a row says the header again, whole or its first columns.
  private func beginsAnotherTable(_ cells: [String]) -> Bool {
    let named = cells.prefix { !$0.isEmpty }.count
    return named >= 3 && named * 2 >= headerCells.count && headerCells.starts(with: cells)
  }
}
