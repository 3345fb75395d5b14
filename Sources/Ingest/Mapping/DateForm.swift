import SickPay

/// In which order a date of digits alone stands.
public enum DateOrder: String, Sendable, Equatable, CaseIterable {
  case yearMonthDay = "år-månad-dag"
  case dayMonthYear = "dag-månad-år"
  case monthDayYear = "månad-dag-år"
}

/// A date as a sender wrote it.
struct DateText {
  /// The day that each order makes of it.
  private let days: [DateOrder: Day]

  /// Days of Excel's 1900 date system from 1954 to 2119 (ECMA-376 part 1, 18.17.4.1): the serial of
  /// 1900-03-01 is 61, as that system has a 29 February 1900.
  private static let serials = 20_000...80_000
  private static let serialZero = -25_569

  init?(_ text: String) {
    let lower = text.lowercased()
    var words = lower.split { " \u{a0},".contains($0) }.map(String.init).filter {
      !DateText.fillers.contains($0)
    }
    // Sheets write a day as its first moment.
    if words.count == 2, words[1].contains(":"), let time = timeOfDay(words[1]), time.hour == 0 {
      words.removeLast()
    }
    if let named = DateText.withMonthName(words) {
      days = Dictionary(uniqueKeysWithValues: DateOrder.allCases.map { ($0, named) })
      return
    }
    guard words.count <= 2, let first = words.first else { return nil }
    if words.count == 1, first.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      guard let day = DateText.ofDigits(first) else { return nil }
      days = Dictionary(uniqueKeysWithValues: DateOrder.allCases.map { ($0, day) })
      return
    }
    let joined = words.joined(separator: " ")
    let parts = joined.split(omittingEmptySubsequences: false) { "-/. ".contains($0) }
    guard parts.count == 3, parts.allSatisfy({ 1...4 ~= $0.utf8.count }) else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    let isSwedish = words.count == 2 || joined.contains("/") && joined.contains("-")
    let found = DateText.readings(
      numbers, parts.map(\.utf8.count), onlyDayFirst: isSwedish || joined.contains("."))
    if found.isEmpty { return nil }
    days = found
  }

  /// Words that may stand around a date.
  private static let fillers: Set<String> = [
    "den", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "mån", "tis",
    "ons", "tors", "tor", "fre", "lör", "sön",
  ]

  /// `6 maj 2025`, `maj 6 2025`, `09-Mar-11`.
  private static func withMonthName(_ words: [String]) -> Day? {
    let parts = words.flatMap { $0.split { "-./".contains($0) }.map(String.init) }
    guard parts.count == 3,
      let place = parts.firstIndex(where: { MonthName($0) != nil }), place < 2,
      let month = MonthName(parts[place]), let year = Int(parts[2]),
      let day = Int(parts[1 - place])
    else { return nil }
    return Day(year: fourDigits(year), month: month.number, day: day)
  }

  /// `20250506`, `250506`, or a serial of Excel.
  private static func ofDigits(_ text: String) -> Day? {
    guard let number = Int(text) else { return nil }
    switch text.utf8.count {
    case 8: return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    case 6: return Day(year: 2000 + number / 10_000, month: number / 100 % 100, day: number % 100)
    case 5 where serials.contains(number): return Day(number: Int32(number + serialZero))
    default: return nil
    }
  }

  private static func readings(
    _ numbers: [Int], _ widths: [Int], onlyDayFirst: Bool
  ) -> [DateOrder: Day] {
    let (a, b, c) = (numbers[0], numbers[1], numbers[2])
    var found: [DateOrder: Day] = [:]
    if widths[0] == 4 || (widths[0] == 2 && widths[2] == 2 && !onlyDayFirst) {
      found[.yearMonthDay] = Day(year: fourDigits(a), month: b, day: c)
    }
    if widths[0] <= 2, widths[2] == 4 || widths[2] == 2 {
      found[.dayMonthYear] = Day(year: fourDigits(c), month: b, day: a)
      if !onlyDayFirst { found[.monthDayYear] = Day(year: fourDigits(c), month: a, day: b) }
    }
    return found
  }

  private static func fourDigits(_ year: Int) -> Int { year < 100 ? 2000 + year : year }

  /// The orders under which the text is a day, and whether they make different days of it.
  var readings: (orders: Set<DateOrder>, differ: Bool) {
    (Set(days.keys), Set(days.values.map(\.number)).count > 1)
  }

  func day(_ order: DateOrder?) -> Day? {
    if let order, let day = days[order] { return day }
    return readings.differ ? nil : days.values.first
  }
}

/// Which order the values of one column of dates allow.
struct DateEvidence {
  private var allowed = Set(DateOrder.allCases)
  private(set) var unclearLine: Int32?
  private(set) var contraryLine: Int32?

  mutating func add(_ text: String, line: Int32) {
    guard let date = DateText(text) else { return }
    let (orders, differ) = date.readings
    if differ { unclearLine = unclearLine ?? line }
    // Forms that say their order by themselves may stand beside others.
    if orders.count == 1, orders.first == .yearMonthDay { return }
    let both = allowed.intersection(orders)
    if both.isEmpty { contraryLine = contraryLine ?? line } else { allowed = both }
  }

  var decided: DateOrder? { allowed.count == 1 ? allowed.first : nil }
}

/// A time of day, `20:00`, `20.00`, `kl. 20`, `2000`, with seconds or without, as `20:00:00`.
func timeOfDay(_ text: String) -> (hour: Int, minute: Int, second: Int)? {
  var rest = Substring(text.lowercased()).drop { $0.isWhitespace }
  for word in ["kl.", "kl"] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
  let trimmed = rest.filter { !$0.isWhitespace }
  var parts = trimmed.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    .map(String.init)
  if parts.count == 1, parts[0].utf8.count == 4 {
    parts = [String(parts[0].prefix(2)), String(parts[0].suffix(2))]
  }
  if parts.count == 3, parts[2].utf8.count > 2 { return nil }
  guard 1...3 ~= parts.count, parts.allSatisfy({ 1...2 ~= $0.utf8.count }) else { return nil }
  let numbers = parts.compactMap { Int($0) }
  guard numbers.count == parts.count, 0...24 ~= numbers[0] else { return nil }
  let (minute, second) = (
    numbers.count > 1 ? numbers[1] : 0, numbers.count > 2 ? numbers[2] : 0
  )
  guard 0..<60 ~= minute, 0..<60 ~= second, numbers[0] < 24 || minute + second == 0 else {
    return nil
  }
  return (numbers[0], minute, second)
}
