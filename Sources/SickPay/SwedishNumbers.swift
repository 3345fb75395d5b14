/// Numbers as Swedish texts write them: decimal comma, and a space that does not break between
/// thousands and before the unit.
public enum SwedishNumbers {
  private static let space = "\u{a0}"

  /// `1 234 567,89 kr`
  public static func kronor(_ amount: Ore) -> String {
    decimal(amount.value, decimals: 2) + space + "kr"
  }

  /// `6,5 h`: hours with one or two decimals, rounded half away from zero.
  public static func hours(_ time: Seconds) -> String {
    let hundredths = (abs(time.value) * 100 + 1800) / 3600 * (time.value < 0 ? -1 : 1)
    let text =
      hundredths % 10 == 0
      ? decimal(hundredths / 10, decimals: 1)
      : decimal(hundredths, decimals: 2)
    return text + space + "h"
  }

  /// `31,4 %` of a share 0…1.
  public static func percent(_ share: Double, decimals: Int = 1) -> String {
    number(share * 100, decimals: decimals) + space + "%"
  }

  /// `1 234,5`, rounded half away from zero; what is no number is told as zero, and what is beyond
  /// 9 · 10¹⁸ of the last decimal as that.
  public static func number(_ value: Double, decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let units = (value * scale).rounded()
    return decimal(units.isNaN ? 0 : Int64(min(9e18, max(-9e18, units))), decimals: decimals)
  }

  /// A whole number of the smallest unit, `decimals` places behind the comma.
  public static func decimal(_ units: Int64, decimals: Int) -> String {
    var digits = Array(String(units.magnitude))
    while digits.count <= decimals { digits.insert("0", at: 0) }
    let whole = digits.dropLast(decimals)
    var text = units < 0 ? "−" : ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { text += space }
      text.append(digit)
    }
    return decimals == 0 ? text : text + "," + String(digits.suffix(decimals))
  }
}
