/// A moment in real time: whole seconds since 2000-01-01 00:00 UTC.
public struct Moment: Cell, Hashable, Comparable {
  public var value: Int32

  @inlinable public init(value: Int32) { self.value = value }
  @inlinable public init(cell: Int32) { value = cell }
  @inlinable public var cell: Int32 { value }

  @inlinable public static func < (left: Moment, right: Moment) -> Bool { left.value < right.value }
  @inlinable public static func - (left: Moment, right: Moment) -> Seconds {
    Seconds(Int64(left.value) - Int64(right.value))
  }
  public func adding(_ seconds: Seconds) -> Moment {
    Moment(value: value + Int32(seconds.value))
  }
}

/// What the clock on the wall says in Sweden: a day and the seconds since its midnight.
public struct WallTime: Hashable, Comparable, Sendable {
  public var day: Day
  public var secondOfDay: Int32

  public init(day: Day, secondOfDay: Int32) {
    self.day = day
    self.secondOfDay = secondOfDay
  }

  /// Seconds since 2000-01-01 00:00 as if the clock were never changed.
  var clockSeconds: Int64 {
    Int64(day.number - SwedishTime.epoch) * 86_400 + Int64(secondOfDay)
  }

  /// The length from here to there as the clock on the wall shows it.
  public func distance(to other: WallTime) -> Seconds {
    Seconds(other.clockSeconds - clockSeconds)
  }

  public static func < (left: WallTime, right: WallTime) -> Bool {
    left.clockSeconds < right.clockSeconds
  }
}

/// Swedish wall clock to real time and back.
///
/// Summer time runs from the last Sunday of March to the last Sunday of October, both changes at
/// 01:00 UTC (directive 2000/84/EC, articles 2 and 3; in Sweden förordning 2001:127). Years 2000
/// to 2067; a moment before 1931-12-14, which no cell holds, becomes the first that one does.
public enum SwedishTime {
  /// 2000-01-01 as a day number.
  static let epoch: Int32 = 10_957
  static let winterOffset: Int32 = 3600
  static let summerOffset: Int32 = 7200

  /// Whether the clock shows summer time at a moment.
  public static func isSummer(_ moment: Moment) -> Bool {
    let year = Day(number: epoch + floorDivide(moment.value, 86_400)).civil.year
    let change = (spring: change(year: year, month: 3), autumn: change(year: year, month: 10))
    return change.spring <= moment.value && moment.value < change.autumn
  }

  public static func wallTime(_ moment: Moment) -> WallTime {
    let local = moment.value + (isSummer(moment) ? summerOffset : winterOffset)
    let day = floorDivide(local, 86_400)
    return WallTime(day: Day(number: epoch + day), secondOfDay: local - day * 86_400)
  }

  /// The moments that the wall clock may mean: one; two in the hour that comes twice, the earlier
  /// first; in the hour that is skipped, the moment an hour later on the clock.
  public static func moments(_ wall: WallTime) -> (first: Moment, second: Moment) {
    // Only the two days of change need more than the season's offset.
    if let season = offset(of: wall.day) {
      let moment = moment(wall, offset: season)
      return (moment, moment)
    }
    let asSummer = moment(wall, offset: summerOffset)
    let asWinter = moment(wall, offset: winterOffset)
    switch (isSummer(asSummer), isSummer(asWinter)) {
    case (true, true): return (asSummer, asSummer)
    case (false, false): return (asWinter, asWinter)
    case (true, false): return (asSummer, asWinter)  // the hour that comes twice
    case (false, true): return (asWinter, asWinter)  // the skipped hour, read an hour later
    }
  }

  /// Real time of an interval on the wall clock. An hour that comes twice is read so that the start
  /// comes before the end, else by its first occurrence. `nil` when no reading does that.
  public static func interval(from start: WallTime, to end: WallTime) -> (Moment, Moment)? {
    // Nearly always within one day whose clock is not changed.
    if start.day == end.day, let season = offset(of: start.day) {
      guard start.secondOfDay < end.secondOfDay else { return nil }
      return (moment(start, offset: season), moment(end, offset: season))
    }
    let (starts, ends) = (moments(start), moments(end))
    if starts.first < ends.first { return (starts.first, ends.first) }
    if starts.first < ends.second { return (starts.first, ends.second) }
    return nil
  }

  /// The real time from the first day's midnight to the one after the last, on any days.
  public static func length(of days: ClosedRange<Day>) -> Seconds {
    let clock = (Int64(days.lowerBound.distance(to: days.upperBound)) + 1) * 86_400
    let (start, end) = (days.lowerBound, days.upperBound.advanced(by: 1))
    return Seconds(clock + Int64(midnightOffset(start) - midnightOffset(end)))
  }

  /// On the two days of change, the clock is changed after midnight.
  private static func midnightOffset(_ day: Day) -> Int32 {
    offset(of: day) ?? (day.civil.month == 3 ? winterOffset : summerOffset)
  }

  private static func moment(_ wall: WallTime, offset: Int32) -> Moment {
    Moment(value: Int32(clamping: wall.clockSeconds - Int64(offset)))
  }

  /// The offset of every moment of a day, `nil` for the two days on which it changes.
  private static func offset(of day: Day) -> Int32? {
    let place = Int(day.number - epoch)
    return offsets.indices.contains(place) ? offsets[place] : computedOffset(of: day)
  }

  /// For each day from 2000-01-01 to 2067-12-31, computed once.
  private static let offsets: [Int32?] = (0..<24_837).map {
    computedOffset(of: Day(number: epoch + $0))
  }

  private static func computedOffset(of day: Day) -> Int32? {
    let (_, month, number) = day.civil
    guard month == 3 || month == 10 else {
      return 4...9 ~= month ? summerOffset : winterOffset
    }
    if day.weekday == 6, number >= 25 { return nil }
    // Both months have 31 days: past the last Sunday, the next one would be the 32nd or later.
    let changed = number + 6 - day.weekday > 31
    return (month == 3) == changed ? summerOffset : winterOffset
  }

  /// 01:00 UTC on the last Sunday of the month, as a moment's value.
  private static func change(year: Int, month: Int) -> Int64 {
    guard let last = Day(year: year, month: month, day: 31) else {
      preconditionFailure("March and October have 31 days")
    }
    let sunday = last.number - Int32((last.weekday + 1) % 7)
    return Int64(sunday - epoch) * 86_400 + 3600
  }

  private static func floorDivide(_ value: Int32, _ divisor: Int32) -> Int32 {
    let quotient = value / divisor
    return value < 0 && quotient * divisor != value ? quotient - 1 : quotient
  }
}
