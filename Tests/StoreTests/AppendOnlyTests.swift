import Foundation
import Reporting
import Store
import Testing

struct AppendOnlyTests {
  private let temporary: TemporaryStore

  init() throws {
    temporary = try TemporaryStore()
    let report = InventedReport.report(seed: 1)
    try temporary.store.save(report, storedAt: InventedReport.noon)
    try temporary.store.putAway(
      findingID: report.companies[0].findings[0].id, reason: "utredd", until: nil,
      decidedAt: InventedReport.noon, by: "hl1")
    for reason in ["återkrav", "tips"] {
      try temporary.store.logRead(
        orgnr: "5560000001", reason: reason, readAt: InventedReport.noon, by: "hl1")
    }
  }

  @Test func `reads are logged with company, reason, time and reader`() throws {
    #expect(
      try temporary.rows("SELECT * FROM läslogg ORDER BY id") == [
        "1|5560000001|återkrav|2025-09-19 18:40:00.125|hl1",
        "2|5560000001|tips|2025-09-19 18:40:00.125|hl1",
      ])
  }

  @Test(
    arguments: ["läslogg", "decision"],
    [
      "DELETE FROM @", "DELETE FROM @ WHERE id = 1", "UPDATE @ SET id = 9",
      "INSERT OR REPLACE INTO @ SELECT * FROM @ WHERE id = 1",
      "REPLACE INTO @ SELECT * FROM @",
    ])
  func `lines can't be changed or taken away`(_ table: String, _ statement: String) throws {
    let before = try temporary.rows("SELECT * FROM \(table)")
    #expect(throws: StoreError.refused(constraint: "\(table) is append-only")) {
      try temporary.execute(statement.replacing("@", with: table))
    }
    #expect(try temporary.rows("SELECT * FROM \(table)") == before)
  }

  @Test func `a read without a reason or a reader is refused`() throws {
    for (reason, reader) in [(" ", "hl1"), ("tips", "")] {
      #expect {
        try temporary.store.logRead(
          orgnr: "5560000001", reason: reason, readAt: InventedReport.noon, by: reader)
      } throws: { error in
        if case .refused = error as? StoreError { true } else { false }
      }
    }
  }

  @Test func `the log outlives the scans`() throws {
    try temporary.execute("DELETE FROM scan")
    #expect(try temporary.rows("SELECT count(*) FROM läslogg") == ["2"])
    #expect(try temporary.rows("SELECT count(*) FROM decision") == ["1"])
  }
}
