import Foundation
import Reporting
import SickPay
import Testing

@testable import Store

struct ViewTests {
  private let temporary: TemporaryStore
  private let report = InventedReport.report(seed: 3, id: "b")

  init() throws {
    temporary = try TemporaryStore()
    try temporary.store.save(
      InventedReport.report(seed: 2, id: "a", date: "2025-11-19"), storedAt: InventedReport.noon)
    try temporary.store.save(report, storedAt: InventedReport.noon)
  }

  @Test func `the ranking is that of the report, in kronor, for every scan`() throws {
    let names = try temporary.rows(
      "SELECT orgnr, round(kronor * 100), claims FROM ranking WHERE isLatest ORDER BY rank")
    #expect(
      names
        == report.companies.map { "\($0.orgnr)|\(Double($0.kronor.value))|\($0.claims)" })
    #expect(
      try temporary.rows("SELECT scanDate, count(*) FROM ranking GROUP BY 1 ORDER BY 1")
        == ["2025-11-19|5", "2025-11-20|5"])
    #expect(
      try temporary.rows("SELECT count(*) FROM rankingByKommun WHERE isLatest")
        == ["\(report.companies.reduce(0) { $0 + $1.kommuner.count })"])
  }

  @Test func `what reviews were expected to find is told by company and verdict`() throws {
    let rows = try temporary.rows(
      """
      SELECT orgnr, verdict, cases, round(kronor * 100) FROM expectedReview WHERE isLatest
      ORDER BY rank, verdict DESC
      """)
    let forecasts = report.companies.flatMap { company in
      company.forecasts.sorted { $0.verdict > $1.verdict }.map { forecast in
        "\(company.orgnr)|\(forecast.verdict)|\(forecast.cases)|"
          + "\(Double(forecast.kronor.value))"
      }
    }
    #expect(!rows.isEmpty && rows == forecasts)
  }

  @Test func `a profile has hours, kronor and wages`() throws {
    let rows = try temporary.rows(
      """
      SELECT employees, round(sickHours * 3600), round(medianHourlyWage * 10000)
      FROM companyProfile WHERE isLatest ORDER BY orgnr
      """)
    let profiles = report.companies.sorted { $0.orgnr < $1.orgnr }.map(\.profile)
    #expect(
      rows
        == profiles.map { profile in
          "\(profile.employees)|\(Double(profile.sickTime.value))|"
            + (profile.medianWage.map { "\($0.rounded())" } ?? "")
        })
  }

  @Test func `a finding stands once, with the decision that counts`() throws {
    let findings = report.companies.flatMap(\.findings)
    let first = try #require(findings.first)
    try temporary.store.confirm(
      findingID: first.id, kronor: Ore(12_345), decidedAt: InventedReport.noon, by: "anna")
    try temporary.store.putAway(
      findingID: first.id, reason: "prövat", until: Day(iso: "2026-01-31"),
      decidedAt: InventedReport.noon, by: "anna")
    #expect(
      try temporary.rows("SELECT count(*), count(DISTINCT id) FROM companyFinding WHERE isLatest")
        == ["\(findings.count)|\(findings.count)"])
    #expect(
      try temporary.rows(
        """
        SELECT id, decision, putAwayUntil, confirmedKronor FROM companyFinding
        WHERE decision IS NOT NULL
        """) == ["\(first.id)|putAway|2026-01-31|"])
  }

  @Test func `a finding's rows are told one by one, those at fault first`() throws {
    for finding in report.companies.flatMap(\.findings) {
      let rows = finding.rows.enumerated().map { position, row in
        "\(position)|\(position < finding.rowsAtFault ? 1 : 0)|\(row.kommun)|\(row.arende)|"
          + "\(row.file)|\(row.line)"
      }
      #expect(
        try temporary.rows(
          """
          SELECT position, isAtFault, kommun, arende, file, line FROM findingRow
          WHERE id = '\(finding.id)' ORDER BY position
          """) == rows)
    }
  }

  @Test func `the rows of a finding that stays are told once for each night`() throws {
    let count = "SELECT count(*) FROM findingRow WHERE isLatest"
    let rows = report.companies.flatMap(\.findings).reduce(0) { $0 + $1.rows.count }
    #expect(try temporary.rows(count) == ["\(rows)"])
    let next = InventedReport.report(seed: 3, id: "c", date: "2025-11-21")
    try temporary.store.save(next, storedAt: InventedReport.noon)
    #expect(next.companies[0].findings[0].id == report.companies[0].findings[0].id)
    #expect(try temporary.rows(count) == ["\(rows)"])
  }

  @Test(arguments: [
    "ranking", "rankingByKommun", "companyProfile", "companyFinding", "findingRow",
    "expectedReview",
  ])
  func `a view can't be written to`(_ view: String) throws {
    #expect(throws: StoreError.self) { try temporary.execute("DELETE FROM \(view)") }
  }

  @Test func `every example in the documentation runs`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/questions.md")
    let text = String(decoding: try Data(contentsOf: page), as: UTF8.self)
    let examples = text.components(separatedBy: "```sql\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    #expect(examples.count >= 4)
    for example in examples {
      for statement in example.split(separator: ";\n") {
        #expect(throws: Never.self, "\(statement)") { try temporary.rows(String(statement)) }
      }
    }
  }
}
