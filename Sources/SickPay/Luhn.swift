/// The check digit of personnummer, organisationsnummer, bankgiro and plusgiro (ISO/IEC 7812-1).
public enum Luhn {
  /// The digit that makes `digits` followed by it pass `isValid`.
  public static func checkDigit(_ digits: UInt64) -> UInt64 {
    (10 - sum(digits, doubling: true) % 10) % 10
  }

  /// Whether the last decimal digit of `number` is the right check digit for those before it.
  public static func isValid(_ number: UInt64) -> Bool { sum(number, doubling: false) % 10 == 0 }

  private static func sum(_ digits: UInt64, doubling: Bool) -> UInt64 {
    var (rest, total, doubles) = (digits, UInt64(0), doubling)
    while rest > 0 {
      let digit = doubles ? rest % 10 * 2 : rest % 10
      total += digit > 9 ? digit - 9 : digit
      rest /= 10
      doubles.toggle()
    }
    return total
  }
}
