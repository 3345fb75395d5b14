import SickPay

/// A number with a fixed count of decimals, so that what is printed is exact and the same anywhere.
struct FixedDecimal: Equatable {
  /// The number times ten to the power of `decimals`.
  var units: Int64
  var decimals: Int

  init(units: Int64, decimals: Int) {
    self.units = units
    self.decimals = decimals
  }

  init(_ amount: Ore) { self.init(units: amount.value, decimals: 2) }

  /// Rounds half away from zero; `nil` for what is no number or doesn't fit.
  init?(rounding value: Double, decimals: Int) {
    let scaled = value * FixedDecimal.scale(decimals)
    guard let units = Int64(exactly: scaled.rounded()) else { return nil }
    self.init(units: units, decimals: decimals)
  }

  static func scale(_ decimals: Int) -> Double {
    (0..<decimals).reduce(1) { scale, _ in scale * 10 }
  }

  /// The same number without zeros at the end of its decimals.
  var trimmed: FixedDecimal {
    var number = self
    while number.decimals > 0, number.units.isMultiple(of: 10) {
      number.units /= 10
      number.decimals -= 1
    }
    return number
  }

  /// For machines: no thousands' separator, and a hyphen for minus.
  func text(point: String = ".") -> String {
    let digits = String(units.magnitude)
    let all = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    let whole = (units < 0 ? "-" : "") + all.dropLast(decimals)
    return decimals == 0 ? whole : whole + point + all.suffix(decimals)
  }

  /// For people: `1 234 567,89`.
  var swedish: String { SwedishNumbers.decimal(units, decimals: decimals) }
}
