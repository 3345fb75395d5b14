/// The sign before the decimals of a number; the other one may part thousands.
public enum DecimalSign: String, Sendable, Equatable, CaseIterable {
  case comma = ","
  case point = "."

  fileprivate var byte: UInt8 { self == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".") }
  fileprivate var other: DecimalSign { self == .comma ? .point : .comma }
}

/// A number as a sender wrote it, without unit, currency and blanks between thousands.
struct NumberText {
  private let isNegative: Bool
  /// Digits, commas and points.
  private let body: [UInt8]
  /// Blanks or apostrophes part the thousands: no comma or point does.
  private let hasBlankThousands: Bool

  /// `nil` where the text is no number, whatever its signs mean.
  init?(_ text: String) {
    var rest = Substring(text.lowercased())
    var negative = false
    func trim() { rest = rest.drop { $0.isWhitespace } }
    trim()
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    for unit in NumberText.suffixes where rest.hasSuffix(unit) {
      rest = rest.dropLast(unit.count)
      while let last = rest.last, last.isWhitespace { rest.removeLast() }
      break
    }
    for unit in NumberText.prefixes where rest.hasPrefix(unit) { rest = rest.dropFirst(unit.count) }
    trim()
    if let first = rest.first, "-\u{2212}\u{2013}+".contains(first) {
      negative = first != "+"
      rest.removeFirst()
      trim()
    } else if let last = rest.last, "-\u{2212}\u{2013}".contains(last) {
      negative = true
      rest.removeLast()
    }
    var (bytes, digitsSinceBlank, blanks): ([UInt8], Int, Int) = ([], 0, 0)
    for scalar in rest.unicodeScalars {
      switch scalar {
      case "0"..."9":
        bytes.append(UInt8(scalar.value))
        digitsSinceBlank += 1
      case ",", ".":
        if blanks > 0, digitsSinceBlank != 3 { return nil }
        (blanks, digitsSinceBlank) = (blanks > 0 ? -1 : blanks, 0)
        bytes.append(UInt8(scalar.value))
      case " ", "\u{a0}", "\u{202f}", "\u{2009}", "'", "\u{2019}":
        // Groups of three follow the first one, which has one to three digits.
        guard blanks >= 0, blanks == 0 ? 1...3 ~= digitsSinceBlank : digitsSinceBlank == 3,
          !bytes.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") })
        else { return nil }
        (blanks, digitsSinceBlank) = (blanks + 1, 0)
      default: return nil
      }
    }
    if blanks > 0, digitsSinceBlank != 3 { return nil }
    guard let first = bytes.first, let last = bytes.last, first >= UInt8(ascii: "0"),
      last >= UInt8(ascii: "0")
    else { return nil }
    (isNegative, body, hasBlankThousands) = (negative, bytes, blanks != 0)
  }

  private static let suffixes = ["kronor", "sek", "kr.", "kr", ":-", "%", "timmar", "tim", "h"]
  private static let prefixes = ["sek", "kr"]

  /// The decimal signs under which the text is a number, and whether the two readings differ.
  var readings: (signs: [DecimalSign], differ: Bool) {
    let texts = DecimalSign.allCases.map { canonical($0) }
    let signs = zip(DecimalSign.allCases, texts).filter { $0.1 != nil }.map(\.0)
    return (signs, signs.count == 2 && texts[0] != texts[1])
  }

  /// The number with a point before its decimals and nothing else; `nil` where it is none by that
  /// sign.
  func canonical(_ sign: DecimalSign) -> String? {
    let parts = body.split(separator: sign.byte, omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    let groups = parts[0].split(separator: sign.other.byte, omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard !hasBlankThousands, 1...3 ~= groups[0].count, groups[0] != [UInt8(ascii: "0")],
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    var digits = groups.flatMap(\.self)
    if parts.count == 2 {
      if parts[1].contains(sign.other.byte) { return nil }
      digits.append(UInt8(ascii: "."))
      digits += parts[1]
    }
    return (isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self)
  }
}

/// Which decimal sign the values of one column allow.
struct NumberEvidence {
  private var allowed = Set(DecimalSign.allCases)
  /// A value that the signs read as two numbers.
  private(set) var unclearLine: Int32?
  /// A value that the signs of the values before it don't allow.
  private(set) var contraryLine: Int32?

  mutating func add(_ text: String, line: Int32) {
    guard let number = NumberText(text) else { return }
    let (signs, differ) = number.readings
    guard !signs.isEmpty else { return }
    if differ { unclearLine = unclearLine ?? line }
    let both = allowed.intersection(signs)
    if both.isEmpty { contraryLine = contraryLine ?? line } else { allowed = both }
  }

  /// The sign that all values point to; `nil` where either will do.
  var decided: DecimalSign? { allowed.count == 1 ? allowed.first : nil }
}

/// Hours on the clock's form, `7:30`, as a decimal number; `nil` for any other text.
func hoursOfClockForm(_ text: String) -> String? {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  guard parts.count == 2, let hours = Int(parts[0].drop { $0.isWhitespace }), hours >= 0,
    parts[1].utf8.count == 2, let minutes = Int(parts[1]), 0..<60 ~= minutes
  else { return nil }
  let parts10000 = (minutes * 10_000 + 30) / 60
  let decimals = String(parts10000)
  return "\(hours).\(String(repeating: "0", count: 4 - decimals.utf8.count))\(decimals)"
}
