/// A bankgiro or plusgiro number to pay to.
///
/// Lengths: Peppol BIS Billing 3, rules SE-R-007 to SE-R-010 (bankgiro seven or eight digits,
/// plusgiro two to eight). The last digit of both is a check digit.
public struct GiroNumber: Hashable, Sendable {
  public enum Kind: Sendable {
    case bankgiro, plusgiro

    var lengths: ClosedRange<Int> { self == .bankgiro ? 7...8 : 2...8 }
    /// Digits after the dash of the usual form: 123-4567, 12345-6.
    var digitsAfterDash: Int { self == .bankgiro ? 4 : 1 }
  }

  public let kind: Kind
  public let digits: UInt64
  private let length: Int

  /// Digits with at most one dash, where the usual form has it; blanks may stand anywhere.
  public init?(_ text: String, kind: Kind) {
    let compact = text.utf8.filter { $0 != 0x20 }
    let dash = compact.firstIndex(of: UInt8(ascii: "-"))
    if let dash, dash != compact.count - 1 - kind.digitsAfterDash { return nil }
    let numbers = compact.filter { $0 != UInt8(ascii: "-") }
    guard compact.count - numbers.count <= 1, kind.lengths.contains(numbers.count),
      numbers.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    self.kind = kind
    digits = numbers.reduce(0) { $0 * 10 + UInt64($1 - UInt8(ascii: "0")) }
    length = numbers.count
  }

  public var hasValidCheckDigit: Bool { Luhn.isValid(digits) }
}

extension GiroNumber: CustomStringConvertible {
  /// The usual form: `5402-9681`, `12345-6`.
  public var description: String {
    let text = String(digits)
    let padded = String(repeating: "0", count: length - text.utf8.count) + text
    let cut = padded.utf8.count - kind.digitsAfterDash
    return "\(padded.prefix(cut))-\(padded.dropFirst(cut))"
  }
}
