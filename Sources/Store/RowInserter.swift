import GRDB

/// Inserts rows by statements that are compiled once per table.
struct RowInserter {
  private let db: Database
  private var statements: [String: Statement] = [:]

  init(_ db: Database) { self.db = db }

  /// - Parameter values: By column; each call for a table names the same columns in the same order.
  mutating func insert(
    into table: String, _ values: KeyValuePairs<String, (any DatabaseValueConvertible)?>
  ) throws {
    let statement = try statements[table] ?? compile(table, columns: values.map(\.key))
    try statement.insert(values.lazy.map { $0.value?.databaseValue ?? .null })
  }

  private mutating func compile(_ table: String, columns: [String]) throws -> Statement {
    let marks = repeatElement("?", count: columns.count).joined(separator: ", ")
    let names = columns.joined(separator: ", ")
    let statement = try db.makeStatement(sql: "INSERT INTO \(table) (\(names)) VALUES (\(marks))")
    statements[table] = statement
    return statement
  }
}
