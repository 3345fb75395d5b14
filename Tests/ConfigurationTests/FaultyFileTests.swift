import Configuration
import SickPay
import Testing

/// A change to a built-in file, and what is then said about which line.
struct FaultyFile: Sendable, CustomTestStringConvertible {
  let file: Configuration.File
  let original: String
  let changed: String
  let problem: ConfigurationError.Problem

  var testDescription: String { "\(file): \(changed)" }
}

private func day(_ iso: String) -> Day {
  guard let day = Day(iso: iso) else { preconditionFailure("no such day: \(iso)") }
  return day
}

private let faultyFiles: [FaultyFile] = [
  FaultyFile(
    file: .law, original: "från: 2019-01-01, till: tillsvidare, regel",
    changed: "från: 2019-01-02, till: tillsvidare, regel", problem: .gap(day: day("2019-01-01"))),
  FaultyFile(
    file: .law, original: "till: 2018-12-31, regel", changed: "till: 2019-01-01, regel",
    problem: .overlap(day: day("2019-01-01"))),
  FaultyFile(
    file: .law, original: "till: 2018-12-31, regel", changed: "till: tillsvidare, regel",
    problem: .overlap(day: day("2019-01-01"))),
  FaultyFile(
    file: .law, original: "källa: \"Sjuklönelagen 7 §\"", changed: "källa: \"\"",
    problem: .missing(key: "källa")),
  FaultyFile(
    file: .law, original: "antal: 14, bevis: L", changed: "antal: 14, bevis: X",
    problem: .notOneOf(key: "bevis", known: ["L", "S", "M", "I", "E"])),
  FaultyFile(
    file: .law, original: "antal: 14, bevis: L", changed: "antal: fjorton, bevis: L",
    problem: .notANumber(key: "antal")),
  FaultyFile(
    file: .law, original: "från: 2024-07-01,", changed: "från: 2024-07-32,",
    problem: .notADay(key: "från")),
  FaultyFile(
    file: .policies, original: "  \"1290\":", changed: "  \"129\":",
    problem: .notAKommun(key: "129")),
  FaultyFile(
    file: .policies, original: "  \"1290\":", changed: "  \"-129\":",
    problem: .notAKommun(key: "-129")),
  FaultyFile(
    file: .policies, original: "semester_underlag: [full_lön]", changed: "semester_underlag: [lön]",
    problem: .notOneOf(key: "semester_underlag", known: ["full_lön", "sjuklön"])),
  FaultyFile(
    file: .settings, original: "lägen: {sen-begaran: tyst,", changed: "lägen: {dubblett: kanske,",
    problem: .notOneOf(key: "dubblett", known: ["på", "tyst", "av"])),
  FaultyFile(
    file: .settings, original: "andel_fuskar_hos_er: 0.159",
    changed: "andel_fuskar_hos_er: 15",
    problem: .outOfRange(key: "andel_fuskar_hos_er", low: 0.001, high: 0.999)),
]

struct FaultyFileTests {
  @Test(arguments: faultyFiles)
  func `a broken file is refused with its line`(_ fault: FaultyFile) throws {
    let lines = fault.file.standard.split(separator: "\n", omittingEmptySubsequences: false)
    let place = try #require(lines.firstIndex { $0.contains(fault.original) })
    var changed = lines.map(String.init)
    changed[place] = changed[place].replacing(fault.original, with: fault.changed)
    let text = changed.joined(separator: "\n")
    do {
      _ = try Configuration([fault.file: text])
      Issue.record("the file was taken")
    } catch {
      #expect(error.file == fault.file)
      #expect(error.error.problem == fault.problem)
      // A gap or overlap shows on the entry after it, two lines below in the law's lists.
      #expect((place...place + 3).contains(error.error.line))
    }
  }

  @Test func `equal texts give equal configurations and every file counts in the identity`() throws
  {
    let standard = try Configuration().text
    for file in Configuration.File.allCases {
      let changed = try Configuration([file: file.standard + "\n# en kommentar\n"])
      #expect(changed.text != standard)
    }
  }
}
