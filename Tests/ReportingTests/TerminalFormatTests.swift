import SickPay
import Testing

@testable import Reporting

struct TerminalFormatTests {
  private func list(_ view: ReportView, width: Int = 100, colour: Bool = false) -> String {
    var text = ""
    TerminalFormat(width: width, colour: colour).writeList(view, to: &text)
    return text
  }

  private func company(_ company: CompanyReport, width: Int = 100) -> String {
    var text = ""
    TerminalFormat(width: width).writeCompany(company, of: Fixture.view, to: &text)
    return text
  }

  @Test(arguments: [80, 140]) func `the list`(width: Int) throws {
    try expectGolden(list(Fixture.view, width: width), "tabell-\(width).txt")
  }

  @Test func `the list of a first scan`() throws {
    try expectGolden(list(ReportView(report: Fixture.report)), "tabell-first.txt")
  }

  @Test func `the list without companies`() throws {
    try expectGolden(list(ReportView(report: Fixture.empty)), "tabell-empty.txt")
  }

  @Test func `the list without riskforetag or new claims`() throws {
    var view = Fixture.view
    view.report.companies = [Fixture.long, Fixture.soleTrader]
    view.comparison.previous = [:]
    view.report.skipped = []
    try expectGolden(list(view), "tabell-calm.txt")
  }

  @Test func `colour adds ink and nothing else`() {
    let inked = list(Fixture.view, colour: true)
    #expect(inked.contains("\u{1B}[1mBolag\u{1B}[0m\n"))
    let plain = ["0", "1", "33"].reduce(inked) { $0.replacing("\u{1B}[\($1)m", with: "") }
    #expect(plain == list(Fixture.view))
  }

  @Test(arguments: [0, 72, 80, 100, 120, 160])
  func `no line of the list is wider than asked for`(width: Int) {
    let longest = list(Fixture.view, width: width).split(separator: "\n").map(\.count).max() ?? 0
    #expect(longest <= max(width, TerminalFormat.leastWidth))
  }

  @Test func `large numbers fit the narrowest list`() {
    var view = Fixture.view
    view.report.companies[0].atStake = Ore(12_345_678_90)
    view.report.companies[0].findings = Array(repeating: Fixture.karens, count: 1024)
    view.comparison.since = Fixture.date
    let longest = list(view, width: 80).split(separator: "\n").map(\.count).max() ?? 0
    #expect(longest <= 80)
  }

  @Test func `what goes beyond the limit is counted`() {
    let one = list(Fixture.view(top: 1, openLimit: 1))
    #expect(one.contains("och 2 fynd till, sammanlagt 3\u{A0}130,95\u{A0}kr"))
    #expect(one.contains("2 riskföretag (1 längre ned än listan); listan visar det första."))
    let none = list(Fixture.view(top: -1, openLimit: 0))
    #expect(none.contains("2 riskföretag (2 längre ned än listan); listan visar inget av dem."))
  }

  @Test func `a company with findings, decisions and a profile`() throws {
    try expectGolden(company(Fixture.quoted), "bolag.txt")
    try expectGolden(company(Fixture.formula, width: 80), "bolag-decided.txt")
  }

  @Test func `a company without findings`() throws {
    try expectGolden(company(Fixture.soleTrader), "bolag-empty.txt")
  }

  @Test func `a name can't steer the terminal`() {
    var view = Fixture.view
    view.report.companies[0].name = "A\u{1B}[2Jb\u{202E}\r\nc\u{9B}d"
    let text = list(view, width: 140)
    #expect(text.contains("A�[2Jb�  c�d"))
    #expect(text.unicodeScalars.allSatisfy { $0 != "\u{1B}" && $0 != "\r" })
  }
}
