import GRDB
import GRDBSQLite

extension Statement {
  /// Runs a compiled INSERT once, with values in the order of its marks.
  ///
  /// It goes past GRDB's arguments and observers, which cost more than SQLite does: nobody watches
  /// a scan being written, and there are millions of values.
  ///
  /// - Throws: `DatabaseError`, as `execute(arguments:)` does.
  func insert(_ values: some Sequence<DatabaseValue>) throws {
    var place: CInt = 0
    for value in values {
      place += 1
      try check(value.bind(to: sqliteStatement, at: place), SQLITE_OK)
    }
    let code = sqlite3_step(sqliteStatement)
    defer { sqlite3_reset(sqliteStatement) }
    try check(code, SQLITE_DONE)
  }

  private func check(_ code: CInt, _ expected: CInt) throws {
    guard code != expected else { return }
    throw DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: String(cString: sqlite3_errmsg(sqlite3_db_handle(sqliteStatement))), sql: sql)
  }
}
