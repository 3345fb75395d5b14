/// What a file was taken for: how it is written, where its table is, what its columns are.
public struct FileRecognition: Sendable {
  public let content: FileContent?
  public let encoding: CharacterEncoding
  public let dialect: Dialect
  /// The sender whose saved form the file has.
  public let sender: String?
  /// Records above the names, and records that hold the names.
  public let preambleRecords: Int
  public let headerRecords: Int
  /// The names of the file's columns.
  public let names: [String]
  /// The first records below the names, as they stand, with every person's number masked.
  public let firstRows: [[String]]
  let stream: RecordStream
  let format: SenderFormat?
  let mapping: TableMapping?

  public var table: TableKind? { mapping?.table }
  public var columns: [ColumnMapping] { mapping?.columns ?? [] }
  public var missing: [MissingColumn] { mapping?.missing ?? [] }
  public var unknown: [String] { mapping?.unknown ?? [] }
  public var repeated: [String] { mapping?.repeated ?? [] }

  private static let shownRows = 3

  /// Looks at a file without reading its rows into anything.
  public static func of(
    _ input: InputSource, senders: [SenderFormat]
  ) throws(RefusalReason) -> FileRecognition {
    try FileRecognition(try ByteSource(input), senders: senders)
  }

  init(_ source: ByteSource, senders: [SenderFormat]) throws(RefusalReason) {
    let survey = try FileSurvey(source)
    let layout = TableLayout(survey.firstRecords, knownNames: TableMapping.knownNames)
    if let sender = senders.first(where: { $0.recognises(layout.names) }) {
      let given = sender.saysDialect ? try FileSurvey(source, given: sender) : survey
      self.init(given, TableLayout(given.firstRecords, of: sender), sender)
      return
    }
    // A form that says how bytes are cut may be needed to see the names at all.
    for sender in senders where sender.saysDialect {
      let given = try FileSurvey(source, given: sender)
      let layout = TableLayout(given.firstRecords, of: sender)
      if sender.recognises(layout.names) {
        self.init(given, layout, sender)
        return
      }
    }
    self.init(survey, layout, nil)
  }

  private init(_ survey: FileSurvey, _ layout: TableLayout, _ sender: SenderFormat?) {
    content = survey.content
    stream = survey.stream
    encoding = survey.stream.encoding
    dialect = survey.stream.dialect
    format = sender
    self.sender = sender?.name
    preambleRecords = layout.preambleRecords
    headerRecords = layout.headerRecords
    names = layout.names
    mapping = layout.headerRecords > 0 ? TableMapping.best(layout.names, sender) : nil
    firstRows = survey.firstRecords.dropFirst(layout.preambleRecords + layout.headerRecords)
      .prefix(FileRecognition.shownRows).map { $0.map(maskedPersons) }
  }
}

extension TableLayout {
  /// The layout of a sender's file: the names that it is recognised by are its header.
  fileprivate init(_ records: [[String]], of sender: SenderFormat) {
    self.init(records) { cells in
      let keys = Set(cells.map(columnKey))
      let found = sender.recognisedBy.count { keys.contains(columnKey($0)) }
      return found == sender.recognisedBy.count ? max(3, found) : 0
    }
  }
}

/// A text with the digits of everything that looks like a person's number as dots: six or eight
/// digits, perhaps a sign, and four more.
public func maskedPersons(_ text: String) -> String {
  var scalars = Array(text.unicodeScalars)
  var place = 0
  while place < scalars.count {
    var (end, digits): (Int, [Int]) = (place, [])
    while end < scalars.count {
      if ("0"..."9").contains(scalars[end]) {
        digits.append(end)
      } else if !("-+".unicodeScalars.contains(scalars[end]) && (6...8).contains(digits.count)) {
        break
      }
      end += 1
    }
    if digits.count == 10 || digits.count == 12, isPersonLike(digits.map { scalars[$0] }) {
      for digit in digits { scalars[digit] = "•" }
    }
    place = max(end, place + 1)
  }
  return String(String.UnicodeScalarView(scalars))
}

/// Whether the month is one: an organisationsnummer's third digit is at least 2.
private func isPersonLike(_ digits: [Unicode.Scalar]) -> Bool {
  let text = String(String.UnicodeScalarView(digits)).suffix(10)
  return text.dropFirst(2).first.map { $0 < "2" } ?? false
}
