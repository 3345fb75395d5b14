public import Foundation
import GRDB
public import Reporting

extension ScanStore {
  /// Stores a whole scan in one transaction: whatever ends the process meanwhile, the database
  /// holds the scan before it whole.
  ///
  /// A scan with an id that is stored already (same files, configuration and date) takes its place:
  /// the old one goes and this one is the latest. It is kept once, because it says the same; it is
  /// written again, because another version of the program or another key for the persons may word
  /// it differently, and because what was just scanned is what people ask about next. What came
  /// before it does not change, since ``previousList(before:)`` goes by the scan's date first.
  ///
  /// - Parameters:
  ///   - storedAt: Kept to the millisecond.
  ///   - rows: Writes the scan's claim and shift rows; what it throws undoes all.
  /// - Returns: The scan's row, higher than that of any scan stored before.
  /// - Throws: `refused` where the report breaks a rule of the schema; `busy`, `diskFull`,
  ///   `failed`. The database is then as it was.
  @discardableResult
  public func save(
    _ report: ScanReport, storedAt: Date,
    rows: ((inout ScanRowsWriter) throws -> Void)? = nil
  ) throws(StoreError) -> Int64 {
    try write { db in
      try db.execute(sql: "DELETE FROM scan WHERE hash = ?", arguments: [report.head.id])
      var writer = ReportWriter(db)
      let scan = try writer.write(report, storedAt: storedAt)
      if let rows {
        var writer = ScanRowsWriter(db, scan: scan)
        try rows(&writer)
      }
      return scan
    }
  }
}
