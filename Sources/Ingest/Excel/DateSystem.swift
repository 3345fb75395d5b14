import SickPay

/// From which day a workbook counts its days (ECMA-376 part 1, 18.17.4.1).
public enum DateSystem: Sendable, Equatable {
  /// 1 is 1900-01-01, and 60 is a 29 February that 1900 did not have.
  case from1900
  /// 0 is 1904-01-01.
  case from1904

  /// The last day that Excel knows: 9999-12-31.
  private static let lastDay = 2_958_465
  private static let secondsPerDay = 86_400

  /// A day, a time of day, or both, as `2025-05-06 20:00`; `nil` for what is no moment in it.
  ///
  /// - Parameter serial: Days, with the time of day as a fraction, to the second.
  func text(_ serial: Double) -> String? {
    guard serial >= 0, serial < Double(DateSystem.lastDay + 1) else { return nil }
    var days = Int(serial)
    var seconds = Int(((serial - Double(days)) * Double(DateSystem.secondsPerDay)).rounded())
    if seconds == DateSystem.secondsPerDay { (days, seconds) = (days + 1, 0) }
    // Less than a day is a time of day.
    if days == 0, self == .from1900 || seconds > 0 { return DateSystem.clock(seconds) }
    guard let day = dayText(days) else { return nil }
    return seconds == 0 ? day : "\(day) \(DateSystem.clock(seconds))"
  }

  /// Hours and minutes of a span of time, which may be longer than a day: `26:30`.
  static func span(_ serial: Double) -> String? {
    guard serial >= 0, serial < Double(lastDay) else { return nil }
    return clock(Int((serial * Double(secondsPerDay)).rounded()))
  }

  private func dayText(_ days: Int) -> String? {
    switch self {
    case .from1904: Day(number: Int32(days - 24_107)).description
    case .from1900 where days == 60: "1900-02-29"
    case .from1900: Day(number: Int32(days - (days < 60 ? 25_568 : 25_569))).description
    }
  }

  private static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let text = "\(two(seconds / 3600)):\(two(seconds / 60 % 60))"
    return seconds % 60 == 0 ? text : "\(text):\(two(seconds % 60))"
  }
}
