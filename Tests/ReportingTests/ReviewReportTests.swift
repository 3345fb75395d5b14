import Foundation
import Reporting
import SickPay
import Testing

/// Outcomes of reviews and the ärenden drawn by chance, in every format.
struct ReviewReportTests {
  private var report: ScanReport {
    var report = Fixture.report
    report.outcomes = OutcomeReport(
      risk: HitRateReport(
        reviewed: 40, wrong: 18, kronor: Ore(123_456), rate: 0.45, low: 0.3071, high: 0.6017),
      random: HitRateReport(
        reviewed: 0, wrong: 0, kronor: .zero, rate: nil, low: nil, high: nil),
      calibration: CalibrationReport(
        companies: 31, wrong: 12, isUsed: false, fewestCompanies: 50, fewestOfEach: 10))
    report.randomSample = RandomSampleReport(
      share: 0.02, since: Fixture.since, drawnFrom: 612, drawn: 14,
      cases: (0..<12).map { number in
        SampledCase(
          kommun: number == 0 ? "2081" : "2080", arende: "Ä-\(number)", orgnr: "5560000002",
          name: number == 1 ? "" : "Bolag <A>", received: Fixture.date)
      })
    return report
  }

  private func json(_ report: ScanReport) throws -> [String: Any] {
    var text = ""
    JSONFormat.write(report, to: &text)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `the JSON has the rates with their intervals and every drawn ärende`() throws {
    let json = try json(report)
    let outcomes = try #require(json["outcomes"] as? [String: [String: Any]])
    #expect(outcomes["risk"]?["reviewed"] as? Int == 40)
    #expect(outcomes["risk"]?["wrong"] as? Int == 18)
    #expect(outcomes["risk"]?["low"] as? Double == 0.3071)
    #expect(outcomes["risk"]?["kronor"] as? Double == 1234.56)
    #expect(outcomes["random"]?["rate"] is NSNull)
    #expect(outcomes["calibration"]?["used"] as? Bool == false)
    #expect(outcomes["calibration"]?["companies"] as? Int == 31)
    let drawn = try #require(json["randomSample"] as? [[String: Any]])
    #expect(drawn.count == 12)
    #expect(Set(drawn[0].keys) == ["kommun", "arende", "orgnr", "name", "received"])
  }

  @Test func `without outcomes and a sample the keys are there and empty`() throws {
    let json = try json(Fixture.report)
    #expect(json["outcomes"] is NSNull)
    #expect((json["randomSample"] as? [Any])?.isEmpty == true)
  }

  @Test func `the terminal tells the rates and the first drawn ärenden`() {
    var text = ""
    TerminalFormat().writeList(ReportView(report: report), to: &text)
    #expect(text.contains("Valda efter risk: fel i 18 av 40 granskade ärenden, 45,0\u{A0}%"))
    #expect(text.contains("Valda av slumpen: inga granskade ärenden."))
    #expect(text.contains("Slumpen har valt 14 av 612 ärenden"))
    let words = text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("12 av dem är nya i den här körningen: granska dem"))
    #expect(text.contains("Ä-9") && !text.contains("Ä-10"))
    #expect(text.contains("och 2 ärenden till"))
    #expect(text.contains("(namn saknas)"))
  }

  @Test func `it is told what scores were calibrated on`() {
    var (few, enough) = ("", "")
    TerminalFormat().writeList(ReportView(report: report), to: &few)
    #expect(few.contains("inte på utfall: 31 granskade bolag, varav 12"))
    var other = report
    other.outcomes?.calibration.isUsed = true
    TerminalFormat().writeList(ReportView(report: other), to: &enough)
    #expect(enough.contains("Poängen är kalibrerad på utfallet hos 31 granskade bolag"))
  }

  @Test func `the page tells the rates and all drawn ärenden`() {
    var text = ""
    HTMLFormat.write(ReportView(report: report), to: &text)
    #expect(text.contains("<h2>Slumpurval</h2>"))
    #expect(text.contains("Ä-11"))
    #expect(!text.contains("<A>"))
  }

  @Test func `one kommun's report has its own drawn ärenden`() {
    #expect(report.limited(to: "2081").randomSample.cases.map(\.arende) == ["Ä-0"])
  }

  @Test func `the registers that were read are named`() {
    var report = Fixture.report
    report.ingestion.files[0].table = "tid"
    report.ingestion.files[1].table = "beslut"
    report.ingestion.files[2].table = "tid"
    var text = ""
    TerminalFormat().writeList(ReportView(report: report), to: &text)
    #expect(text.contains("Register som lästes: beslut, tid."))
  }
}
