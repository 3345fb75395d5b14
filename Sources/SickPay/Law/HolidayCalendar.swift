/// The Swedish public holidays (lag 1989:253 om allmänna helgdagar), and the eves that agreements
/// treat like them.
public enum HolidayCalendar {
  public enum Kind: UInt8, Sendable {
    /// An ordinary day, Sundays included: the week itself says what they are.
    case ordinary
    /// A holiday: red all day, from 19 the evening before and until 07 the morning after.
    case red
    /// Christmas, New Year, Easter, Whitsun and Midsummer with their eves (storhelg).
    case great
  }

  /// What a day is; ordinary outside of the years 2000 to 2067.
  public static func kind(_ day: Day) -> Kind {
    days.contains(day) ? kinds[days.lowerBound.distance(to: day)] : .ordinary
  }

  /// The days that the calendar knows: 2000-01-01 to 2067-12-31.
  static let days = Day(number: 10_957)...Day(number: 35_793)

  private static let kinds: [Kind] = {
    var kinds = Array(repeating: Kind.ordinary, count: days.count)
    for year in 2000...2067 {
      for (day, kind) in holidays(year: year) { kinds[days.lowerBound.distance(to: day)] = kind }
    }
    return kinds
  }()

  private static func holidays(year: Int) -> [(Day, Kind)] {
    func date(_ month: Int, _ day: Int) -> Day {
      guard let date = Day(year: year, month: month, day: day) else {
        preconditionFailure("holidays are days of the calendar")
      }
      return date
    }
    let easter = easterSunday(year: year)
    // Midsummer Day is the Saturday of 20–26 June, All Saints' that of 31 October – 6 November.
    let midsummer = firstSaturday(from: date(6, 20))
    let allSaints = firstSaturday(from: date(10, 31))
    let red = [date(1, 6), date(5, 1), date(6, 6), easter.advanced(by: 39), allSaints]
    let great =
      [date(1, 1), date(12, 24), date(12, 25), date(12, 26), date(12, 31)]
      + (-2...1).map { easter.advanced(by: $0) } + [48, 49].map { easter.advanced(by: $0) }
      + [midsummer.advanced(by: -1), midsummer]
    return red.map { ($0, Kind.red) } + great.map { ($0, Kind.great) }
  }

  private static func firstSaturday(from day: Day) -> Day {
    day.advanced(by: (5 - day.weekday + 7) % 7)
  }

  /// Easter Sunday of the Gregorian calendar by the anonymous algorithm of 1876 (Meeus,
  /// Astronomical Algorithms, 1991, ch. 8).
  static func easterSunday(year: Int) -> Day {
    let (golden, century, rest) = (year % 19, year / 100, year % 100)
    let leap = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - leap + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let shift = (golden + 11 * epact + 22 * weekday) / 451
    let number = epact + weekday - 7 * shift + 114
    guard let day = Day(year: year, month: number / 31, day: number % 31 + 1) else {
      preconditionFailure("Easter is a day of March or April")
    }
    return day
  }
}
