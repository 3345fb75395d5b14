import Ledger
import SickPay

/// A person's number as its sender wrote it.
enum PersonText {
  case number(PersonNumber)
  /// An interim number: a letter in place 7 of ten.
  case interim
  case other
}

/// Ten or twelve digits with `-` or `+` before the last four, or without.
///
/// - Parameter event: The day that decides the century of ten digits.
@inline(__always)
func personText(_ text: Span<UInt8>, event: Day) -> PersonText {
  if text.count == 12, let number = twelveDigits(text) { return number }
  return otherPersonText(text, event: event)
}

/// `nil` where a byte is no digit.
@inline(__always)
private func twelveDigits(_ text: Span<UInt8>) -> PersonText? {
  // The last four, with four zeros before them.
  let end = text.word(at: 4) & 0xffff_ffff_0000_0000 | Digits.zeros & 0xffff_ffff
  guard let birth = Digits.pairs(text.word(at: 0)), let last = Digits.value(end) else { return nil }
  guard 18...20 ~= birth & 0xff,
    PersonNumber.isPlausible(month: birth >> 32 & 0xff, day: birth >> 48)
  else { return .other }
  return .number(PersonNumber(digits: Digits.value(pairs: birth) * 10_000 + last))
}

/// With a sign, of ten digits, or no number at all.
private func otherPersonText(_ text: Span<UInt8>, event: Day) -> PersonText {
  var (digits, count, plus, letterPlace): (UInt64, Int, Bool, Int) = (0, 0, false, -1)
  for index in text.indices {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      if count == 12 { return .other }
      digits = digits * 10 + UInt64(byte - UInt8(ascii: "0"))
      count += 1
    case UInt8(ascii: "-"), UInt8(ascii: "+"):
      guard index == text.count - 5 else { return .other }
      plus = byte == UInt8(ascii: "+")
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
      guard letterPlace < 0 else { return .other }
      letterPlace = count
      count += 1
    default: return .other
    }
  }
  if letterPlace >= 0 {
    return letterPlace == count - 4 && (count == 10 || count == 12) ? .interim : .other
  }
  guard count == 10 || count == 12, PersonNumber.isPlausible(tenDigits: digits % 10_000_000_000)
  else { return .other }
  if count == 12 {
    let century = digits / 10_000_000_000
    return 18...20 ~= century ? .number(PersonNumber(digits: digits)) : .other
  }
  return .number(PersonNumber(tenDigits: digits, hasPlus: plus, event: event))
}

/// Ten digits, `-` optional; twelve with prefix 16; a sole trader's number with its century, or
/// with the `+` of a person of a hundred years.
func organisationNumber(_ text: Span<UInt8>) -> OrganisationNumber? {
  var (digits, count): (UInt64, Int) = (0, 0)
  for index in text.indices {
    let byte = text[index]
    if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+"), index == text.count - 5 { continue }
    guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), count < 12 else { return nil }
    digits = digits * 10 + UInt64(byte - UInt8(ascii: "0"))
    count += 1
  }
  let number = OrganisationNumber(digits: digits % 10_000_000_000)
  switch (count, digits / 10_000_000_000) {
  case (10, _), (12, 16): break
  case (12, 18...20): if !number.isPerson { return nil }
  default: return nil
  }
  return !number.isPerson || PersonNumber.isPlausible(tenDigits: number.digits) ? number : nil
}

/// Four digits.
func kommunCell(_ text: Span<UInt8>) -> CellResult {
  guard text.count == 4 else { return .problem(.notAKommun) }
  var code: Int32 = 0
  for index in text.indices {
    let digit = text[index] &- UInt8(ascii: "0")
    if digit > 9 { return .problem(.notAKommun) }
    code = code * 10 + Int32(digit)
  }
  return code > 0 ? .cell(code) : .problem(.notAKommun)
}

private let vacantWords: WordList = ["[vakant]"]

/// Whether a field says that nobody worked the shift.
func isVacant(_ text: Span<UInt8>) -> Bool {
  // Nearly every vikarie is a number, and nearly every other text is spelt so.
  text[0] == UInt8(ascii: "[")
    && (vacantWords.place(ofExact: text) != nil
      || vacantWords.place(ofFolded: String(decodingUTF8: text)) != nil)
}

extension String {
  init(decodingUTF8 text: Span<UInt8>) {
    var bytes: [UInt8] = []
    for index in text.indices { bytes.append(text[index]) }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
