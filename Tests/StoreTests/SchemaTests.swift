import Foundation
import GRDB
import Reporting
import SickPay
import Testing

@testable import Store

struct SchemaTests {
  @Test func `migrating twice changes nothing`() throws {
    let temporary = try TemporaryStore()
    let schema = "SELECT type, name, sql FROM sqlite_schema ORDER BY name"
    let before = try temporary.rows(schema)
    let again = try ScanStore(path: temporary.path)
    try Schema.migrator.migrate(again.pool)
    #expect(try temporary.rows(schema) == before)
    #expect(try temporary.rows("PRAGMA journal_mode") == ["wal"])
    #expect(try temporary.rows("PRAGMA foreign_key_check") == [])
  }

  @Test func `a new file is the owner's alone`() throws {
    let temporary = try TemporaryStore()
    for suffix in ["", "-wal", "-shm"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: temporary.path + suffix)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func `a file of a later version, of something else or in no folder is not opened`() throws {
    let temporary = try TemporaryStore()
    try temporary.execute("INSERT INTO grdb_migrations VALUES ('later')")
    #expect(throws: StoreError.newerSchema(path: temporary.path)) {
      try ScanStore(path: temporary.path)
    }
    let text = temporary.path + ".txt"
    try String(repeating: "inte en databas ", count: 100)
      .write(toFile: text, atomically: true, encoding: .utf8)
    #expect(throws: StoreError.notADatabase(path: text)) { try ScanStore(path: text) }
    let nowhere = temporary.path + "/ingen/vakt.sqlite"
    #expect(throws: StoreError.cannotOpen(path: nowhere)) { try ScanStore(path: nowhere) }
  }

  @Test func `many that make the file at the same time all open it`() async throws {
    let temporary = try TemporaryStore()
    for number in 0..<8 {
      let path = temporary.path + "\(number)"
      let opened = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<4 { group.addTask { try ScanStore(path: path).latestScan() == nil } }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(opened == 4)
    }
  }

  /// One rule of the schema that a report breaks, and what the refusal names.
  struct Broken: Sendable, CustomTestStringConvertible {
    let constraint: String
    let change: @Sendable (inout ScanReport) -> Void
    var testDescription: String { constraint }

    init(_ constraint: String, _ change: @escaping @Sendable (inout ScanReport) -> Void) {
      self.constraint = constraint
      self.change = change
    }
  }

