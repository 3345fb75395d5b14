import SickPay

/// A place in a text of the command line, which faults can tell.
struct QuestionCursor {
  private let part: QuestionFault.Part
  private let characters: [Character]
  private var index = 0

  init(_ text: String, _ part: QuestionFault.Part) {
    characters = Array(text)
    self.part = part
  }

  /// The next character that is no space, from 1.
  var position: Int {
    mutating get {
      while index < characters.count, characters[index].isWhitespace { index += 1 }
      return index + 1
    }
  }

  var isAtEnd: Bool { mutating get { position > characters.count } }

  /// Takes a symbol if it stands next.
  mutating func take(_ symbol: String) -> Bool {
    let start = position - 1
    guard characters[start...].starts(with: symbol) else { return false }
    index = start + symbol.count
    return true
  }

  /// Takes a keyword if it stands next as a word of its own.
  mutating func take(keyword: String) -> Bool {
    let start = index
    if let word = word(), foldedName(word) == keyword { return true }
    index = start
    return false
  }

  /// Takes a name: a letter, and letters, digits, `_` and `-` after it.
  mutating func word() -> String? {
    let start = position - 1
    guard start < characters.count, characters[start].isLetter else { return nil }
    return run(from: start) { characters, place in
      characters[place].isLetter || characters[place].isNumber || "_-".contains(characters[place])
    }
  }

  /// Takes a value as it is written: in quotes, or up to a space or a sign.
  ///
  /// - Parameter decimals: Whether a comma between digits is a decimal sign.
  mutating func value(decimals: Bool) throws(QuestionFault) -> String? {
    let start = position - 1
    guard start < characters.count else { return nil }
    if "\"'".contains(characters[start]) { return try quoted(from: start) }
    let text = run(from: start) { characters, place in
      let character = characters[place]
      if character == ",", decimals, place + 1 < characters.count, place > start {
        return characters[place - 1].isNumber && characters[place + 1].isNumber
      }
      return !character.isWhitespace && !"(),;=<>!\"'".contains(character)
    }
    return text.isEmpty ? nil : text
  }

  private mutating func quoted(from start: Int) throws(QuestionFault) -> String {
    let quote = characters[start]
    guard let end = characters[(start + 1)...].firstIndex(of: quote) else {
      throw fault(.expected(.closingQuote), at: start + 1)
    }
    index = end + 1
    return String(characters[(start + 1)..<end])
  }

  private mutating func run(
    from start: Int, while belongs: ([Character], Int) -> Bool
  ) -> String {
    index = start
    while index < characters.count, belongs(characters, index) { index += 1 }
    return String(characters[start..<index])
  }

  func fault(_ problem: QuestionFault.Problem, at position: Int) -> QuestionFault {
    QuestionFault(part: part, position: position, problem: problem)
  }

  /// A fault where the cursor stands.
  mutating func expected(_ expectation: QuestionFault.Expectation) -> QuestionFault {
    fault(.expected(expectation), at: position)
  }
}
