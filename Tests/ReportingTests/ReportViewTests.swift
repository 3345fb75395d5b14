import SickPay
import Testing

@testable import Reporting

struct ReportViewTests {
  @Test func `marks tell new from remaining, and a first scan has neither`() {
    let companies = Fixture.report.companies
    #expect(companies.map(Fixture.view.mark) == [.new, .remaining, .unmarked, .unmarked])
    let first = ReportView(report: Fixture.report)
    #expect(companies.map(first.mark) == [.risk, .risk, .unmarked, .unmarked])
  }

  @Test func `gone are the riskforetag that are none now`() {
    let gone = Fixture.view.gone
    #expect(gone.map(\.orgnr) == ["5560000009", "5561112223"])
    #expect(gone.map(\.rank) == [nil, 3])
  }

  @Test func `open are undecided rule findings received since, most kronor first`() {
    #expect(Fixture.view.openings.map(\.finding.id) == ["f-karens", "f-new", "f-over"])
    #expect(Fixture.view.settledCount == 2)
  }

  @Test func `what came in on the day of the last scan was in it`() {
    var view = Fixture.view
    view.comparison.since = Fixture.day(2025, 11, 18)
    #expect(view.openings.map(\.finding.id) == ["f-karens"])
  }

  @Test func `in a first scan every rule finding is open`() {
    let first = ReportView(report: Fixture.report)
    #expect(
      first.openings.map(\.finding.id) == ["f-karens", "f-sure", "f-new", "f-away", "f-over"])
    #expect(first.settledCount == 0)
  }

  @Test func `reasons are the heaviest that are not put away`() {
    #expect(Fixture.view.reasons(of: Fixture.formula).map(\.id) == ["f-sure", "f-over"])
  }

  @Test func `a decision lasts through its last day`() {
    let decision = FindingDecision.putAway(until: Fixture.date)
    #expect(decision.settles(on: Fixture.date))
    #expect(!decision.settles(on: Fixture.date.advanced(by: 1)))
  }

  @Test func `a score is calibrated only when all companies have an expected sum`() {
    #expect(!Fixture.view.isCalibrated)
    #expect(!ReportView(report: Fixture.empty).isCalibrated)
    var report = Fixture.report
    report.companies = [Fixture.quoted]
    #expect(ReportView(report: report).isCalibrated)
  }

  @Test func `of one kommun only its ärenden are to open, and the list says what it is`() {
    let all = ReportView(report: Fixture.report)
    for kommun in ["2080", "9999"] {
      let view = ReportView(
        report: Fixture.report, comparison: Fixture.view.comparison, kommun: kommun)
      #expect(view.report.companies.allSatisfy { $0.kommuner.contains { $0.kommun == kommun } })
      let open = ReportView(report: Fixture.report, kommun: kommun).openings.map(\.finding.id)
      let expected = all.openings.filter { opening in
        opening.finding.rows.contains { $0.kommun == kommun }
          && opening.company.kommuner.contains { $0.kommun == kommun }
      }
      #expect(open == expected.map(\.finding.id))
      #expect(view.windowSentence.contains("Listan visar bolag med ärenden i kommun \(kommun);"))
      #expect(view.gone.allSatisfy { $0.rank != nil || $0.sentence.contains("i kommun \(kommun)") })
    }
  }
}
