public import Ingest

/// The forms of senders' files that an office has saved, with the text they were read from.
public struct SavedSenders: Sendable {
  public let formats: [SenderFormat]
  /// The YAML as it stands: its hash is part of a scan's identity. Empty where nothing was saved.
  public let text: String

  /// Nothing was saved.
  public init() { (formats, text) = ([], "") }

  /// Reads and checks a file of senders.
  public init(yaml text: String) throws(ConfigurationError) {
    let root = try YAMLSection(yaml: text)
    try root.requireKeys(["avsändare"])
    var formats: [SenderFormat] = []
    for section in try root.list("avsändare") { formats.append(try SenderFormat(section)) }
    (self.formats, self.text) = (formats, text)
  }
}

private enum DelimiterWord: String, CaseIterable {
  case semicolon = "semikolon"
  case comma = "komma"
  case tab = "tabb"
  case bar = "lodstreck"

  var byte: UInt8 {
    switch self {
    case .semicolon: UInt8(ascii: ";")
    case .comma: UInt8(ascii: ",")
    case .tab: 0x09
    case .bar: UInt8(ascii: "|")
    }
  }
}

private enum QuoteWord: String, CaseIterable {
  case double = "dubbelt"
  case single = "enkelt"
}

private enum DecimalWord: String, CaseIterable {
  case comma = "komma"
  case point = "punkt"
}

extension SenderFormat {
  fileprivate init(_ section: YAMLSection) throws(ConfigurationError) {
    try section.requireKeys(
      ["namn", "känns_igen_på"],
      optional: [
        "tabell", "teckenkodning", "avgränsare", "citattecken", "decimaltecken", "datumordning",
        "kolumner", "fasta_värden",
      ])
    self.init(
      name: try section.text("namn"), recognisedBy: try section.texts("känns_igen_på"))
    if recognisedBy.isEmpty { throw section.error(.missing(key: "känns_igen_på"), at: "namn") }
    encoding = try section.optionalChoice("teckenkodning", of: CharacterEncoding.self)
    delimiter = try section.optionalChoice("avgränsare", of: DelimiterWord.self)?.byte
    quote = try section.optionalChoice("citattecken", of: QuoteWord.self).map {
      $0 == .double ? UInt8(ascii: "\"") : UInt8(ascii: "'")
    }
    decimalSign = try section.optionalChoice("decimaltecken", of: DecimalWord.self).map {
      $0 == .comma ? .comma : .point
    }
    dateOrder = try section.optionalChoice("datumordning", of: DateOrder.self)
    table = try section.optionalChoice("tabell", of: TableKind.self)
    for (column, header) in try section.columnTexts("kolumner") { columns[header] = column }
    for (column, value) in try section.columnTexts("fasta_värden") { constants[column] = value }
  }
}

extension YAMLSection {
  fileprivate func optionalChoice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) throws(ConfigurationError) -> Choice? where Choice.RawValue == String {
    has(key) ? try choice(key, of: type) : nil
  }

  /// Texts by canonical column.
  fileprivate func columnTexts(
    _ key: String
  ) throws(ConfigurationError) -> [(column: String, text: String)] {
    guard has(key) else { return [] }
    let known = Array(Set(TableKind.allCases.flatMap(\.columnNames))).sorted()
    let texts = try section(key)
    try texts.requireKeys([], optional: known)
    var pairs: [(column: String, text: String)] = []
    for column in texts.keys { pairs.append((column, try texts.text(column))) }
    return pairs
  }
}
