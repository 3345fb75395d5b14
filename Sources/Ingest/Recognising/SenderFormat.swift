/// How one sender's files are written, as an office has found out and saved.
///
/// A file is this sender's when its header has all of `recognisedBy`. Everything else is optional:
/// what is not said is found out from the file.
public struct SenderFormat: Sendable, Equatable {
  public var name: String
  /// Names of columns, compared as headers are.
  public var recognisedBy: [String]
  public var encoding: CharacterEncoding?
  public var delimiter: UInt8?
  public var quote: UInt8?
  public var decimalSign: DecimalSign?
  public var dateOrder: DateOrder?
  public var table: TableKind?
  /// Canonical columns by the name in the file's header.
  public var columns: [String: String]
  /// Values of canonical columns that the file has not, the same on every row.
  public var constants: [String: String]

  public init(
    name: String, recognisedBy: [String], encoding: CharacterEncoding? = nil,
    delimiter: UInt8? = nil, quote: UInt8? = nil, decimalSign: DecimalSign? = nil,
    dateOrder: DateOrder? = nil, table: TableKind? = nil, columns: [String: String] = [:],
    constants: [String: String] = [:]
  ) {
    self.name = name
    self.recognisedBy = recognisedBy
    self.encoding = encoding
    self.delimiter = delimiter
    self.quote = quote
    self.decimalSign = decimalSign
    self.dateOrder = dateOrder
    self.table = table
    self.columns = columns
    self.constants = constants
  }

  /// Whether a header is this sender's.
  func recognises(_ names: [String]) -> Bool {
    let keys = Set(names.map(columnKey))
    return !recognisedBy.isEmpty && recognisedBy.allSatisfy { keys.contains(columnKey($0)) }
  }

  /// Whether it says how the bytes are cut, so that its files may have to be read by it to be
  /// recognised.
  var saysDialect: Bool { encoding != nil || delimiter != nil || quote != nil }
}
