/// What the text of a field looks like, whatever its column.
enum CellShape: Sendable, Equatable {
  case empty
  case number, date, time
  /// Words, names, addresses, ids: letters and digits with little between them.
  case words
  case other

  /// Values of a column differ from its name by these.
  var isTyped: Bool { self == .number || self == .date || self == .time }

  init(_ text: Span<UInt8>) {
    var (first, last) = (0, text.count)
    while first < last, text[first] <= 0x20 { first += 1 }
    while last > first, text[last - 1] <= 0x20 { last -= 1 }
    if first == last {
      self = .empty
      return
    }
    let trimmed = text.extracting(first..<last)
    let counts = CharacterCounts(trimmed)
    if isNumber(trimmed, counts) {
      self = .number
    } else if isTime(counts) {
      self = .time
    } else if isDate(trimmed, counts) {
      self = .date
    } else {
      self = counts.strange == 0 && counts.letters + counts.digits > 0 ? .words : .other
    }
  }
}

/// How many bytes of each kind a text has.
private struct CharacterCounts {
  var (digits, letters, blanks) = (0, 0, 0)
  var (dashes, slashes, points, commas, colons) = (0, 0, 0, 0, 0)
  /// Delimiters, quotes, braces and control characters.
  var strange = 0
  let count: Int

  init(_ text: Span<UInt8>) {
    count = text.count
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...:
        letters += 1
      case UInt8(ascii: " "): blanks += 1
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: "/"): slashes += 1
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: ","): commas += 1
      case UInt8(ascii: ":"): colons += 1
      case UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "\""), UInt8(ascii: "'"),
        UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
        0..<0x20, 0x7f:
        strange += 1
      default: break
      }
    }
    // A comma inside of words is more often a delimiter than not.
    if letters > 0, commas > 0 { strange += commas }
  }
}

/// Digits with signs, currency and unit around them.
private func isNumber(_ text: Span<UInt8>, _ counts: CharacterCounts) -> Bool {
  if counts.digits == 0 { return isMissingNumber(text) }
  guard counts.letters <= 6, counts.slashes == 0, counts.colons == 0 else { return false }
  let words = String(decodingUTF8: text).lowercased()
  var rest = words[...]
  for mark in ["sek", "kr", "eur", "€", "$", "£"] where rest.hasPrefix(mark) {
    rest = rest.dropFirst(mark.count)
  }
  while let sign = rest.first, "+-\u{2212}\u{2013}$£€ ".contains(sign) { rest = rest.dropFirst() }
  for mark in ["sek", "kr", "kr.", "eur", "%", "tim", "h", ":-", "€", "£"]
  where rest.hasSuffix(mark) { rest = rest.dropLast(mark.count) }
  guard rest.first?.isNumber == true || rest.first == "." || rest.first == "," else {
    return false
  }
  var previous: Character = " "
  for character in rest {
    switch character {
    case "0"..."9", ",", ".", " ", "\u{a0}", "\u{202f}", "'", "e": break
    case "-", "+":
      if previous != "e" && character == "+" { return false }
      if previous != "e" && rest.last != "-" { return false }
    default: return false
    }
    previous = character
  }
  // 28.01.2018 and 13.04.12 are dates.
  return !(counts.points == 2 && counts.commas == 0 && counts.digits <= 8)
}

private func isMissingNumber(_ text: Span<UInt8>) -> Bool {
  guard text.count <= 4 else { return false }
  return ["nan", "null", "na", "-"].contains(String(decodingUTF8: text).lowercased())
}

/// `20:00`, `0:10:00`, `20:00–22:30`.
private func isTime(_ counts: CharacterCounts) -> Bool {
  1...2 ~= counts.colons && counts.letters == 0 && 3...6 ~= counts.digits
    && counts.digits + counts.colons + counts.points == counts.count
}

/// Three groups of digits, or a month's name among digits; a time may follow.
private func isDate(_ text: Span<UInt8>, _ counts: CharacterCounts) -> Bool {
  guard counts.strange == 0, 3...14 ~= counts.digits, counts.count <= 30 else { return false }
  let separators = counts.dashes + counts.slashes + counts.points + counts.blanks
  if counts.letters == 0 || (counts.letters == 1 && counts.colons > 0) {
    return (2...4 ~= separators && counts.digits >= 4) && counts.commas == 0
  }
  guard 3...18 ~= counts.letters, separators >= 1 else { return false }
  let words = String(decodingUTF8: text).lowercased()
  return words.split { !$0.isLetter }.contains { MonthName(String($0)) != nil }
}
