import SickPay

/// Persons' numbers inside of what claims say in words, such as an ärende named by one.
extension String {
  /// The text with every personnummer and samordningsnummer in it replaced. Numbers of ten or
  /// twelve digits, with or without a sign before the last four, whose date and check digit are
  /// right: few other numbers have both.
  ///
  /// - Parameter call: How a number is called instead, by its digits.
  public func hidingPersonNumbers(_ call: (_ digits: String) -> String) -> String {
    guard hasRoomForNumber else { return self }
    let bytes = Array(utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let isInside = place > 0 && bytes[place - 1].isDigit
      if !isInside, let number = personNumber(bytes[place...]) {
        result += call(number.digits).utf8
        place += number.length
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension String {
  /// Whether digits stand so that they could be a number; most texts are done with here.
  private var hasRoomForNumber: Bool {
    // How many digits stand together, and how many did before the sign that they follow.
    var digits = 0
    var stem = 0
    for byte in utf8 {
      if byte.isDigit {
        digits += 1
        if digits >= 10 || stem > 0 && digits >= 4 { return true }
      } else {
        stem = byte.isSign && (digits == 6 || digits == 8) ? digits : 0
        digits = 0
      }
    }
    return false
  }
}

/// The number that the bytes begin with, and how many bytes it takes.
private func personNumber(_ bytes: ArraySlice<UInt8>) -> (digits: String, length: Int)? {
  var digits: [UInt8] = []
  var length = 0
  for byte in bytes {
    if byte.isSign, digits.count == length, digits.count == 6 || digits.count == 8 {
      length += 1
      continue
    }
    guard byte.isDigit else { break }
    digits.append(byte)
    length += 1
    if digits.count > 12 { return nil }
  }
  if length > digits.count {
    // The sign stands before the last four, or it joins two numbers.
    let stem = bytes.prefix { $0.isDigit }.count
    guard digits.count == stem + 4 else { return nil }
  }
  let text = String(decoding: digits, as: UTF8.self)
  guard digits.count == 10 || digits.count == 12, let value = UInt64(text) else { return nil }
  let isPerson =
    digits.count == 12
    ? (1800..<2100).contains(value / 100_000_000) && PersonNumber(digits: value).isValid
    : PersonNumber.isPlausible(tenDigits: value) && Luhn.isValid(value)
  return isPerson ? (text, length) : nil
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isSign: Bool { self == UInt8(ascii: "-") || self == UInt8(ascii: "+") }
}
