import Foundation

/// A table of the truth: `;` between fields and no quotes, as the generator writes it.
struct TruthTable {
  let path: String
  private let columns: [String: Int]
  private let lines: [[Substring]]

  init(_ path: String) throws(TruthFault) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path)
    }
    self.path = path
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false)
    }
    let header = (lines.first ?? []).enumerated().map { (String($0.element), $0.offset) }
    columns = Dictionary(header, uniquingKeysWith: { first, _ in first })
    self.lines = Array(lines.dropFirst())
  }

  /// What `read` makes of each row, in the file's order.
  func rows<Value>(_ read: (Row) throws(TruthFault) -> Value) throws(TruthFault) -> [Value] {
    var values: [Value] = []
    for (index, fields) in lines.enumerated() {
      values.append(try read(Row(table: self, fields: fields, line: index + 2)))
    }
    return values
  }

  struct Row {
    fileprivate let table: TruthTable
    fileprivate let fields: [Substring]
    fileprivate let line: Int

    func text(_ column: String) throws(TruthFault) -> String {
      guard let index = table.columns[column] else {
        throw .missingColumn(path: table.path, column: column)
      }
      guard index < fields.count else { throw .badLine(path: table.path, line: line) }
      return String(fields[index])
    }

    func number(_ column: String) throws(TruthFault) -> Int {
      guard let number = Int(try text(column)) else {
        throw .badLine(path: table.path, line: line)
      }
      return number
    }
  }
}
