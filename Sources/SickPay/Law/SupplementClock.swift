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
/// Steps change on the hour and the clock is changed by whole hours, so running sums over the hours
/// of real time answer for any stretch with two look-ups, whatever midnights and changes of the
/// clock lie in it.
public struct SupplementClock: Sendable {
  /// Worked out once: every scan asks the same calendar.
  public static let shared = SupplementClock()

  @usableFromInline static let secondsOfHour: Int32 = 3600
  /// The first and the last second of the calendar, as moments' values.
  @usableFromInline let first, last: Int32
  /// The minutes of each step from there to the start of each hour, and to the end of the last.
  @usableFromInline let before: [SIMD4<Int32>]
  @usableFromInline let firstDay: Int
  /// Whether a day of the calendar, the one before or the one after is a storhelg.
  @usableFromInline let touchesGreat: [Bool]

  private init() {
    let days = HolidayCalendar.days
    first = SupplementClock.midnight(days.lowerBound)
    firstDay = Int(days.lowerBound.number)
    touchesGreat = days.map { day in
      (-1...1).contains { HolidayCalendar.kind(day.advanced(by: $0)) == .great }
    }
    var sums = [SIMD4<Int32>.zero]
    sums.reserveCapacity(days.count * 24 + 1)
    var sum = SIMD4<Int32>.zero
    for day in days {
      let kind = DayKind(day)
      for hour in SupplementClock.wallHours(day) {
        if let step = kind.step(hour: hour) { sum[step.rawValue] += 60 }
        sums.append(sum)
      }
    }
    before = sums
    last = SupplementClock.midnight(days.upperBound.advanced(by: 1)) - 1
  }

  private static func midnight(_ day: Day) -> Int32 {
    SwedishTime.moments(WallTime(day: day, secondOfDay: 0)).first.value
  }

  /// What the clock shows at each hour of a day: one is lacking or comes twice where it is changed.
  private static func wallHours(_ day: Day) -> [Int] {
    let midnight = midnight(day)
    let hours = Int(self.midnight(day.advanced(by: 1)) - midnight) / Int(secondsOfHour)
    return (0..<hours).map { hour in
      if hours == 24 { return hour }
      let moment = Moment(value: midnight + Int32(hour) * secondsOfHour)
      return Int(SwedishTime.wallTime(moment).secondOfDay / secondsOfHour)
    }
  }

  /// Whether a day, the one before or the one after is a storhelg.
  @inlinable public func touchesGreatHoliday(_ day: Day) -> Bool {
    let place = Int(day.number) - firstDay
    return touchesGreat.indices.contains(place) && touchesGreat[place]
  }

  /// The time with OB between two moments; whole minutes are exact, others rounded down to them.
  /// Outside of the calendar's years there is none.
  @inlinable public func time(from start: Moment, to end: Moment) -> SupplementTime {
    SupplementTime(minutes: minutes(until: end) &- minutes(until: start))
  }

  @inline(__always) @inlinable func minutes(until moment: Moment) -> SIMD4<Int32> {
    let minute = UInt32(min(max(moment.value, first), last) &- first) / 60
    let hour = Int(minute / 60)
    let (start, end) = (before[hour], before[hour + 1])
    // An hour has one step: its lane has grown, and as much as the clock has gone of it counts.
    let gone = SIMD4(repeating: Int32(truncatingIfNeeded: minute % 60))
    return start &+ gone.replacing(with: 0, where: start .== end)
  }
}

/// A day as OB knows it: its weekday, and whether it, the day before and the day after are
/// holidays.
private struct DayKind {
  let weekday: Int
  let isHoliday, followsHoliday, precedesHoliday: Bool

  enum Step: Int { case evening, night, weekend }

  init(_ day: Day) {
    func isHoliday(_ days: Int) -> Bool {
      HolidayCalendar.kind(day.advanced(by: days)) != .ordinary
    }
    weekday = day.weekday
    (followsHoliday, self.isHoliday, precedesHoliday) = (isHoliday(-1), isHoliday(0), isHoliday(1))
  }

  func step(hour: Int) -> Step? {
    let isWeekend =
      weekday >= 5 || (weekday == 4 && hour >= 19) || (weekday == 0 && hour < 7) || isHoliday
      || (precedesHoliday && hour >= 19) || (followsHoliday && hour < 7)
    if isWeekend { return .weekend }
    if hour >= 22 || hour < 6 { return .night }
    return hour >= 19 ? .evening : nil
  }
}
