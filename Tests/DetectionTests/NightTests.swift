import SickPay
import TestSupport
import Testing

@testable import Detection

/// A night from 22 to 06 by the wall clock: past midnight, a month's end, a leap day or a change of
/// the clock.
struct Night: Sendable, CustomTestStringConvertible {
  let name: String
  /// The day on which it starts.
  let day: String
  /// Hours from 22 to 06 in real time; 8 by the wall clock.
  var real = 8.0

  var testDescription: String { name }
  /// By the wall clock or in real time, whichever is less: a deduction may follow either.
  var shorter: Double { min(8, real) }

  static let all = [
    Night(name: "past midnight", day: "2024-03-05"),
    Night(name: "into the next month", day: "2024-01-31"),
    Night(name: "into the next year", day: "2024-12-31"),
    Night(name: "into the leap day", day: "2024-02-28"),
    Night(name: "out of the leap day", day: "2024-02-29"),
    Night(name: "an hour is skipped", day: "2025-03-29", real: 7),
    Night(name: "an hour comes twice", day: "2024-10-26", real: 9),
  ]

  /// Under the rule of the karensdag, which ended with 2018.
  static let before2019 = [
    Night(name: "past midnight", day: "2016-03-08"),
    Night(name: "into the next month", day: "2016-03-31"),
    Night(name: "into the leap day", day: "2016-02-28"),
    Night(name: "out of the leap day", day: "2016-02-29"),
    Night(name: "an hour is skipped", day: "2016-03-26", real: 7),
    Night(name: "an hour comes twice", day: "2016-10-29", real: 9),
  ]
}

extension Night {
  func date(_ offset: Int) -> Day { (Day(iso: day) ?? Day(number: 0)).advanced(by: offset) }

  /// A claim for the days from one offset to another.
  func claim(_ first: Int, _ last: Int, _ more: String = "") -> String {
    "sjuk_från=\(date(first)); sjuk_till=\(date(last)); inkommen=2026-01-15; \(more)"
  }

  /// A second claim.
  func other(_ first: Int, _ last: Int, _ more: String) -> String {
    claim(first, last, "ärende=Ä2; fakturanummer=F2; inkommen=2026-01-20; " + more)
  }

  /// The night itself, which a vikarie works from beginning to end.
  func whole(_ more: String = "") -> String { stretch("22:00", "06:00", more) }

  /// From the evening of the first day to the morning after.
  func stretch(_ from: String, _ to: String, _ more: String = "") -> String {
    shift("\(date(0)) \(from)", "\(date(1)) \(to)", more)
  }

  /// From one to nine in the morning after: five hours of the night by the wall clock.
  func morning(_ more: String, from: String = "01:00") -> String {
    shift("\(date(1)) \(from)", "\(date(1)) 09:00", more)
  }

  /// Eight hours of the day before.
  var dayBefore: String { shift("\(date(-1)) 08:00", "\(date(-1)) 16:00", "") }

  func shift(_ start: String, _ end: String, _ more: String) -> String {
    "start=\(start); slut=\(end); vikarie_start=\(start); vikarie_slut=\(end); \(more)"
  }

  /// A birthday, eighteen years before a day that exists in that year too.
  func birthday(_ offset: Int) -> String {
    let there = date(offset).adding(months: -216)
    return there.adding(months: 216) == date(offset)
      ? there.description : date(offset + 1).adding(months: -216).description
  }
}

private let protected = "karens_skäl=särskilt högriskskydd; karenstimmar=0"

/// One rule and one night.
struct NightCase: Sendable, CustomTestStringConvertible {
  let rule: String
  let name: String
  /// Tables in which the rule finds something, and in which it finds nothing.
  let faulty: @Sendable (Night) -> TestTables
  let lawful: @Sendable (Night) -> TestTables
  let verdict: @Sendable (Night) -> Verdict?
  /// What is observed above what is expected, most often hours; `nil` where that is not the point.
  let excess: @Sendable (Night) -> Double?

  var testDescription: String { "\(rule): \(name)" }
}

struct NightTests {
  @Test(arguments: nightCases, Night.all)
  func `a rule of minutes holds`(_ expected: NightCase, in night: Night) async throws {
    try await expect(expected, night)
  }

  @Test(arguments: Night.before2019)
  func `the karensdag is the day on which the night starts`(_ night: Night) async throws {
    try await expect(
      NightCase(
        rule: "karensavdrag", name: "the first day's shift is unpaid",
        faulty: { night in
          // So that the period does not begin as the rows do, where it might be a relapse.
          let earlier = night.other(-40, -38, "assistent=\(person(90)); \(protected)")
          let paid = "karenstimmar=0; ersatta_timmar=24; sjuklön=3072; belopp=3072"
          return TestTables(claims: [earlier, night.claim(0, 2, paid)], shifts: [night.whole()])
        },
        lawful: { night in
          TestTables(
            claims: [
              night.claim(0, 2, "karenstimmar=8; ersatta_timmar=16; sjuklön=2048; belopp=2048")
            ], shifts: [night.whole()])
        }, verdict: { _ in .regelbrott }, excess: { -$0.shorter }), night)
  }

  private func expect(_ expected: NightCase, _ night: Night) async throws {
    let found = try await findings(expected.rule, expected.faulty(night))
    let texts = Comment(rawValue: found.map(\.text).joined(separator: " / "))
    if let verdict = expected.verdict(night) {
      #expect(Set(found.map(\.verdict)) == [verdict], texts)
      for finding in found {
        guard let excess = expected.excess(night) else { continue }
        #expect(abs(finding.observed - finding.expected - excess) < 0.01, texts)
      }
    } else {
      #expect(found.isEmpty, texts)
    }
    let others = try await findings(expected.rule, expected.lawful(night))
    #expect(others.isEmpty, Comment(rawValue: others.map(\.text).joined(separator: " / ")))
  }
}
