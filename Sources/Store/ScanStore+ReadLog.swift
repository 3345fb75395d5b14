public import Foundation
import GRDB

extension ScanStore {
  /// Adds a line to the log of reads, `läslogg`, in which no line is ever changed or taken away.
  ///
  /// Call it before persons are shown: what is not logged is not read (10 § lag (2001:454) om
  /// behandling av personuppgifter inom socialtjänsten).
  ///
  /// - Parameters:
  ///   - orgnr: The company whose persons are read; ten digits, or a token `E-…`.
  ///   - reason: Why; not blank.
  ///   - readAt: Kept to the millisecond.
  ///   - by: Who reads; not blank.
  /// - Throws: `refused` for a blank text; `busy`, `diskFull`, `failed`.
  public func logRead(
    orgnr: String, reason: String, readAt: Date, by: String
  ) throws(StoreError) {
    try write { db in
      var inserter = RowInserter(db)
      try inserter.insert(
        into: "läslogg", ["orgnr": orgnr, "reason": reason, "readAt": readAt, "readBy": by])
    }
  }
}
