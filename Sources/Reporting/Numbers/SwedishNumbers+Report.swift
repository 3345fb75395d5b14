public import SickPay

extension SwedishNumbers {
  /// `1 234 567`
  public static func integer(_ value: Int) -> String { decimal(Int64(value), decimals: 0) }

  /// `1 234 567,89`, in a column whose title names the unit.
  static func amount(_ amount: Ore) -> String { FixedDecimal(amount).swedish }

  /// With all its decimals; a dash for what is no number.
  static func rounded(_ value: Double, decimals: Int) -> String {
    FixedDecimal(rounding: value, decimals: decimals)?.swedish ?? "–"
  }

  /// At most three decimals, zeros at the end left out: `4`, `0,314`. A dash for what is no number.
  static func measure(_ value: Double) -> String {
    FixedDecimal(rounding: value, decimals: 3)?.trimmed.swedish ?? "–"
  }

  /// `1 rad`, `2 rader`
  public static func count(_ value: Int, _ one: String, _ many: String) -> String {
    "\(integer(value)) \(value == 1 ? one : many)"
  }
}
