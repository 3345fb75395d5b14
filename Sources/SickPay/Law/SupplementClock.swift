/// Time with OB, in seconds, by the step that pays most.
public struct SupplementTime: Sendable, Equatable {
  public var evening: Int64 = 0
  public var night: Int64 = 0
  public var weekend: Int64 = 0

  @inlinable public init(evening: Int64 = 0, night: Int64 = 0, weekend: Int64 = 0) {
    (self.evening, self.night, self.weekend) = (evening, night, weekend)
  }

  @inlinable public static func += (left: inout SupplementTime, right: SupplementTime) {
    left.evening += right.evening
    left.night += right.night
    left.weekend += right.weekend
  }

  /// Rates times time, in 1/10,000 kr · seconds an hour.
  @inlinable public func value(_ steps: SupplementSteps) -> Int64 {
    evening * Int64(steps.evening.tenThousandths) + night * Int64(steps.night.tenThousandths)
      + weekend * Int64(steps.weekend.tenThousandths)
  }
}

/// Which seconds of a week carry which step of OB: evening 19–22, night 22–06, and over both
/// weekend from Friday 19 to Monday 07, and holidays with the same shoulders (the agreements for
/// personlig assistans; assistanskoll.se, "OB-tillägg").
///
/// Running sums over two weeks answer for any stretch that starts in the first with two look-ups.
public struct SupplementClock: Sendable {
  @usableFromInline static let minutesOfWeek = 10_080
  /// Minutes of each step before a minute of the two weeks.
  @usableFromInline let evening: [Int32]
  @usableFromInline let night: [Int32]
  @usableFromInline let weekend: [Int32]

  public init() {
    var (evening, night, weekend): ([Int32], [Int32], [Int32]) = ([0], [0], [0])
    for minute in 0..<2 * SupplementClock.minutesOfWeek {
      let step = SupplementClock.step(weekday: minute / 1440 % 7, hour: minute / 60 % 24)
      evening.append(evening[minute] + (step == .evening ? 1 : 0))
      night.append(night[minute] + (step == .night ? 1 : 0))
      weekend.append(weekend[minute] + (step == .weekend ? 1 : 0))
    }
    (self.evening, self.night, self.weekend) = (evening, night, weekend)
  }

  private enum Step { case none, evening, night, weekend }

  private static func step(weekday: Int, hour: Int) -> Step {
    let isWeekend =
      weekday >= 5 || (weekday == 4 && hour >= 19) || (weekday == 0 && hour < 7)
    if isWeekend { return .weekend }
    if hour >= 22 || hour < 6 { return .night }
    return hour >= 19 ? .evening : .none
  }

  /// The time with OB of a stretch by the wall clock.
  ///
  /// - Parameters:
  ///   - day: On which the stretch starts.
  ///   - secondOfDay: When it starts, 0…86,399.
  ///   - length: Seconds, 0 to a week; whole minutes are exact, others rounded down to them.
  @inlinable public func time(
    day: Day, secondOfDay: Int32, length: Int32
  ) -> SupplementTime {
    if HolidayCalendar.isNearHoliday(day) || HolidayCalendar.isNearHoliday(day.advanced(by: 1)) {
      return timeNearHoliday(day: day, secondOfDay: secondOfDay, length: length)
    }
    let from = day.weekday * 1440 + Int(secondOfDay) / 60
    let to = min(from + Int(length) / 60, 2 * SupplementClock.minutesOfWeek)
    return SupplementTime(
      evening: Int64(evening[to] - evening[from]) * 60,
      night: Int64(night[to] - night[from]) * 60,
      weekend: Int64(weekend[to] - weekend[from]) * 60)
  }

  /// Hour by hour, since a holiday may fall on any weekday.
  @usableFromInline func timeNearHoliday(
    day: Day, secondOfDay: Int32, length: Int32
  ) -> SupplementTime {
    var time = SupplementTime()
    var (minute, left) = (Int(secondOfDay) / 60, Int(length) / 60)
    while left > 0 {
      let part = min(left, 60 - minute % 60)
      let date = day.advanced(by: minute / 1440)
      let hour = minute / 60 % 24
      let isHoliday =
        HolidayCalendar.kind(date) != .ordinary
        || (hour >= 19 && HolidayCalendar.kind(date.advanced(by: 1)) != .ordinary)
        || (hour < 7 && HolidayCalendar.kind(date.advanced(by: -1)) != .ordinary)
      switch isHoliday ? .weekend : SupplementClock.step(weekday: date.weekday, hour: hour) {
      case .none: break
      case .evening: time.evening += Int64(part) * 60
      case .night: time.night += Int64(part) * 60
      case .weekend: time.weekend += Int64(part) * 60
      }
      minute += part
      left -= part
    }
    return time
  }
}
