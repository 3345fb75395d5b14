import Reporting
import SickPay
import Store
import Testing

/// What a scan is told of those before it.
struct EarlierScansTests {
  private let temporary: TemporaryStore
  private var store: ScanStore { temporary.store }

  init() throws { temporary = try TemporaryStore() }

  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  private func save(_ id: String, _ date: String, _ indicators: [String: String]) throws {
    var report = InventedReport.report(seed: 1, id: id, date: date, companies: 1, findings: 2)
    let findings = report.companies[0].findings.indices
    for (index, shown) in zip(findings, indicators.sorted { $0.key < $1.key }) {
      report.companies[0].findings[index].id = shown.key
      report.companies[0].findings[index].indicator = shown.value
    }
    try store.save(report, storedAt: InventedReport.noon)
  }

  @Test func `a finding is known by the first scan that showed it`() throws {
    try save("a", "2025-11-12", ["id-1": "dubblett", "id-2": "karensavdrag"])
    try save("b", "2025-11-19", ["id-1": "dubblett", "id-3": "dubblett-forskjuten"])
    let both = ["dubblett", "dubblett-forskjuten"]
    #expect(
      try store.firstShown(of: both, before: day("2025-11-20"))
        == ["id-1": day("2025-11-12"), "id-3": day("2025-11-19")])
    // A night that is run again is told the same as the first time.
    #expect(
      try store.firstShown(of: both, before: day("2025-11-19")) == ["id-1": day("2025-11-12")])
  }

  @Test func `drawn ärenden are stored with their scan and go with it`() throws {
    var report = InventedReport.report(seed: 1)
    report.randomSample.cases = [
      SampledCase(
        kommun: "2080", arende: "Ä1", orgnr: "5560000001", name: "Ett AB",
        received: try day("2025-11-19"))
    ]
    try store.save(report, storedAt: InventedReport.noon)
    let rows = "SELECT * FROM randomSample"
    #expect(try temporary.rows(rows) == ["1|0|2080|Ä1|5560000001|Ett AB|2025-11-19"])
    // A night that is run again is told the same as the first time.
    #expect(try store.drawnCases(before: day("2025-11-20")).isEmpty)
    let drawn = try store.drawnCases(before: day("2025-11-21"))
    #expect(drawn.map { [$0.kommun, $0.arende, $0.orgnr] } == [["2080", "Ä1", "5560000001"]])
    try temporary.execute("DELETE FROM scan")
    #expect(try temporary.rows(rows) == [])
  }
}
