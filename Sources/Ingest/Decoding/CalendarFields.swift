import SickPay

/// `2025-05-06` as a day number.
func dayCell(_ text: Span<UInt8>, years: ClosedRange<Int>) -> CellResult {
  guard text.count == 10 else { return .problem(.notADate) }
  return dayCell(text, at: 0, years: years)
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

private func dayCell(_ text: Span<UInt8>, at start: Int, years: ClosedRange<Int>) -> CellResult {
  guard let year = number(text, start, 4), text[start + 4] == dash,
    let month = number(text, start + 5, 2), text[start + 7] == dash,
    let day = number(text, start + 8, 2)
  else { return .problem(.notADate) }
  guard years.contains(year) else { return .problem(.beyondLimit) }
  guard let date = Day(year: year, month: month, day: day) else { return .problem(.noSuchDate) }
  return .cell(date.number)
}

/// What the wall clock shows, or why the text does not say.
enum WallTimeResult {
  case time(WallTime)
  case problem(RejectReason)
}

/// `2025-05-06 20:00`, with seconds or `T` where the sender writes them; `24:00` is the day's end.
func wallTime(_ text: Span<UInt8>) -> WallTimeResult {
  guard text.count == 16 || text.count == 19,
    text[10] == UInt8(ascii: " ") || text[10] == UInt8(ascii: "T"),
    let hour = number(text, 11, 2), text[13] == colon, let minute = number(text, 14, 2)
  else { return .problem(.notATime) }
  var second = 0
  if text.count == 19 {
    guard text[16] == colon, let given = number(text, 17, 2) else { return .problem(.notATime) }
    second = given
  }
  let secondOfDay = hour * 3600 + minute * 60 + second
  guard minute < 60, second < 60, secondOfDay <= 86_400 else { return .problem(.notATime) }
  switch dayCell(text, at: 0, years: IngestLimits.shiftYears) {
  case .cell(let day):
    return .time(WallTime(day: Day(number: day), secondOfDay: Int32(secondOfDay)))
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
