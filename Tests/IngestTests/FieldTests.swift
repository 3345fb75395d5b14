import SampleWorld
import SickPay
import Testing

@testable import Ingest

/// Fields that are read eight bytes at a time against what their characters say one by one.
struct FieldTests {
  private func outcome(_ result: CellResult) -> String {
    switch result {
    case .cell(let cell): "\(cell)"
    case .problem(let reason): "\(reason)"
    }
  }

  private func day(_ text: String) -> String {
    outcome(dayCell(Array(text.utf8).span, years: IngestLimits.years))
  }

  /// What `2025-05-06` stands for, by the calendar alone.
  private func expectedDay(_ text: String) -> String {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count == 10, parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ "0123456789-".utf8.contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return "notADate" }
    if !IngestLimits.years.contains(year) { return "beyondLimit" }
    return Day(year: year, month: month, day: day).map { "\($0.number)" } ?? "noSuchDate"
  }

  @Test func `every day of the years is read, and no day that the calendar lacks`() throws {
    let first = try #require(Day(year: 1930, month: 1, day: 1))
    let days = stride(from: first.number, through: first.number + 50_403, by: 3)
    #expect(days.filter { day(Day(number: $0).description) != "\($0)" } == [])
    for year in ["1929", "1930", "2000", "2023", "2024", "2067", "2068", "0000"] {
      for month in ["00", "01", "02", "04", "12", "13", "99"] {
        for last in ["00", "01", "28", "29", "30", "31", "32", "99"] {
          let text = "\(year)-\(month)-\(last)"
          #expect(day(text) == expectedDay(text))
        }
      }
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `texts like days are read as their characters say`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let text = changed("2024-02-28", by: Array("0123456789-/: a\u{7f}\u{0}".utf8), &generator)
      #expect(day(text) == expectedDay(text))
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `texts like times are read as their characters say`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let forms = ["2024-02-28 17:45", "2024-02-28T17:45:09", "2025-12-31 24:00", "2001-01-01 00:00"]
    for form in forms {
      for _ in 0..<150 {
        let text = changed(form, by: Array("0123456789-: T6".utf8), &generator)
        let found: String
        switch wallTime(Array(text.utf8).span) {
        case .time(let time): found = "\(time.day.number) \(time.secondOfDay)"
        case .problem(let reason): found = "\(reason)"
        }
        #expect(found == expectedTime(text))
      }
    }
  }

  private func expectedTime(_ text: String) -> String {
    let letters = Array(text)
    let digits = letters.map { "0123456789".contains($0) ? Int(String($0)) : nil }
    func number(_ place: Int) -> Int? {
      guard let tens = digits[place], let ones = digits[place + 1] else { return nil }
      return tens * 10 + ones
    }
    guard letters.count == 16 || letters.count == 19, " T".contains(letters[10]),
      letters[13] == ":", let hour = number(11), let minute = number(14),
      let second = letters.count == 16 ? 0 : (letters[16] == ":" ? number(17) : nil),
      minute < 60, second < 60, hour * 3600 + minute * 60 + second <= 86_400
    else { return "notATime" }
    let day = expectedDay(String(letters[..<10]))
    if let year = Int(String(letters[..<4])), year < 2000, day != "notADate" {
      return "beyondLimit"
    }
    return Int(day) == nil ? day : "\(day) \(hour * 3600 + minute * 60 + second)"
  }

  @Test(arguments: 0..<8 as Range<UInt64>, [100, 3600, 10_000] as [Int64])
  func `numbers are read as their characters say`(seed: UInt64, unit: Int64) {
    var generator = SeededGenerator(seed: seed)
    let forms = [
      "0,00", "1357,44", "99999,99", "123456,78", "-15,50", "1.800", "24", "12,5", ",50",
    ]
    for form in forms {
      for _ in 0..<15 {
        let text = changed(form, by: Array("0123456789,.-a".utf8), &generator)
        // Before the number stand other fields, and their bytes must not matter.
        for before in [0, 3, 9] {
          let bytes = Array(repeating: UInt8(ascii: "7"), count: before) + Array(text.utf8)
          let place = before..<bytes.count
          #expect(
            outcome(decimalCell(bytes.span, place, unit: unit)) == expectedNumber(text, unit))
        }
      }
    }
  }

  private func expectedNumber(_ text: String, _ unit: Int64) -> String {
    let parts = text.drop { $0 == "-" }.split(
      omittingEmptySubsequences: false, whereSeparator: { ",.".contains($0) })
    guard text.prefix(while: { $0 == "-" }).count <= 1, parts.count <= 2,
      parts.joined().allSatisfy({ "0123456789".contains($0) }), !parts.joined().isEmpty,
      parts.count == 1 || !parts[1].isEmpty, let digits = Int64(parts.joined())
    else { return "notANumber" }
    var divisor: Int64 = 1
    for _ in parts.dropFirst().joined() { divisor *= 10 }
    let units = (digits * unit * 2 + divisor) / (divisor * 2)
    if units > Int64(Int32.max) { return "beyondLimit" }
    return "\(text.hasPrefix("-") ? -units : units)"
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `twelve digits say the same with a dash as without`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let digits = changed("198004129988", by: Array("01234567899".utf8), &generator)
      let dashed = digits.dropLast(4) + "-" + digits.suffix(4)
      let texts = [digits, String(dashed)].map { text in
        "\(personText(Array(text.utf8).span, event: Day(number: 20_000)))"
      }
      #expect(texts[0] == texts[1])
    }
    for letter in ":/ ;" {
      let text = "19800412\(letter)988"
      #expect("\(personText(Array(text.utf8).span, event: Day(number: 20_000)))" == "other")
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `a text has a control character where one of its bytes is one`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      var text = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
        UInt8.random(in: 0x20...0x7e, using: &generator)
      }
      if Bool.random(using: &generator) {
        let strange: [UInt8] = [0, 0x1f, 0x20, 0x7e, 0x7f, 0x80, 0xc3, 0xff]
        text[Int.random(in: 0..<text.count, using: &generator)] =
          strange.randomElement(using: &generator) ?? 0
      }
      let isControlled = text.contains { $0 < 0x20 || $0 == 0x7f }
      let isASCII = text.allSatisfy { $0 < 0x80 }
      switch TextEncoding.windows1252.decode(text.span) {
      case .problem(let reason): #expect(reason == .controlCharacter && isControlled)
      case .unchanged: #expect(isASCII && !isControlled)
      case .changed: #expect(!isASCII && !isControlled)
      }
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `two places hold the same where all their bytes are`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let length = Int.random(in: 1...30, using: &generator)
      let text = (0..<length).map { _ in UInt8.random(in: 0...1, using: &generator) }
      let gap = Int.random(in: 0...9, using: &generator)
      var bytes = Array(repeating: UInt8(9), count: gap) + text + [9] + text
      if Bool.random(using: &generator) {
        bytes[gap + Int.random(in: 0..<length, using: &generator)] ^= 1
      }
      let (left, right) = (gap..<gap + length, gap + length + 1..<bytes.count)
      let expected = Array(bytes[left]) == Array(bytes[right])
      #expect(bytes.span.holdsSame(left, right) == expected)
      #expect(bytes.span.holdsSame(right, left) == expected)
    }
  }

  /// A text with some bytes changed, and now and then one more or less.
  private func changed(
    _ text: String, by alphabet: [UInt8], _ generator: inout SeededGenerator
  ) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[place] = alphabet.randomElement(using: &generator) ?? 0
    }
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: bytes.append(alphabet.randomElement(using: &generator) ?? 0)
    case 1 where bytes.count > 1: bytes.removeLast()
    default: break
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
