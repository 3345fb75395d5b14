/// Swift source in which the contents of comments, strings and raw identifiers are spaces, so that
/// what is left is code. Lines keep their places; interpolations are code.
///
/// No full lexer: a regular expression literal with a quote in it would be read as a string. A
/// string that has no end goes to the end of its line at most.
func codeOnly(_ source: [UInt8]) -> [UInt8] {
  var reader = SourceReader(source)
  return reader.read()
}

private struct SourceReader {
  private struct Literal {
    /// `#` signs around it.
    var hashes: Int
    var quotes: Int
    /// Open parentheses of the interpolation that is being read; 0 in the text itself.
    var parentheses = 0
  }

  private let source: [UInt8]
  private var code: [UInt8] = []
  private var literals: [Literal] = []

  init(_ source: [UInt8]) {
    self.source = source
    code.reserveCapacity(source.count)
  }

  mutating func read() -> [UInt8] {
    while code.count < source.count {
      if let literal = literals.last, literal.parentheses == 0 {
        readText(of: literal)
      } else {
        readCode()
      }
    }
    return code
  }

  private func byte(_ offset: Int) -> UInt8? {
    let place = code.count + offset
    return place < source.count ? source[place] : nil
  }

  private func isAt(_ text: StaticString, _ offset: Int = 0) -> Bool {
    (0..<text.utf8CodeUnitCount).allSatisfy {
      byte(offset + $0) == text.utf8Start[$0]
    }
  }

  private mutating func keep(_ count: Int = 1) {
    for _ in 0..<count { if let next = byte(0) { code.append(next) } }
  }

  private mutating func blank(_ count: Int = 1) {
    for _ in 0..<count {
      if let next = byte(0) { code.append(next == UInt8(ascii: "\n") ? next : UInt8(ascii: " ")) }
    }
  }

  private mutating func readCode() {
    switch byte(0) {
    case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "\""), UInt8(ascii: "`"),
      UInt8(ascii: "("), UInt8(ascii: ")"):
      readMark()
    case let other?: code.append(other)
    case nil: break
    }
  }

  /// A byte with which something may begin or end that is not code.
  private mutating func readMark() {
    let hashes = (0...).first { byte($0) != UInt8(ascii: "#") } ?? 0
    if isAt("//") {
      while let next = byte(0), next != UInt8(ascii: "\n") { blank() }
    } else if isAt("/*") {
      readBlockComment()
    } else if isAt("\"", hashes) {
      let literal = Literal(hashes: hashes, quotes: isAt("\"\"\"", hashes) ? 3 : 1)
      literals.append(literal)
      keep(hashes + literal.quotes)
    } else if isAt("`") {
      readBackticks()
    } else {
      if let last = literals.indices.last {
        if isAt("(") { literals[last].parentheses += 1 }
        if isAt(")") { literals[last].parentheses -= 1 }
      }
      keep()
    }
  }

  private mutating func readBlockComment() {
    var depth = 0
    repeat {
      if isAt("/*") {
        depth += 1
        blank(2)
      } else if isAt("*/") {
        depth -= 1
        blank(2)
      } else {
        blank()
      }
    } while depth > 0 && byte(0) != nil
  }

  /// A name in backticks is code if it is one word.
  private mutating func readBackticks() {
    var end = 1
    while let next = byte(end), next != UInt8(ascii: "`"), next != UInt8(ascii: "\n") { end += 1 }
    let isWord = (0..<end).allSatisfy { byte($0) != UInt8(ascii: " ") }
    if isWord { keep(end + 1) } else { blank(end + 1) }
  }

  private mutating func readText(of literal: Literal) {
    switch byte(0) {
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "\n"): readMark(of: literal)
    default: blank()
    }
  }

  /// A byte with which an escape, the end of the literal or of its line may begin.
  private mutating func readMark(of literal: Literal) {
    let isEscape = isAt("\\") && isRun(of: "#", literal.hashes, from: 1)
    if isEscape, isAt("(", 1 + literal.hashes) {
      literals[literals.count - 1].parentheses = 1
      keep(2 + literal.hashes)
    } else if isEscape, !isAt("\n", 1 + literal.hashes) {
      blank(2 + literal.hashes)
    } else if isRun(of: "\"", literal.quotes, from: 0),
      isRun(of: "#", literal.hashes, from: literal.quotes)
    {
      literals.removeLast()
      keep(literal.quotes + literal.hashes)
    } else {
      if literal.quotes == 1, isAt("\n") { literals.removeLast() }
      blank()
    }
  }

  private func isRun(of sign: Unicode.Scalar, _ count: Int, from offset: Int) -> Bool {
    (0..<count).allSatisfy { byte(offset + $0) == UInt8(ascii: sign) }
  }
}

/// Whether the byte is a letter, a digit or `_`.
func isPartOfName(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
    UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 128...:
    true
  default: false
  }
}
