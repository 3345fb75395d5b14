extension String {
  /// Appends a text as JSON has it (RFC 8259), in quotes.
  ///
  /// A Swift string is valid Unicode, so that lone surrogates can't occur.
  public mutating func appendJSON(_ text: String) {
    self += "\""
    if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
      for scalar in text.unicodeScalars { appendEscaped(scalar) }
    } else {
      self += text
    }
    self += "\""
  }

  private mutating func appendEscaped(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": self += "\\\""
    case "\\": self += "\\\\"
    case "\n": self += "\\n"
    case "\r": self += "\\r"
    case "\t": self += "\\t"
    case "\u{0}"..<"\u{20}":
      self += (scalar.value < 0x10 ? "\\u000" : "\\u00") + String(scalar.value, radix: 16)
    default: unicodeScalars.append(scalar)
    }
  }
}
