/// Time with OB by the step that pays most.
public struct SupplementTime: Sendable, Equatable {
  /// Whole minutes of evening, night and weekend; the last lane is unused.
  @usableFromInline var minutes: SIMD4<Int32>

  @inlinable public init() { minutes = .zero }
  @inlinable init(minutes: SIMD4<Int32>) { self.minutes = minutes }

  /// Seconds.
  public var evening: Int64 { Int64(minutes[0]) * 60 }
  public var night: Int64 { Int64(minutes[1]) * 60 }
  public var weekend: Int64 { Int64(minutes[2]) * 60 }

  /// Sums past 4,000 years wrap around.
  @inlinable public static func += (left: inout SupplementTime, right: SupplementTime) {
    left.minutes &+= right.minutes
  }

  /// Rates times time, in 1/10,000 kr · seconds an hour.
  @inlinable public func value(_ steps: SupplementSteps) -> Int64 {
    60
      * (Int64(minutes[0]) * Int64(steps.evening.tenThousandths)
        + Int64(minutes[1]) * Int64(steps.night.tenThousandths)
        + Int64(minutes[2]) * Int64(steps.weekend.tenThousandths))
  }
}

/// Which minutes carry which step of OB: evening 19–22, night 22–06, and over both weekend from
/// Friday 19 to Monday 07, and holidays with the same shoulders (the agreements for personlig
/// assistans; assistanskoll.se, "OB-tillägg").
///
/// A day is one of 56 kinds: its weekday, and whether it, the day before and the day after are
/// holidays. Steps change on the hour, so running sums over each kind's hours answer for any
/// stretch with two look-ups a day, in a table small enough for the nearest cache.
public struct SupplementClock: Sendable {
  @usableFromInline static let minutesOfDay = 1440
  private static let kinds = 56
  /// The minutes of each step before an hour of a kind of day, and which step the hour itself has.
  @usableFromInline struct Hour: Sendable {
    @usableFromInline var before: SIMD4<Int32>
    @usableFromInline var step: SIMD4<Int32>
  }
  private static let hoursOfDay = 24
  /// Hours 0 to 24, kind by kind.
  @usableFromInline static let hoursOfKind = 25
  @usableFromInline let hours: [Hour]
  @usableFromInline let firstDay: Int
  /// The kind of each day that the calendar of holidays knows.
  @usableFromInline let kindOfDay: [UInt8]
  /// Whether it, the day before or the day after is a storhelg.
  @usableFromInline let touchesGreat: [Bool]

  public init() {
    let days = HolidayCalendar.days
    firstDay = Int(days.lowerBound.number)
    kindOfDay = days.map { day in
      let places = (0...2).reduce(0) { places, place in
        let isHoliday = HolidayCalendar.kind(day.advanced(by: place - 1)) != .ordinary
        return places + (isHoliday ? 1 << place : 0)
      }
      return UInt8(day.weekday + 7 * places)
    }
    touchesGreat = days.map { day in
      (-1...1).contains { HolidayCalendar.kind(day.advanced(by: $0)) == .great }
    }
    hours = (0..<SupplementClock.kinds).flatMap(SupplementClock.hours)
  }

  private static func hours(ofKind kind: Int) -> [Hour] {
    var before = SIMD4<Int32>.zero
    return (0..<hoursOfKind).map { hour in
      var now = Hour(before: before, step: .zero)
      if hour < hoursOfDay, let step = step(kind, hour: hour) { now.step[step.rawValue] = 1 }
      before &+= now.step &* 60
      return now
    }
  }

  private enum Step: Int { case evening, night, weekend }

  private static func step(_ kind: Int, hour: Int) -> Step? {
    let (weekday, places) = (kind % 7, kind / 7)
    let (dayBefore, itself, dayAfter) = (places & 1 != 0, places & 2 != 0, places & 4 != 0)
    let isWeekend =
      weekday >= 5 || (weekday == 4 && hour >= 19) || (weekday == 0 && hour < 7) || itself
      || (dayAfter && hour >= 19) || (dayBefore && hour < 7)
    if isWeekend { return .weekend }
    if hour >= 22 || hour < 6 { return .night }
    return hour >= 19 ? .evening : nil
  }

  /// Whether a day, the one before or the one after is a storhelg.
  @inlinable public func touchesGreatHoliday(_ day: Day) -> Bool {
    let place = Int(day.number) - firstDay
    return touchesGreat.indices.contains(place) && touchesGreat[place]
  }

  /// 0…55; outside of the calendar the weekday alone.
  @inlinable func kind(_ day: Day) -> Int {
    let place = Int(day.number) - firstDay
    return kindOfDay.indices.contains(place) ? Int(kindOfDay[place]) : day.weekday
  }

  /// The time with OB of a stretch by the wall clock.
  ///
  /// - Parameters:
  ///   - day: On which the stretch starts.
  ///   - secondOfDay: When it starts, 0 or more; past 86,399 it is on a later day.
  ///   - length: Seconds, 0 or more; whole minutes are exact, others rounded down to them.
  @inlinable public func time(
    day: Day, secondOfDay: Int32, length: Int32
  ) -> SupplementTime {
    var minute = Int(max(0, secondOfDay)) / 60
    var day = day.advanced(by: minute / SupplementClock.minutesOfDay)
    minute %= SupplementClock.minutesOfDay
    var left = Int(length) / 60
    var time = SupplementTime()
    while left > 0 {
      let end = min(SupplementClock.minutesOfDay, minute + left)
      let kind = kind(day)
      time += SupplementTime(minutes: minutes(kind, before: end) &- minutes(kind, before: minute))
      left -= end - minute
      minute = 0
      day = day.advanced(by: 1)
    }
    return time
  }

  @inlinable func minutes(_ kind: Int, before minute: Int) -> SIMD4<Int32> {
    let hour = hours[kind * SupplementClock.hoursOfKind + minute / 60]
    return hour.before &+ hour.step &* Int32(truncatingIfNeeded: minute % 60)
  }
}
