/// The day of each of a shift's times, where they stand as times of day beside one column of days.
///
/// A time that ends before it starts ends on the next day. A substitute's times are those of the
/// day on which they share most with the shift: from 00:00 in a shift from 20:00 is the day after.
struct ShiftDays: Sendable {
  enum Moment: String, Sendable {
    case start, slut
    case vikarieStart = "vikarie_start"
    case vikarieSlut = "vikarie_slut"
  }

  /// The places of the times in a record.
  private let places: [Moment: Int]

  private static let day = 86_400

  /// - Parameter columns: Those that take their day from another column.
  init(_ columns: [ColumnMapping]) {
    var places: [Moment: Int] = [:]
    for column in columns {
      guard let moment = Moment(rawValue: column.column) else { continue }
      places[moment] = column.place
    }
    self.places = places
  }

  /// Days after the day of the record on which a time lies.
  func offset(_ column: String, _ cells: [String]) -> Int {
    guard let moment = Moment(rawValue: column) else { return 0 }
    let shift = span(.start, .slut, cells)
    switch moment {
    case .start: return 0
    case .slut: return endsNextDay(.start, .slut, cells) ? 1 : 0
    case .vikarieStart, .vikarieSlut:
      guard let worked = span(.vikarieStart, .vikarieSlut, cells) else { return 0 }
      let later = isDayAfter(worked, shift) ? 1 : 0
      let isEnd = moment == .vikarieSlut && endsNextDay(.vikarieStart, .vikarieSlut, cells)
      return isEnd ? later + 1 : later
    }
  }

  private func endsNextDay(_ start: Moment, _ end: Moment, _ cells: [String]) -> Bool {
    guard let from = seconds(start, cells), let to = seconds(end, cells) else { return false }
    return to <= from
  }

  /// Seconds from the midnight that begins the record's day; the end lies after the start.
  private func span(_ start: Moment, _ end: Moment, _ cells: [String]) -> Range<Int>? {
    guard let from = seconds(start, cells), let to = seconds(end, cells) else { return nil }
    return from..<(to <= from ? to + ShiftDays.day : to)
  }

  private func seconds(_ moment: Moment, _ cells: [String]) -> Int? {
    guard let place = places[moment], place < cells.count,
      let time = timeOfDay(cells[place])
    else { return nil }
    return time.hour * 3600 + time.minute * 60 + time.second
  }

  private func isDayAfter(_ worked: Range<Int>, _ shift: Range<Int>?) -> Bool {
    guard let shift else { return false }
    let next = worked.lowerBound + ShiftDays.day..<worked.upperBound + ShiftDays.day
    return next.clamped(to: shift).count > worked.clamped(to: shift).count
  }
}
