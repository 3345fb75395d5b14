import Foundation
import Reporting
import SickPay
import Store
import Testing

struct HistoryTests {
  private let temporary: TemporaryStore
  private var store: ScanStore { temporary.store }

  init() throws { temporary = try TemporaryStore() }

  @discardableResult
  private func save(_ id: String, _ date: String, companies: Int = 2) throws -> Int64 {
    try store.save(
      InventedReport.report(seed: 1, id: id, date: date, companies: companies),
      storedAt: InventedReport.noon)
  }

  private func dateBefore(_ rowID: Int64) throws -> String? {
    try store.previousList(before: rowID).since?.description
  }

  @Test func `the list before says name, rank and riskforetag by orgnr`() throws {
    let report = InventedReport.report(seed: 9, id: "a", date: "2025-11-19")
    try store.save(report, storedAt: InventedReport.noon)
    let before = try store.previousList(before: save("b", "2025-11-20"))
    #expect(before.since == report.head.date)
    #expect(before.previous.count == 5)
    for company in report.companies {
      #expect(
        before.previous[company.orgnr]
          == ListedCompany(
            name: company.name, rank: company.rank, isRiskforetag: company.isRiskforetag))
    }
  }

  @Test func `of one kommun the list before has the companies that claimed of it`() throws {
    let report = InventedReport.report(seed: 9, id: "a", date: "2025-11-19")
    try store.save(report, storedAt: InventedReport.noon)
    let last = try save("b", "2025-11-20")
    let kommuner = Set(report.companies.flatMap(\.kommuner).map(\.kommun))
    #expect(!kommuner.isEmpty)
    for kommun in kommuner {
      let expected = report.companies.filter { $0.kommuner.contains { $0.kommun == kommun } }
      let before = try store.previousList(before: last, kommun: kommun)
      #expect(Set(before.previous.keys) == Set(expected.map(\.orgnr)))
      #expect(before.since == report.head.date)
    }
    #expect(try store.previousList(before: last, kommun: "9999").previous.isEmpty)
  }

  @Test func `the files of a scan are known by their hashes`() throws {
    let report = InventedReport.report(seed: 9, id: "a", date: "2025-11-19")
    let row = try store.save(report, storedAt: InventedReport.noon)
    let files = report.ingestion.files
    #expect(
      try store.fileHashes(ofScan: row)
        == Dictionary(files.map { ($0.name, $0.sha256) }, uniquingKeysWith: { $1 }))
  }

  @Test func `a database keeps to its first key`() throws {
    #expect(try store.keyFingerprint() == nil)
    try store.bind(toKey: "0123")
    try store.bind(toKey: "0123")
    #expect(throws: StoreError.otherKey) { try store.bind(toKey: "4567") }
    #expect(try store.keyFingerprint() == "0123")
  }

  @Test func `the first scan has none before it`() throws {
    #expect(try store.previousList(before: save("a", "2025-11-19")) == .first)
  }

  @Test func `a night that is run again is kept once, is the latest, and follows the same night`()
    throws
  {
    try save("a", "2025-11-18")
    let first = try save("b", "2025-11-19")
    let again = try save("b", "2025-11-19", companies: 3)
    #expect(again > first)
    #expect(try store.latestScan()?.rowID == again)
    #expect(try store.company(orgnr: InventedReport.orgnr(3)) != nil)
    #expect(try dateBefore(again) == "2025-11-18")
    #expect(try temporary.rows("SELECT hash FROM scan ORDER BY id") == ["a", "b"])
  }

  @Test func `an older night that is run again leaves the order of the nights as it was`() throws {
    try save("a", "2025-11-18")
    try save("b", "2025-11-19")
    let last = try save("c", "2025-11-20")
    let again = try save("b", "2025-11-19")
    #expect(try store.latestScan()?.rowID == again)
    #expect(try dateBefore(again) == "2025-11-18")
    #expect(try dateBefore(last) == "2025-11-19")
  }

  @Test func `of two scans of a day the one stored later comes after`() throws {
    try save("a", "2025-11-19")
    let first = try save("b", "2025-11-20")
    let second = try save("c", "2025-11-20", companies: 1)
    #expect(try dateBefore(first) == "2025-11-19")
    #expect(try dateBefore(second) == "2025-11-20")
    #expect(try store.previousList(before: second).previous.count == 2)
  }

  @Test func `a scan with a date too late does not stay in the way`() throws {
    try save("a", "2025-11-19")
    try save("typo", "2052-11-20")
    let next = try save("b", "2025-11-20")
    #expect(try store.latestScan()?.rowID == next)
    #expect(try dateBefore(next) == "2025-11-19")
  }

  @Test func `a day that SQLite can't count is refused`() throws {
    var report = InventedReport.report(seed: 1)
    report.head.date = Day(number: 3_000_000)
    #expect(throws: StoreError.self) { try store.save(report, storedAt: InventedReport.noon) }
  }
}
