extension String {
  /// The text without signs that steer a terminal, turn the reading direction or may not stand in
  /// a page: line breaks and tabs become spaces, the others a replacement character. Names come
  /// from claimants, and must not be able to repaint the screen.
  var printable: String {
    if utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return self }
    var text = ""
    for scalar in unicodeScalars { text.unicodeScalars.append(String.printable(scalar)) }
    return text
  }

  private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": return " "
    case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FFFE}", "\u{FFFF}":
      return "\u{FFFD}"
    default: return scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
    }
  }
}
