public import SickPay

/// What a table's columns are; the table itself only knows 32-bit cells.
public protocol TableSchema: Sendable {
  /// One per column, in the order of the columns.
  static var codings: [Coding] { get }
  /// The columns that say what a row claims. Those after them say where it was read.
  static var contentColumns: Range<Int> { get }
}

/// How the cells of a column are to be understood when tables with dictionaries of their own meet.
public enum Coding: Sendable {
  /// The number itself: money, time, a day, a code of the format.
  case plain
  /// An id in a dictionary, to be translated when dictionaries merge.
  case person, company, text
}

/// A typed name of one column of a table.
public struct Field<Schema: TableSchema, Value: Cell>: Sendable {
  public let index: Int

  @inlinable public init(index: Int) { self.index = index }
}

/// Typed contiguous columns of equal length. A row is an index, never an object.
public struct Table<Schema: TableSchema>: Sendable {
  public private(set) var columns: [[Int32]]

  public init() {
    columns = Array(repeating: [], count: Schema.codings.count)
  }

  /// Rows given by column; `nil` unless there are as many as the table has, of equal length.
  public init?(columns: [[Int32]]) {
    guard columns.count == Schema.codings.count,
      columns.allSatisfy({ $0.count == columns[0].count })
    else { return nil }
    self.columns = columns
  }

  /// Rows of which some columns are known; the others are empty, and a look into one stops the
  /// program. `nil` unless the first column is known and all that are have `count` rows.
  public init?(known columns: [[Int32]], count: Int) {
    guard columns.count == Schema.codings.count, columns[0].count == count,
      columns.allSatisfy({ $0.isEmpty || $0.count == count })
    else { return nil }
    self.columns = columns
  }

  @inlinable public var count: Int { columns[0].count }

  /// The cells of a column, `count` long; `absentCell` where an optional field is empty.
  @inlinable public func column<Value>(_ field: Field<Schema, Value>) -> [Int32] {
    columns[field.index]
  }

  /// A field that every accepted row has.
  @inlinable public subscript<Value>(field: Field<Schema, Value>, row: Int) -> Value {
    Value(cell: columns[field.index][row])
  }

  /// A field that may be empty.
  @inlinable public func value<Value>(_ field: Field<Schema, Value>, _ row: Int) -> Value? {
    let cell = columns[field.index][row]
    return cell == absentCell ? nil : Value(cell: cell)
  }

  /// Appends rows given by column: as many columns as the table has, of equal length.
  public mutating func append(columns more: [[Int32]]) {
    precondition(
      more.count == columns.count && more.allSatisfy { $0.count == more[0].count },
      "rows come as columns of equal length")
    for index in columns.indices { columns[index].append(contentsOf: more[index]) }
  }

  /// Makes room for so many rows in all.
  public mutating func reserve(rows: Int) {
    for index in columns.indices { columns[index].reserveCapacity(rows) }
  }

  /// Appends all rows of another table, whose ids are of the same dictionaries.
  public mutating func append(_ other: consuming Table) {
    if columns[0].capacity == 0 {
      self = other
      return
    }
    for index in columns.indices {
      columns[index].append(contentsOf: other.columns[index])
      other.columns[index] = []
    }
  }

  /// Translates the ids of every coded column.
  mutating func translate(_ translation: Translation) {
    for (index, coding) in Schema.codings.enumerated() {
      switch coding {
      case .plain: continue
      case .person: translation.persons.apply(to: &columns[index])
      case .company: translation.companies.apply(to: &columns[index])
      case .text: translation.texts.apply(to: &columns[index])
      }
    }
  }

  /// Keeps the rows of `order`, in that order.
  mutating func reorder(_ order: [UInt32]) {
    for index in columns.indices { columns[index] = gather(columns[index], order) }
  }

  /// Whether two rows claim the same, wherever they were read.
  func sameContent(_ left: Int, _ right: Int) -> Bool {
    for index in Schema.contentColumns where columns[index][left] != columns[index][right] {
      return false
    }
    return true
  }
}

/// The cells at `order`.
func gather(_ cells: [Int32], _ order: [UInt32]) -> [Int32] {
  let source = cells.span
  let indices = order.span
  return [Int32](capacity: order.count) { output in
    for position in indices.indices { output.append(source[Int(indices[position])]) }
  }
}

/// Where a row was read.
public struct RowPlace: Sendable, Equatable {
  public let file: FileID
  public let line: Line
}

extension Table {
  /// Changes the sign of some columns' values.
  mutating func negate<Value>(_ fields: Field<Schema, Value>...) {
    for field in fields {
      for row in columns[field.index].indices where columns[field.index][row] != absentCell {
        columns[field.index][row] = -columns[field.index][row]
      }
    }
  }

  /// Says of all rows that they were read in one file.
  mutating func setFile(_ file: FileID) {
    columns[Schema.contentColumns.upperBound] = Array(repeating: file.cell, count: count)
  }

  /// Says of all rows that so many lines stand before those that they were read on.
  mutating func moveLines(by lines: Int32) {
    let column = columns.count - 1
    for row in columns[column].indices { columns[column][row] += lines }
  }

  /// Every table's last two columns are the file and the line.
  public func place(_ row: Int) -> RowPlace {
    let file = Schema.contentColumns.upperBound
    return RowPlace(
      file: FileID(cell: columns[file][row]), line: Line(cell: columns[file + 1][row]))
  }
}
