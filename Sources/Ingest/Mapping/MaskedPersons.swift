/// A text with the digits of everything that looks like a person's number as dots: six or eight
/// digits, perhaps a sign, a dash of any kind or blanks, and four more.
public func maskedPersons(_ text: String) -> String {
  var scalars = Array(text.unicodeScalars)
  var place = 0
  while place < scalars.count {
    let first = digits(scalars, from: place)
    guard !first.isEmpty else {
      place += 1
      continue
    }
    let last = lastFour(scalars, after: first)
    let number = Array(first) + Array(last)
    if number.count == 10 || number.count == 12, isPersonLike(number.map { scalars[$0] }) {
      for digit in number { scalars[digit] = "•" }
      place = max(first.upperBound, last.upperBound)
    } else {
      place = first.upperBound
    }
  }
  return String(String.UnicodeScalarView(scalars))
}

private func digits(_ scalars: [Unicode.Scalar], from start: Int) -> Range<Int> {
  start..<(scalars[start...].firstIndex { !("0"..."9").contains($0) } ?? scalars.count)
}

/// At most this many blanks and dashes part the last four digits from the others.
private let mostSeparators = 3

/// The four digits that belong to six or eight before them; empty where there are none.
private func lastFour(_ scalars: [Unicode.Scalar], after first: Range<Int>) -> Range<Int> {
  let none = first.upperBound..<first.upperBound
  guard first.count == 6 || first.count == 8 else { return none }
  let separators = scalars[first.upperBound...].prefix { isSeparator($0) }.count
  guard 1...mostSeparators ~= separators else { return none }
  let last = digits(scalars, from: first.upperBound + separators)
  return last.count == 4 ? last : none
}

private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
  let category = scalar.properties.generalCategory
  return scalar == "+" || scalar == "\u{2212}" || category == .dashPunctuation
    || category == .spaceSeparator
}

/// Whether the month is one: an organisationsnummer's third digit is at least 2.
private func isPersonLike(_ digits: [Unicode.Scalar]) -> Bool {
  let text = String(String.UnicodeScalarView(digits)).suffix(10)
  return text.dropFirst(2).first.map { $0 < "2" } ?? false
}
