/// What a file was taken for: how it is written, where its table is, what its columns are.
public struct FileRecognition: Sendable {
  public let content: FileContent?
  /// How a text is cut into records; `nil` for a sheet.
  public var text: (encoding: CharacterEncoding, dialect: Dialect)? {
    stream.map { ($0.encoding, $0.dialect) }
  }
  /// What a sheet of a workbook is like; `nil` for a text.
  public let sheet: SheetForm?
  /// The sender whose saved form the file has.
  public let sender: String?
  /// Records above the names, and records that hold the names.
  public let preambleRecords: Int
  public let headerRecords: Int
  /// Whether there is nothing but a byte order mark, blanks and line ends.
  let isEmpty: Bool
  /// The names of the file's columns.
  public let names: [String]
  /// The first records below the names, as they stand, with every person's number masked.
  public let firstRows: [[String]]
  let stream: RecordStream?
  let format: SenderFormat?
  let mapping: TableMapping?

  public var table: TableKind? { mapping?.table }
  public var columns: [ColumnMapping] { mapping?.columns ?? [] }
  public var missing: [MissingColumn] { mapping?.missing ?? [] }
  public var unknown: [String] { mapping?.unknown ?? [] }
  public var repeated: [String] { mapping?.repeated ?? [] }

  private static let shownRows = 3

  init(_ document: Document, senders: [SenderFormat]) throws(RefusalReason) {
    switch document.content {
    case .refused(let reason): throw reason
    case .bytes(let bytes):
      guard bytes.canRewind else { throw .unreadable }
      try self.init(bytes, senders: senders)
    case .sheet(let sheet): try self.init(sheet, senders: senders)
    case .invoice: throw .notText(.xml)
    case .lines(let lines, _):
      self.init(
        [lines.names] + lines.records.prefix(FileRecognition.shownRows),
        TableLayout(given: lines.names), nil, nil, nil, nil)
    }
  }

  private init(_ sheet: Worksheet, senders: [SenderFormat]) throws(RefusalReason) {
    let start = try sheet.start(records: TableLayout.sampleRecords)
    func layout(_ known: ([String]) -> Int) -> TableLayout {
      TableLayout(start.records, merged: start.merged, knownNames: known)
    }
    var found = layout(TableMapping.knownNames)
    let sender =
      senders.first { $0.recognises(found.names) }
      ?? senders.first { $0.recognises(layout($0.recognisedNames).names) }
    if let sender { found = layout(sender.recognisedNames) }
    self.init(start.records, found, sender, nil, nil, sheet.form)
  }

  init(_ source: ByteSource, senders: [SenderFormat]) throws(RefusalReason) {
    let survey = try FileSurvey(source)
    let layout = TableLayout(survey.firstRecords, knownNames: TableMapping.knownNames)
    if let sender = senders.first(where: { $0.recognises(layout.names) }) {
      let given = sender.saysDialect ? try FileSurvey(source, given: sender) : survey
      let names = TableLayout(given.firstRecords, knownNames: sender.recognisedNames)
      self.init(given, names, sender)
      return
    }
    // A form that says how bytes are cut may be needed to see the names at all.
    for sender in senders where sender.saysDialect {
      let given = try FileSurvey(source, given: sender)
      let layout = TableLayout(given.firstRecords, knownNames: sender.recognisedNames)
      if sender.recognises(layout.names) {
        self.init(given, layout, sender)
        return
      }
    }
    self.init(survey, layout, nil)
  }

  private init(_ survey: FileSurvey, _ layout: TableLayout, _ sender: SenderFormat?) {
    self.init(survey.firstRecords, layout, sender, survey.content, survey.stream, nil)
  }

  private init(
    _ records: [[String]], _ layout: TableLayout, _ sender: SenderFormat?,
    _ content: FileContent?, _ stream: RecordStream?, _ sheet: SheetForm?
  ) {
    self.content = content
    self.stream = stream
    self.sheet = sheet
    format = sender
    self.sender = sender?.name
    isEmpty = records.allSatisfy { $0.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
    preambleRecords = layout.preambleRecords
    headerRecords = layout.headerRecords
    names = layout.names
    mapping = layout.headerRecords > 0 ? TableMapping.best(layout.names, sender) : nil
    firstRows = records.dropFirst(layout.preambleRecords + layout.headerRecords)
      .prefix(FileRecognition.shownRows).map { $0.map(maskedPersons) }
  }
}

extension SenderFormat {
  /// How many names of a record are those that the sender's files are recognised by, if all are:
  /// at least three, so that the record is taken for the header.
  fileprivate func recognisedNames(_ cells: [String]) -> Int {
    let keys = Set(cells.map(columnKey))
    let found = recognisedBy.count { keys.contains(columnKey($0)) }
    return found == recognisedBy.count ? max(3, found) : 0
  }
}
