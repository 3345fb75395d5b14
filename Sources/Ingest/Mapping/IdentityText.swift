public import SickPay

/// A number of a person, an organisation or an account as a sender wrote it, recognised.
public enum IdentityNumber: Sendable, Equatable {
  case person(PersonNumber)
  /// An interim number; opaque.
  case interim(String)
  case organisation(OrganisationNumber)

  /// A personnummer, samordningsnummer or interim number.
  ///
  /// - Parameter event: The day that decides the century of ten digits.
  public init?(person text: String, event: Day) {
    let plain = IdentityText.person(text)
    switch personText(Array(plain.utf8).span, event: event) {
    case .number(let number): self = .person(number)
    case .interim: self = .interim(plain.uppercased().filter { $0 != "-" && $0 != "+" })
    case .other: return nil
    }
  }

  /// An organisationsnummer, also with prefix 16 or as a VAT number, or a sole trader's number.
  public init?(organisation text: String) {
    let plain = IdentityText.organisation(text)
    guard let number = organisationNumber(Array(plain.utf8).span) else { return nil }
    self = .organisation(number)
  }

  /// Whether the check digit is right and, of a personnummer, the day exists.
  public var isValid: Bool {
    switch self {
    case .person(let number): number.isValid
    case .interim: true
    case .organisation(let number): number.hasValidCheckDigit
    }
  }

  /// The one form in which numbers are compared.
  public var canonical: String {
    switch self {
    case .person(let number): String(number.digits)
    case .interim(let text): text
    case .organisation(let number): number.description
    }
  }
}

/// Numbers in the forms that senders write, as the decoder of canonical tables reads them.
enum IdentityText {
  private static let dashes: Set<Character> = [
    "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}",
  ]

  /// `19800101-1234`, `800101 1234`, `800101–1234`: blanks go, and any dash is one.
  static func person(_ text: String) -> String {
    let plain = String(
      text.filter { !$0.isWhitespace }.map { dashes.contains($0) ? "-" : $0 })
    return plain.utf8.count >= 10 && plain.utf8.allSatisfy(isIdentityByte) ? plain : text
  }

  /// `556016-0680`, `16556016-0680`, `SE556016068001`.
  static func organisation(_ text: String) -> String {
    let plain = person(text).uppercased()
    guard plain.utf8.count == 14, plain.hasPrefix("SE"), plain.hasSuffix("01") else {
      return plain
    }
    return String(plain.dropFirst(2).dropLast(2))
  }

  /// An account in the usual form of bankgiro where the text says that it is one or is long enough
  /// to be nothing else; other accounts stay as they stand.
  static func account(_ text: String) -> String {
    let lower = text.lowercased()
    for (words, kind) in [
      (["bankgiro", "bg"], GiroNumber.Kind.bankgiro), (["plusgiro", "pg"], .plusgiro),
    ] {
      for word in words where lower.hasPrefix(word) {
        let rest = lower.dropFirst(word.count).drop { " :.".contains($0) }
        if let number = GiroNumber(String(rest), kind: kind) { return "\(number)" }
      }
    }
    guard text.contains("-"), let number = GiroNumber(text, kind: .bankgiro) else { return text }
    return "\(number)"
  }

  private static func isIdentityByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "+"):
      true
    default: false
    }
  }
}
