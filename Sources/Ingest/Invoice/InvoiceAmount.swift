public import SickPay

/// A decimal number of an invoice, exact: amounts, quantities, prices and percentages.
///
/// Sums and differences are exact; products are rounded half away from zero at the eighth decimal.
public struct InvoiceAmount: Sendable, Hashable, Comparable, AdditiveArithmetic {
  /// Hundred-millionths.
  let units: Int128

  private static let decimals = 8
  private static let one: Int128 = 100_000_000
  /// Digits before the decimal sign: the product of two numbers still fits 128 bits.
  private static let integerDigits = 10

  init(units: Int128) { self.units = units }

  init(_ ore: Ore) { units = Int128(ore.value) * (Self.one / 100) }

  /// A number as XML Schema writes decimals: digits, one point, a sign; `nil` for all else.
  init?(_ text: String) {
    var (value, digits, fraction): (Int128, Int, Int?) = (0, 0, nil)
    var rest = Substring(text)
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    for character in rest.utf8 {
      if character == UInt8(ascii: "."), fraction == nil {
        fraction = 0
        continue
      }
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= character else { return nil }
      digits += 1
      if let places = fraction {
        // Zeros beyond the last decimal say nothing.
        if places == Self.decimals {
          if character == UInt8(ascii: "0") { continue }
          return nil
        }
        fraction = places + 1
      }
      value = value * 10 + Int128(character - UInt8(ascii: "0"))
      if digits > Self.integerDigits + Self.decimals + 10 { return nil }
    }
    guard digits > 0 else { return nil }
    for _ in (fraction ?? 0)..<Self.decimals { value *= 10 }
    var limit = Self.one
    for _ in 0..<Self.integerDigits { limit *= 10 }
    guard value < limit else { return nil }
    units = isNegative ? -value : value
  }

  /// The amount in öre; `nil` where it has parts of an öre or is too large.
  public var ore: Ore? {
    guard units % (Self.one / 100) == 0 else { return nil }
    return Int64(exactly: units / (Self.one / 100)).map { Ore($0) }
  }

  /// Rounded to two decimals, half away from zero.
  var inOre: InvoiceAmount { InvoiceAmount(units: Self.rounded(units, Self.one / 100)) }

  public static let zero = InvoiceAmount(units: 0)

  public static func + (left: InvoiceAmount, right: InvoiceAmount) -> InvoiceAmount {
    InvoiceAmount(units: left.units + right.units)
  }

  public static func - (left: InvoiceAmount, right: InvoiceAmount) -> InvoiceAmount {
    InvoiceAmount(units: left.units - right.units)
  }

  static prefix func - (amount: InvoiceAmount) -> InvoiceAmount {
    InvoiceAmount(units: -amount.units)
  }

  static func * (left: InvoiceAmount, right: InvoiceAmount) -> InvoiceAmount {
    InvoiceAmount(units: rounded(left.units * right.units, one) / one)
  }

  var magnitude: InvoiceAmount { units < 0 ? -self : self }

  /// A hundredth: what a percentage is of one.
  var hundredth: InvoiceAmount { InvoiceAmount(units: units / 100) }

  public static func < (left: InvoiceAmount, right: InvoiceAmount) -> Bool {
    left.units < right.units
  }

  private static func rounded(_ units: Int128, _ step: Int128) -> Int128 {
    let half = units < 0 ? -step / 2 : step / 2
    return (units + half) / step * step
  }
}

extension InvoiceAmount: CustomStringConvertible {
  /// As XML Schema writes it, with at least two decimals: `1024.96`.
  public var description: String {
    let (whole, part) = units.magnitude.quotientAndRemainder(dividingBy: 100_000_000)
    var decimals = String(part)
    decimals = String(repeating: "0", count: 8 - decimals.utf8.count) + decimals
    while decimals.utf8.count > 2, decimals.hasSuffix("0") { decimals.removeLast() }
    return (units < 0 ? "-" : "") + "\(whole).\(decimals)"
  }
}
