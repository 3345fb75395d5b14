/// An organisationsnummer of ten digits; a sole trader's is the owner's personnummer.
///
/// Form: lag (1974:174) om identitetsbeteckning för juridiska personer m.fl.: the third digit is at
/// least 2, which no personnummer's month has, and the last is a check digit.
public struct OrganisationNumber: Hashable, Comparable, Sendable {
  /// The ten digits as one number.
  public var digits: UInt64

  public init(digits: UInt64) { self.digits = digits }

  public var hasValidCheckDigit: Bool { Luhn.isValid(digits) }

  /// A sole trader: the number is a person's, and is treated as one.
  public var isPerson: Bool { digits / 10_000_000 % 10 < 2 }

  public static func < (left: OrganisationNumber, right: OrganisationNumber) -> Bool {
    left.digits < right.digits
  }
}

extension OrganisationNumber {
  /// What people write as a company's number in the form in which lists have it: ten digits without
  /// dash and prefix 16. A token `E-…` stays as it is.
  public static func tenDigits(_ text: String) -> String {
    if text.hasPrefix("E-") { return text }
    let digits = text.split(separator: "-").joined()
    return digits.utf8.count == 12 && digits.hasPrefix("16") ? String(digits.dropFirst(2)) : digits
  }
}

extension OrganisationNumber: CustomStringConvertible {
  /// Ten digits, leading zeros kept.
  public var description: String {
    let text = String(digits)
    return String(repeating: "0", count: max(0, 10 - text.utf8.count)) + text
  }
}
