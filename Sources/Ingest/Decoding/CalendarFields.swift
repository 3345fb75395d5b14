import SickPay

/// `2025-05-06` as a day number.
@inline(__always)
func dayCell(_ text: Span<UInt8>, years: ClosedRange<Int>) -> CellResult {
  guard text.count == 10 else { return .problem(.notADate) }
  // The second word ends with the text; its last two bytes are those of the day.
  return dayCell(text.word(at: 0), text.word(at: 2) >> 48, years: years)
}

/// `2025-05`, `202505` or any day of the month, as a month number (see `Day.month`).
func monthCell(_ text: Span<UInt8>, years: ClosedRange<Int>) -> CellResult {
  if text.count == 10 {
    guard case .cell(let day) = dayCell(text, years: years) else { return .problem(.notAMonth) }
    return .cell(Day(number: day).month)
  }
  let hasDash = text.count == 7 && text[4] == dash
  guard hasDash || text.count == 6, let year = number(text, 0, 4),
    let month = number(text, hasDash ? 5 : 4, 2), 1...12 ~= month
  else { return .problem(.notAMonth) }
  guard years.contains(year) else { return .problem(.beyondLimit) }
  return .cell(Int32(year * 12 + month - 1))
}

/// - Parameters:
///   - yearAndMonth: `2025-05-`, the first byte in the lowest place.
///   - dayOfMonth: `06` in the lowest two bytes; those above are not looked at.
@inline(__always)
private func dayCell(
  _ yearAndMonth: UInt64, _ dayOfMonth: UInt64, years: ClosedRange<Int>
) -> CellResult {
  // Where a dash stands, nothing may be left; elsewhere a digit.
  let head = yearAndMonth ^ 0x2d30_302d_3030_3030
  let tail = (dayOfMonth ^ 0x3030) & 0xffff
  guard ((head &+ 0x7f76_767f_7676_7676) | head) & 0x8080_8080_8080_8080 == 0,
    Digits.areDigits(tail)
  else { return .problem(.notADate) }
  // Each byte becomes ten of itself and one of the next.
  let pairs = head &* 10 &+ head >> 8
  let year = Int(pairs & 0xff) * 100 + Int(pairs >> 16 & 0xff)
  let month = Int(pairs >> 40 & 0xff)
  let day = Int32(truncatingIfNeeded: (tail & 0xff) * 10 + tail >> 8)
  guard years.contains(year) else { return .problem(.beyondLimit) }
  guard 1...12 ~= month else { return .problem(.noSuchDate) }
  let place = (year - IngestLimits.years.lowerBound) * 12 + month - 1
  let first = firstDays[place]
  guard day >= 1, day <= firstDays[place + 1] - first else { return .problem(.noSuchDate) }
  return .cell(first + day - 1)
}

/// The first day of every month of `IngestLimits.years`, and of the one after.
private let firstDays: [Int32] = (0...IngestLimits.years.count * 12).map { month in
  let year = IngestLimits.years.lowerBound + month / 12
  guard let day = Day(year: year, month: month % 12 + 1, day: 1) else {
    preconditionFailure("every month has a first day")
  }
  return day.number
}

/// What the wall clock shows, or why the text does not say.
enum WallTimeResult {
  case time(WallTime)
  case problem(RejectReason)
}

/// `2025-05-06 20:00`, with seconds or `T` where the sender writes them; `24:00` is the day's end.
@inline(__always)
func wallTime(_ text: Span<UInt8>) -> WallTimeResult {
  guard text.count == 16 || text.count == 19 else { return .problem(.notATime) }
  let (start, end) = (text.word(at: 0), text.word(at: 8))
  // `20:00` in the lowest five bytes: where the colon stands, nothing may be left.
  let time = (end >> 24 ^ 0x30_303a_3030) & 0xff_ffff_ffff
  let separator = UInt8(truncatingIfNeeded: end >> 16)
  guard separator == UInt8(ascii: " ") || separator == UInt8(ascii: "T"),
    ((time &+ 0x76_767f_7676) | time) & 0x80_8080_8080 == 0
  else { return .problem(.notATime) }
  let pairs = time &* 10 &+ time >> 8
  let (hour, minute) = (Int32(pairs & 0xff), Int32(pairs >> 24 & 0xff))
  var second: Int32 = 0
  if text.count == 19 {
    guard text[16] == colon, let given = number(text, 17, 2) else { return .problem(.notATime) }
    second = Int32(given)
  }
  let secondOfDay = hour * 3600 + minute * 60 + second
  guard minute < 60, second < 60, secondOfDay <= 86_400 else { return .problem(.notATime) }
  switch dayCell(start, end, years: IngestLimits.shiftYears) {
  case .cell(let day):
    return .time(WallTime(day: Day(number: day), secondOfDay: secondOfDay))
  case .problem(let reason): return .problem(reason)
  }
}

private let dash = UInt8(ascii: "-")
private let colon = UInt8(ascii: ":")

private func number(_ text: Span<UInt8>, _ start: Int, _ length: Int) -> Int? {
  var value = 0
  for index in start..<start + length {
    let digit = text[index] &- UInt8(ascii: "0")
    if digit > 9 { return nil }
    value = value * 10 + Int(digit)
  }
  return value
}
