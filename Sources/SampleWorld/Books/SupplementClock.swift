/// Minutes at inconvenient hours (OB), by step.
struct SupplementMinutes: Equatable {
  var evening: Int64 = 0
  var night: Int64 = 0
  var weekend: Int64 = 0

  static func += (left: inout SupplementMinutes, right: SupplementMinutes) {
    left.evening += right.evening
    left.night += right.night
    left.weekend += right.weekend
  }
}

/// Which minutes of a week carry which step: evening 19–22, night 22–06, and over both weekend from
/// Friday 19 to Monday 07 (the assistance agreements; assistanskoll.se, "OB-tillägg").
///
/// Running sums over two weeks answer for any shift that starts in the first with two look-ups.
struct SupplementClock {
  static let week = 10_080
  private var evening: [Int32] = [0]
  private var night: [Int32] = [0]
  private var weekend: [Int32] = [0]

  init() {
    for minute in 0..<2 * SupplementClock.week {
      let (day, hour) = (minute / 1440 % 7, minute / 60 % 24)
      let isWeekend = day == 5 || day == 6 || day == 4 && hour >= 19 || day == 0 && hour < 7
      let isNight = !isWeekend && (hour >= 22 || hour < 6)
      let isEvening = !isWeekend && 19..<22 ~= hour
      evening.append(evening[minute] + (isEvening ? 1 : 0))
      night.append(night[minute] + (isNight ? 1 : 0))
      weekend.append(weekend[minute] + (isWeekend ? 1 : 0))
    }
  }

  /// - Parameters:
  ///   - minute: minutes since 1970-01-01 00:00 on the wall clock.
  ///   - length: minutes on the wall clock, at most a week.
  func minutes(from minute: Int32, length: Int32) -> SupplementMinutes {
    let start = WallMinute.ofWeek(minute)
    let end = start + Int(length)
    return SupplementMinutes(
      evening: Int64(evening[end] - evening[start]), night: Int64(night[end] - night[start]),
      weekend: Int64(weekend[end] - weekend[start]))
  }
}

/// Wall-clock minutes counted from 1970-01-01 00:00, as if the clock were never changed.
enum WallMinute {
  static func of(day: Int32, minute: Int32) -> Int32 { day * 1440 + minute }
  static func day(_ minute: Int32) -> Int32 { minute / 1440 }
  /// 0 is Monday 00:00; 1970-01-01 was a Thursday.
  static func ofWeek(_ minute: Int32) -> Int { (Int(minute) + 3 * 1440) % SupplementClock.week }
}
