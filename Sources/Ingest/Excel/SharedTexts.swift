/// The texts that a workbook's cells share, one after the other.
struct SharedTexts: PartHandler {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var text = RichText()

  var count: Int { ends.count }

  /// The bytes of a text; `nil` where there is none of that number.
  func range(_ index: Int) -> Range<Int>? {
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  func append(_ range: Range<Int>, to target: inout [UInt8]) {
    target.append(contentsOf: bytes[range])
  }

  mutating func start(
    _ element: MarkupName, _ attributes: borrowing MarkupAttributes
  ) throws(RefusalReason) {
    if element.local == "si" { text = RichText() } else { text.start(element.local) }
  }

  mutating func end(_ element: MarkupName) throws(RefusalReason) {
    guard element.local == "si" else {
      text.end(element.local)
      return
    }
    bytes += text.decoded
    guard bytes.count <= IngestLimits.sharedTextBytes, ends.count < IngestLimits.sharedTexts else {
      throw .workbook(.tooManyTexts)
    }
    ends.append(UInt32(bytes.count))
  }

  mutating func text(_ piece: Span<UInt8>) throws(RefusalReason) {
    guard text.append(piece) else { throw .workbook(.tooManyTexts) }
  }
}

/// A text of one or several runs, each with a form of its own; how it is pronounced is no part of
/// it (ECMA-376 part 1, 18.4.4 to 18.4.8).
struct RichText {
  private var bytes: [UInt8] = []
  private var isInText = false
  private var isPronunciation = false

  mutating func start(_ element: String) {
    switch element {
    case "t": isInText = !isPronunciation
    case "rPh": isPronunciation = true
    default: break
    }
  }

  mutating func end(_ element: String) {
    switch element {
    case "t": isInText = false
    case "rPh": isPronunciation = false
    default: break
    }
  }

  /// `false` where the text is longer than a cell may be.
  mutating func append(_ piece: Span<UInt8>) -> Bool {
    if isInText { bytes.append(copying: piece) }
    return bytes.count <= IngestLimits.cellBytes
  }

  /// The text, with characters that XML does not know in place of `_x000D_` (18.4.12, ST_Xstring).
  var decoded: [UInt8] { RichText.decoded(bytes) }

  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= 7, bytes.contains(UInt8(ascii: "x")) else { return bytes }
    var (target, place): ([UInt8], Int) = ([], 0)
    while place < bytes.count {
      if let scalar = escape(bytes, at: place) {
        target += Array(String(Character(scalar)).utf8)
        place += 7
      } else {
        target.append(bytes[place])
        place += 1
      }
    }
    return target
  }

  private static func escape(_ bytes: [UInt8], at place: Int) -> Unicode.Scalar? {
    guard place + 7 <= bytes.count, bytes[place] == UInt8(ascii: "_"),
      bytes[place + 1] == UInt8(ascii: "x"), bytes[place + 6] == UInt8(ascii: "_"),
      let code = UInt32(String(decoding: bytes[place + 2..<place + 6], as: UTF8.self), radix: 16)
    else { return nil }
    return Unicode.Scalar(code)
  }
}
