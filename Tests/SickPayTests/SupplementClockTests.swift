import SickPay
import Testing

/// One line: the stretch, and its hours of evening, night and weekend OB.
struct StretchCase: Sendable, CustomTestStringConvertible {
  let date: String
  let from: Int
  let hours: Int
  let evening: Int64
  let night: Int64
  let weekend: Int64

  init(
    _ date: String, _ from: Int, _ hours: Int, _ evening: Int64, _ night: Int64, _ weekend: Int64
  ) {
    (self.date, self.from, self.hours) = (date, from, hours)
    (self.evening, self.night, self.weekend) = (evening, night, weekend)
  }

  var testDescription: String { "\(date) from \(from) for \(hours) h" }
}

private let stretches = [
  StretchCase("2025-03-04", 8, 8, 0, 0, 0),  // a Tuesday's day
  StretchCase("2025-03-04", 16, 8, 3, 2, 0),
  StretchCase("2025-03-04", 20, 12, 2, 8, 0),  // over midnight
  StretchCase("2025-03-07", 16, 8, 0, 0, 5),  // Friday evening is weekend from 19
  StretchCase("2025-03-09", 22, 10, 0, 0, 9),  // Monday morning until 07
  StretchCase("2025-03-31", 20, 12, 2, 8, 0),  // over a month's end
  StretchCase("2024-02-29", 8, 24, 3, 8, 0),  // leap day
  StretchCase("2025-04-30", 16, 8, 0, 0, 5),  // the eve of the first of May
  StretchCase("2025-05-02", 0, 10, 0, 0, 7),  // and the morning after it
  StretchCase("2025-06-05", 20, 8, 0, 0, 8),  // before the National Day, a Friday
  StretchCase("2025-12-23", 16, 8, 0, 0, 5),  // before Christmas Eve
  StretchCase("2025-05-29", 8, 4, 0, 0, 4),  // Ascension Day
  StretchCase("2025-02-22", 16, 80, 6, 10, 39),  // from Saturday to Wednesday
  StretchCase("2025-03-29", 22, 10, 0, 0, 10),  // the clock set forward on a Sunday
  StretchCase("2025-10-25", 20, 40, 0, 0, 36),  // set back on the Sunday, which has 25 hours
  StretchCase("1999-12-31", 12, 8, 0, 0, 0),  // before the calendar
  StretchCase("2068-01-01", 12, 8, 0, 0, 0),  // after it
]

struct SupplementClockTests {
  @Test(arguments: stretches)
  func `each step has its hours`(_ stretch: StretchCase) throws {
    let day = try #require(Day(iso: stretch.date))
    let start = SwedishTime.moments(WallTime(day: day, secondOfDay: Int32(stretch.from) * 3600))
      .first
    let time = SupplementClock.shared.time(
      from: start, to: start.adding(Seconds(Int64(stretch.hours) * 3600)))
    #expect(time.evening == stretch.evening * 3600)
    #expect(time.night == stretch.night * 3600)
    #expect(time.weekend == stretch.weekend * 3600)
  }

  /// The dates are those of the almanac.
  @Test(arguments: [
    ("2024-03-31", "2024-06-22", "2024-11-02"), ("2025-04-20", "2025-06-21", "2025-11-01"),
    ("2026-04-05", "2026-06-20", "2026-10-31"),
  ])
  func `movable holidays fall on their dates`(
    _ easter: String, _ midsummer: String, _ allSaints: String
  ) throws {
    let days = try [easter, midsummer, allSaints].map { try #require(Day(iso: $0)) }
    #expect(days.map(HolidayCalendar.kind) == [.great, .great, .red])
    #expect(HolidayCalendar.kind(days[0].advanced(by: -3)) == .ordinary)
    #expect(HolidayCalendar.kind(days[0].advanced(by: 39)) == .red)
    #expect(HolidayCalendar.kind(days[0].advanced(by: 49)) == .great)
  }

  @Test func `a stretch is the sum of its minutes, with the hour that comes twice`() throws {
    // Sunday 2025-10-26 has 25 hours, all of them weekend; Monday's night lasts to 07.
    let day = try #require(Day(iso: "2025-10-26"))
    let start = SwedishTime.moments(WallTime(day: day, secondOfDay: 0)).first
    let clock = SupplementClock.shared
    var sum = SupplementTime()
    for minute in 0..<Int64(35 * 60) {
      let from = start.adding(Seconds(minute * 60))
      sum += clock.time(from: from, to: from.adding(Seconds(60)))
    }
    #expect(sum == clock.time(from: start, to: start.adding(Seconds(35 * 3600))))
    #expect(sum.weekend == 32 * 3600)
  }
}
