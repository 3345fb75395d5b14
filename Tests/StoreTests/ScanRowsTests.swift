import Reporting
import SickPay
import Testing

@testable import Store

struct ScanRowsTests {
  private static let columns = [
    "row", "claimRow", "kommun", "arende", "assistent", "brukare", "shiftStart", "shiftEnd",
    "wallSeconds", "vikarie", "file", "line",
  ]

  private func shift(_ row: Int64, kommun: String = "2080") -> [StoredValue] {
    [
      .integer(row), .empty, .text(kommun), .text("Ä1"), .text("A-1"), .text("B-1"),
      .text("2025-05-06 20:00:00"), .text("2025-05-07 06:00:00"), .integer(36_000), .empty,
      .text("pass.csv"), .integer(row + 2),
    ]
  }

  private func save(_ rows: [[StoredValue]], in temporary: TemporaryStore) throws {
    try temporary.store.save(
      InventedReport.report(seed: 4), storedAt: InventedReport.noon
    ) { writer in
      for row in rows { try writer.insert(into: .shifts, columns: Self.columns, row) }
    }
  }

  @Test func `rows are stored with their scan and go with it`() throws {
    let temporary = try TemporaryStore()
    try save([shift(0), shift(1)], in: temporary)
    #expect(
      try temporary.rows("SELECT scanId, row, vikarie, wallSeconds FROM shiftRow ORDER BY row")
        == ["1|0||36000", "1|1||36000"])
    try save([shift(0)], in: temporary)
    #expect(try temporary.rows("SELECT count(*) FROM shiftRow") == ["1"])
    try temporary.execute("DELETE FROM scan")
    #expect(try temporary.rows("SELECT count(*) FROM shiftRow") == ["0"])
  }

  @Test func `a row that the schema refuses undoes the scan`() throws {
    let temporary = try TemporaryStore()
    #expect {
      try save([shift(0), shift(1, kommun: "Falun")], in: temporary)
    } throws: { error in
      guard case .refused(let constraint) = error as? StoreError else { return false }
      return constraint.contains("kommun GLOB")
    }
    #expect(try temporary.rows("SELECT count(*) FROM scan") == ["0"])
    #expect(try temporary.rows("SELECT count(*) FROM shiftRow") == ["0"])
  }
}
