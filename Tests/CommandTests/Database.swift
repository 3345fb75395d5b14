import Foundation
import GRDB

extension Folder {
  /// The rows of a query on the database that the command wrote, the columns joined by `|`.
  func query(_ sql: String) throws -> [String] {
    let queue = try DatabaseQueue(path: url.appending(path: "sjuklonevakt.sqlite").path)
    defer { try? queue.close() }
    return try queue.read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map { value in
          String.fromDatabaseValue(value) ?? Int.fromDatabaseValue(value).map(String.init) ?? "NULL"
        }.joined(separator: "|")
      }
    }
  }
}