  @Test(arguments: [
    Broken("rows = accepted + rejected") { $0.ingestion.files[0].rows += 1 },
    Broken("accepted >= 0") { $0.ingestion.files[0].accepted = -1 },
    Broken("length(sha256) = 64") { $0.ingestion.files[0].sha256 = "abc" },
    Broken("sha256 NOT GLOB") { $0.ingestion.files[0].sha256 = String(repeating: "Z", count: 64) },
    Broken("line >= 1") { $0.ingestion.files[0].rejects[0].line = 0 },
    Broken("repeated >= 0") { $0.ingestion.repeated = -1 },
    Broken("score BETWEEN 0 AND 1") { $0.companies[4].score = 1.01 },
    Broken("company.score") { $0.companies[4].score = .nan },
    Broken("low BETWEEN 0 AND 1") { $0.companies[4].low = -0.1 },
    Broken("high BETWEEN low AND 1") { $0.companies[4].high = $0.companies[4].low / 2 },
    Broken("rank >= 1") { $0.companies[4].rank = 0 },
    Broken("company.rank") { $0.companies[4].rank = 1 },
    Broken("company.orgnr") { $0.companies[4].orgnr = $0.companies[0].orgnr },
    Broken("orgnr GLOB") { $0.companies[4].orgnr = "8901019802" },
    Broken("orgnr GLOB") { $0.companies[4].orgnr = "556000-0001" },
    Broken("atStakeOre >= 0") { $0.companies[4].atStake = Ore(-1) },
    Broken("vacancyShare BETWEEN 0 AND 1") { $0.companies[4].profile.vacancyShare = 2 },
    Broken("kind = 'rule'") { $0.companies[4].findings[3].kind = "gissning" },
    Broken("verdict = 'granska'") { $0.companies[4].findings[3].verdict = "monster" },
    Broken("ore >= 0") { $0.companies[4].findings[3].kronor = Ore(-1) },
    Broken("finding.hash") { $0.companies[4].findings[3].id = $0.companies[0].findings[0].id },
    Broken("rowsAtFault >= 0") { $0.companies[4].findings[3].rowsAtFault = -1 },
    Broken("kommun GLOB") { $0.ingestion.unmatchedCredits[0].kommun = "Falun" },
    Broken("hash <> ''") { $0.head.id = "" },
  ])
  func `a report that breaks a rule is refused and the scan before it stands`(
    _ broken: Broken
  ) throws {
    let temporary = try TemporaryStore()
    let good = InventedReport.report(seed: 1, id: "a")
    try temporary.store.save(good, storedAt: InventedReport.noon)
    let tables = try temporary.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
    func dump() throws -> [String] {
      try tables.flatMap { try temporary.rows("SELECT * FROM \($0)") }
    }
    let before = try dump()

    // With the id of the scan before and with another.
    for id in ["a", "b"] {
      var report = InventedReport.report(seed: 2, id: id)
      broken.change(&report)
      #expect {
        try temporary.store.save(report, storedAt: InventedReport.noon)
      } throws: { error in
        guard case .refused(let constraint) = error as? StoreError else { return false }
        return constraint.contains(broken.constraint)
      }
    }
    #expect(try dump() == before)
    #expect(try temporary.store.company(orgnr: "5560000005")?.company == good.companies[4])
  }

  @Test(arguments: [
    "INSERT INTO company SELECT 99, orgnr, rank, name, isRiskforetag, score, low, high, "
      + "expectedOre, atStakeOre, sizeRank, claims, ore FROM company",
    "UPDATE finding SET rows = '7'", "INSERT INTO sharedText VALUES (99999, 0, 'a')",
    "INSERT INTO skipped VALUES (1, 9, 'a', 'b', 'många')",
    "UPDATE scan SET date = '2025-02-30'", "UPDATE scan SET date = '2025-1-1'",
    "UPDATE scan SET windowFrom = '2030-01-01'", "UPDATE scan SET storedAt = 'i går'",
    "UPDATE profile SET personCountsAdd = 'always'", "UPDATE profile SET weekdays = '7'",
    "UPDATE company SET isRiskforetag = 2", "UPDATE finding SET received = 'x'",
  ])
  func `broken rows are refused, whoever writes them`(_ sql: String) throws {
    let temporary = try TemporaryStore()
    try temporary.store.save(InventedReport.report(seed: 1), storedAt: InventedReport.noon)
    #expect {
      try temporary.execute(sql)
    } throws: { error in
      if case .refused = error as? StoreError { true } else { false }
    }
  }

  @Test func `all of a scan goes with it`() throws {
    let temporary = try TemporaryStore()
    try temporary.store.save(InventedReport.report(seed: 1), storedAt: InventedReport.noon)
    try temporary.execute("DELETE FROM scan")
    let tables = [
      "inputFile", "reject", "unmatchedCredit", "skipped", "company", "kommunShare", "profile",
      "finding", "findingRow", "sharedText",
    ]
    for table in tables { #expect(try temporary.rows("SELECT * FROM \(table)") == []) }
  }

  @Test func `a value that is not of its kind is damaged`() throws {
    let temporary = try TemporaryStore()
    try temporary.store.save(InventedReport.report(seed: 1), storedAt: InventedReport.noon)
    // A day that SQLite knows and the calendar of the law does not.
    try temporary.execute("UPDATE scan SET windowFrom = '0001-01-01'")
    #expect(throws: StoreError.damaged) { try temporary.store.latestScan() }
  }
}
