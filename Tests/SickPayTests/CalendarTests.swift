import SickPay
import Testing

struct CalendarTests {
  @Test func `day numbers and civil dates are inverse over four centuries`() throws {
    var expected = try #require(Day(year: 1800, month: 1, day: 1)).number
    for year in 1800...2199 {
      for month in 1...12 {
        for day in 1...Day.length(ofMonth: month, year: year) {
          let date = try #require(Day(year: year, month: month, day: day))
          #expect(date.number == expected)
          #expect(date.civil == (year, month, day))
          expected += 1
        }
      }
    }
  }

  @Test func `1970-01-01 is day 0 and a Thursday`() throws {
    let day = try #require(Day(iso: "1970-01-01"))
    #expect(day.number == 0)
    #expect(day.weekday == 3)
  }

  @Test(arguments: ["2025-02-29", "2025-13-01", "2025-00-10", "2025-1-01", "25-01-01", ""])
  func `a day that the calendar lacks is none`(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func `the leap day moves to the last of a shorter February`() throws {
    let leap = try #require(Day(iso: "2024-02-29"))
    #expect(leap.adding(months: 12).description == "2025-02-28")
    #expect(leap.adding(months: -24).description == "2022-02-28")
  }
}

struct SwedishTimeTests {
  private func wall(_ day: String, _ hour: Int, _ minute: Int = 0) throws -> WallTime {
    WallTime(day: try #require(Day(iso: day)), secondOfDay: Int32(hour * 3600 + minute * 60))
  }

  private func hours(_ from: WallTime, _ to: WallTime) throws -> Double {
    let (start, end) = try #require(SwedishTime.interval(from: from, to: to))
    return Double((end - start).value) / 3600
  }

  @Test func `a night shift over the change to summer time lasts an hour less`() throws {
    #expect(try hours(wall("2025-03-29", 22), wall("2025-03-30", 6)) == 7)
  }

  @Test func `a night shift over the change to winter time lasts an hour more`() throws {
    #expect(try hours(wall("2025-10-25", 22), wall("2025-10-26", 6)) == 9)
  }

  @Test(arguments: [
    ("2025-03-29", "2025-03-30", 47), ("2025-10-25", "2025-10-27", 73),
    ("2025-03-03", "2025-03-03", 24),
    ("1930-03-03", "1930-03-05", 72), ("1950-03-03", "2025-03-05", 657_528),
  ])
  func `days last as long as real time says, on any days`(
    first: String, last: String, hours: Int64
  ) throws {
    let (first, last) = (try #require(Day(iso: first)), try #require(Day(iso: last)))
    #expect(SwedishTime.length(of: first...last) == Seconds(hours: hours))
  }

  @Test func `a moment that no cell holds is the first that one does`() throws {
    #expect(SwedishTime.moments(try wall("1930-01-01", 0)).first == Moment(value: .min))
  }

  @Test func `a night shift over a month's end or the leap day lasts as the clock says`() throws {
    #expect(try hours(wall("2025-04-30", 22), wall("2025-05-01", 6)) == 8)
    #expect(try hours(wall("2024-02-28", 22), wall("2024-02-29", 6)) == 8)
  }

  @Test func `a time in the skipped hour is read an hour later`() throws {
    #expect(try hours(wall("2025-03-30", 2, 30), wall("2025-03-30", 4)) == 0.5)
  }

  @Test func `in the hour that comes twice the reading that puts start before end is taken`() throws
  {
    #expect(try hours(wall("2025-10-26", 2, 30), wall("2025-10-26", 2, 15)) == 0.75)
    #expect(try hours(wall("2025-10-26", 2, 15), wall("2025-10-26", 2, 30)) == 0.25)
  }

  @Test func `every hour of forty years comes back from real time`() throws {
    let first = try #require(Day(iso: "2000-01-01"))
    for offset in stride(from: 0, to: 40 * 365, by: 1) {
      for hour in [0, 1, 3, 12, 23] {
        let time = WallTime(day: first.advanced(by: offset), secondOfDay: Int32(hour * 3600))
        #expect(SwedishTime.wallTime(SwedishTime.moments(time).first) == time)
      }
    }
  }
}
