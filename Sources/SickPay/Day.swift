/// A calendar day, counted from 1970-01-01, in the Gregorian calendar.
///
/// The conversions follow Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2014):
/// the year is counted from March, so that the leap day is its last.
public struct Day: Cell, Hashable, Comparable, Strideable {
  public var number: Int32

  @inlinable public init(number: Int32) { self.number = number }
  @inlinable public init(cell: Int32) { number = cell }
  @inlinable public var cell: Int32 { number }

  /// `nil` when the calendar has no such day. Years 1800 to 2199.
  public init?(year: Int, month: Int, day: Int) {
    guard 1800...2199 ~= year, 1...12 ~= month, day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// `2025-05-06`; `nil` for anything else.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// 0 is Monday, 6 is Sunday.
  @inlinable public var weekday: Int { (Int(number) + 3 + 7 * 100_000) % 7 }

  /// Months since January of year 0, so that neighbouring months differ by one.
  public var month: Int32 {
    let date = civil
    return Int32(date.year * 12 + date.month - 1)
  }

  /// The same day of the month `months` later (or earlier), the month's last where it is shorter.
  public func adding(months: Int) -> Day {
    let date = civil
    let index = date.year * 12 + date.month - 1 + months
    let (year, month) = (index / 12, index % 12 + 1)
    let last = Day.length(ofMonth: month, year: year)
    guard let day = Day(year: year, month: month, day: min(date.day, last)) else {
      preconditionFailure("a day moved out of the calendar's range")
    }
    return day
  }

  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  @inlinable public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  @inlinable public func distance(to other: Day) -> Int { Int(other.number) - Int(number) }
  @inlinable public func advanced(by days: Int) -> Day { Day(number: number + Int32(days)) }
}

extension Day: CustomStringConvertible {
  /// `2025-05-06`
  public var description: String {
    let date = civil
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(date.year)-\(padded(date.month))-\(padded(date.day))"
  }
}
