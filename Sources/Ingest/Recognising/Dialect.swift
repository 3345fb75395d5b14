/// How a text file cuts its lines into fields.
public struct Dialect: Sendable, Equatable {
  /// Between two fields; `nil` where each line is one field.
  public var delimiter: UInt8?
  /// Around a field that holds delimiters or line ends; `nil` where nothing does that.
  public var quote: UInt8?
  /// Whether a quote inside of quotes has a backslash before it; else it stands twice.
  public var escapesWithBackslash: Bool
  /// Whether blanks beside a delimiter are no part of the field.
  public var trimsBlanks: Bool
  /// Whether a line of nothing is a record of one empty field.
  var keepsEmptyLines = false

  public init(
    delimiter: UInt8?, quote: UInt8? = UInt8(ascii: "\""), escapesWithBackslash: Bool = false,
    trimsBlanks: Bool = true
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.escapesWithBackslash = escapesWithBackslash
    self.trimsBlanks = trimsBlanks
  }

  /// The dialect of the canonical tables.
  package static let canonical = Dialect(delimiter: UInt8(ascii: ";"))
}

/// Bytes that no UTF-8 text holds: they stand for the delimiter or the quote that is not there.
enum AbsentByte {
  static let delimiter: UInt8 = 0xfe
  static let quote: UInt8 = 0xff
}
