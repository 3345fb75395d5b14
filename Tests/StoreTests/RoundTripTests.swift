import Foundation
import Reporting
import SickPay
import Testing

@testable import Store

struct RoundTripTests {
  @Test(arguments: 0..<32)
  func `a company comes back as it was saved`(_ seed: Int) throws {
    let temporary = try TemporaryStore()
    let report = InventedReport.report(seed: seed, findings: seed % 7, rows: seed % 5)
    let rowID = try temporary.store.save(report, storedAt: InventedReport.noon)
    let scan = StoredScan(rowID: rowID, head: report.head, storedAt: InventedReport.noon)
    #expect(try temporary.store.latestScan() == scan)
    for company in report.companies {
      let stored = try temporary.store.company(orgnr: company.orgnr)
      #expect(stored == StoredCompany(scan: scan, company: company))
      for finding in company.findings {
        #expect(
          try temporary.store.finding(id: finding.id)
            == StoredFinding(scan: scan, orgnr: company.orgnr, finding: finding))
      }
    }
  }

  @Test func `a store that is closed and opened again holds the same`() throws {
    let temporary = try TemporaryStore()
    let report = InventedReport.report(seed: 1)
    try temporary.store.save(report, storedAt: InventedReport.noon)
    let reopened = try ScanStore(path: temporary.path)
    #expect(try reopened.company(orgnr: InventedReport.orgnr(1))?.company == report.companies[0])
  }

  @Test func `an empty store has nothing`() throws {
    let store = try TemporaryStore().store
    #expect(try store.latestScan() == nil)
    #expect(try store.company(orgnr: "5560000001") == nil)
    #expect(try store.finding(id: "abcdef") == nil)
    #expect(try store.putAwayFindings(on: Day(number: 20_000)) == [])
    #expect(try store.previousList(before: 1) == .first)
  }

  @Test func `a company that the scan does not have is nil`() throws {
    let temporary = try TemporaryStore()
    try temporary.store.save(InventedReport.report(seed: 1), storedAt: InventedReport.noon)
    #expect(try temporary.store.company(orgnr: "5569999999") == nil)
  }

  @Test func `what was read is stored with its hashes, counts, rejects and refusals`() throws {
    let temporary = try TemporaryStore()
    try temporary.store.save(InventedReport.report(seed: 3), storedAt: InventedReport.noon)
    let hash = String(repeating: "0a", count: 32)
    #expect(
      try temporary.rows("SELECT * FROM inputFile ORDER BY position") == [
        "1|0|sjukloner.csv|sjukloner|\(hash)|8589934592|12|10|2|[\"färg\",\"a\\\"b\"]||",
        "1|1|pass.csv|||0|0|0|0|[]|kan inte läsas|annan.csv",
      ])
    #expect(
      try temporary.rows("SELECT * FROM reject ORDER BY position") == [
        "1|0|0|3|timlön|99,a|inget tal", "1|0|1|4|||för få fält",
      ])
    #expect(try temporary.rows("SELECT * FROM skipped") == ["1|0|tillstand-saknas|saknas|3"])
    #expect(try temporary.rows("SELECT leftAlone FROM scan") == ["[\"a.pdf\",\"b/ö.txt\"]"])
    #expect(try temporary.rows("SELECT count(*) FROM unmatchedCredit") == ["2"])
  }

  @Test func `the view shows the latest list in kronor`() throws {
    let temporary = try TemporaryStore()
    try temporary.store.save(InventedReport.report(seed: 1, id: "a"), storedAt: InventedReport.noon)
    var report = InventedReport.report(seed: 2, id: "b", companies: 2)
    report.companies[0].kronor = Ore(123_456)
    try temporary.store.save(report, storedAt: InventedReport.noon)
    #expect(
      try temporary.rows("SELECT rank, orgnr FROM latestList") == [
        "1|5560000001", "2|5560000002",
      ])
    #expect(try temporary.rows("SELECT kronor FROM latestList WHERE rank = 1") == ["1234.56"])
  }
}
