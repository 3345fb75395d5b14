/// The two encodings that the canonical tables come in.
package enum TextEncoding: Sendable {
  case utf8, windows1252
  /// The header is ASCII alone and gives nothing away: each field decides.
  case undecided

  /// Bytes that are not UTF-8 are Windows-1252.
  init(ofHeader header: Span<UInt8>) {
    var isASCII = true
    for index in header.indices where header[index] >= 0x80 { isASCII = false }
    self = isASCII ? .undecided : isUTF8(header) ? .utf8 : .windows1252
  }

  /// The text as UTF-8, or why it is none.
  func decode(_ text: Span<UInt8>) -> DecodedText {
    if isPrintableASCII(text) { return .unchanged }
    for index in text.indices where text[index] < 0x20 || text[index] == 0x7f {
      return .problem(.controlCharacter)
    }
    switch self {
    case .utf8: return isUTF8(text) ? .unchanged : .problem(.encoding)
    case .undecided where isUTF8(text): return .unchanged
    case .windows1252, .undecided:
      var target: [UInt8] = []
      for index in text.indices { appendWindows1252(text[index], to: &target) }
      return .changed(target)
    }
  }
}

enum DecodedText {
  /// The bytes are UTF-8 as they stand.
  case unchanged
  case changed([UInt8])
  case problem(RejectReason)
}

/// Whether all bytes are 0x20 to 0x7e.
private func isPrintableASCII(_ text: Span<UInt8>) -> Bool {
  var index = 0
  while index + 8 <= text.count {
    if !isPrintableASCII(text.word(at: index)) { return false }
    index += 8
  }
  // The rest, with blanks in the places above it.
  return index == text.count
    || isPrintableASCII(
      text.packed(index..<text.count) | 0x2020_2020_2020_2020 << UInt64(8 * (text.count - index)))
}

/// A byte under 0x20 or of 0x80 and above has its top bit set in one of the words, and one of 0x7f
/// in their sum with 1; a carry out of a byte is that of a byte which is wrong itself.
private func isPrintableASCII(_ word: UInt64) -> Bool {
  let controls = (word &- 0x2020_2020_2020_2020) & ~word
  return (controls | word | (word &+ 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0
}

private func isUTF8(_ text: Span<UInt8>) -> Bool { (try? UTF8Span(validating: text)) != nil }

/// Windows-1252, and with it ISO-8859-1, as UTF-8.
func appendWindows1252(_ byte: UInt8, to target: inout [UInt8]) {
  let scalar = Unicode.Scalar(windows1252Scalar(byte)) ?? "\u{fffd}"
  target.append(contentsOf: String(Character(scalar)).utf8)
}

func windows1252Scalar(_ byte: UInt8) -> UInt16 {
  0x80..<0xa0 ~= byte ? windows1252[Int(byte) - 0x80] : UInt16(byte)
}

/// 0x80 to 0x9f by the WHATWG Encoding Standard, index windows-1252; the rest is Latin-1.
private let windows1252: [UInt16] = [
  0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
  0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
]
