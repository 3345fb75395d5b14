import Foundation
import GRDB

@testable import Store

/// A store in a folder of its own, which goes with the value.
final class TemporaryStore {
  private let folder: URL
  let path: String
  let store: ScanStore

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    path = folder.appending(path: "vakt.sqlite").path
    store = try ScanStore(path: path)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Changes the database as somebody with an SQL prompt would.
  func execute(_ sql: String) throws {
    try store.write { try $0.execute(sql: sql) }
  }

  /// The rows of a query as text, the columns joined by `|`.
  func rows(_ sql: String) throws -> [String] {
    try store.read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map { value in
          value.isNull ? "" : String.fromDatabaseValue(value) ?? "\(value)"
        }.joined(separator: "|")
      }
    }
  }
}
