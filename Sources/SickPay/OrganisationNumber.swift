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

extension OrganisationNumber: CustomStringConvertible {
  /// Ten digits, leading zeros kept.
  public var description: String {
    let text = String(digits)
    return String(repeating: "0", count: max(0, 10 - text.utf8.count)) + text
  }
}
