import GRDB
public import SickPay

/// A cell of a stored row.
public enum StoredValue: Sendable, Equatable {
  case integer(Int64)
  case text(String)
  case day(Day)
  case empty
}

/// Writes the claim and shift rows of a scan; the transaction is that of the scan.
public struct ScanRowsWriter {
  public enum Table: String, Sendable {
    case claims = "claimRow"
    case shifts = "shiftRow"
  }

  private let db: Database
  private let scan: Int64
  private var statements: [Table: Statement] = [:]

  init(_ db: Database, scan: Int64) { (self.db, self.scan) = (db, scan) }

  /// - Parameters:
  ///   - columns: The table's, but for the scan's; each call for a table names the same.
  ///   - values: As many.
  /// - Throws: Where the schema refuses a value.
  public mutating func insert(
    into table: Table, columns: [String], _ values: [StoredValue]
  ) throws {
    let statement = try statements[table] ?? compile(table, columns)
    try statement.insert([scan.databaseValue] + values.map(\.databaseValue))
  }

  private mutating func compile(_ table: Table, _ columns: [String]) throws -> Statement {
    let names = ["scanId"] + columns
    let marks = repeatElement("?", count: names.count).joined(separator: ", ")
    let statement = try db.makeStatement(
      sql:
        "INSERT INTO \(table.rawValue) (\(names.joined(separator: ", "))) VALUES (\(marks))")
    statements[table] = statement
    return statement
  }
}

extension StoredValue {
  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .integer(let value): value.databaseValue
    case .text(let text): text.databaseValue
    case .day(let day): ISODay(day).databaseValue
    case .empty: .null
    }
  }
}
