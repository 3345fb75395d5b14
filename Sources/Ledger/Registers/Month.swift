public import SickPay

/// A calendar month, by its number (see `Day.month`): neighbouring months differ by one.
public struct Month: Cell, Hashable, Comparable, Strideable, CustomStringConvertible {
  public let cell: Int32

  @inlinable public init(cell: Int32) { self.cell = cell }
  public init(of day: Day) { cell = day.month }

  @inlinable public static func < (left: Month, right: Month) -> Bool { left.cell < right.cell }
  @inlinable public func distance(to other: Month) -> Int { Int(other.cell) - Int(cell) }
  @inlinable public func advanced(by months: Int) -> Month { Month(cell: cell + Int32(months)) }

  /// The first day; traps outside of the calendar's years.
  public var firstDay: Day {
    guard let day = Day(year: Int(cell) / 12, month: Int(cell) % 12 + 1, day: 1) else {
      preconditionFailure("a month outside of the calendar")
    }
    return day
  }

  /// `2025-03`
  public var description: String { String(firstDay.description.prefix(7)) }
}
