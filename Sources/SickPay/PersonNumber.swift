/// A personnummer or samordningsnummer in its stored form of twelve digits.
///
/// Form: folkbokföringslagen (1991:481) 18 § (personnummer, check digit) and 18 a § (day + 60 for a
/// samordningsnummer; since 2023 lag (2022:1697) om samordningsnummer). A samordningsnummer may
/// have month 00 and a day that the month lacks, as Skatteverket's test numbers do.
public struct PersonNumber: Hashable, Comparable, Sendable {
  /// `ÅÅÅÅMMDDNNNK` as one number.
  public var digits: UInt64

  public init(digits: UInt64) { self.digits = digits }

  public var hasValidCheckDigit: Bool { Luhn.isValid(digits % 10_000_000_000) }

  /// A samordningsnummer: its day is that of birth and 60 more, 60 where that is not known.
  public var isCoordinationNumber: Bool { digits / 10_000 % 100 >= 60 }

  /// Whether the check digit is right, the födelsenummer is not 000 and, of a personnummer, the
  /// day of birth exists. The day of a samordningsnummer need not: it may be unknown, or only said
  /// by the person.
  public var isValid: Bool {
    if digits / 10 % 1000 == 0 { return false }
    if isCoordinationNumber { return hasValidCheckDigit }
    let day = Day(
      year: Int(digits / 100_000_000), month: Int(digits / 1_000_000 % 100),
      day: Int(digits / 10_000 % 100))
    return day != nil && hasValidCheckDigit
  }

  public static func < (left: PersonNumber, right: PersonNumber) -> Bool {
    left.digits < right.digits
  }

  /// The ages between which the century of a ten-digit number is searched.
  static let likelyAges = 15...90

  /// Twelve digits out of ten by the day of the event: the century that makes the person 15 to 90
  /// years old in that year; a `+` adds one century. Where no century does (a child, or someone
  /// older), the latest in which the person is born by then.
  ///
  /// - Parameter tenDigits: `ÅÅMMDDNNNK` as one number.
  public init(tenDigits: UInt64, hasPlus: Bool, event: Day) {
    let eventYear = UInt64(event.civil.year)
    let twoDigitYear = tenDigits / 100_000_000
    var year = eventYear / 100 * 100 + twoDigitYear
    if year > eventYear { year -= 100 }
    let older = year - 100
    let isLikely = PersonNumber.likelyAges.contains(Int(eventYear - year))
    if !isLikely, PersonNumber.likelyAges.contains(Int(eventYear - older)) { year = older }
    if hasPlus { year -= 100 }
    digits = year * 100_000_000 + tenDigits % 100_000_000
  }

  /// Whether the digits have the shape of a person's number: a month 01–12 (00 allowed for a
  /// samordningsnummer) and a day 01–31 or 60–91.
  public static func isPlausible(tenDigits: UInt64) -> Bool {
    isPlausible(month: tenDigits / 1_000_000 % 100, day: tenDigits / 10_000 % 100)
  }

  /// - Parameters:
  ///   - month: The third and fourth of ten digits.
  ///   - day: The fifth and sixth.
  @inlinable public static func isPlausible(month: UInt64, day: UInt64) -> Bool {
    if 60...91 ~= day { return month <= 12 }
    return 1...12 ~= month && 1...31 ~= day
  }
}
