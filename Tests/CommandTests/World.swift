import Foundation
import Testing

/// A small invented world with its list, made once for all tests.
struct World: Sendable {
  let claims: Table
  let shifts: Table
  let key: String
  /// What `scan in --format json` writes about it.
  let json: String
  let list: JSONValue

  static let shared = Result { try World() }

  /// That a list of the same claims, in whatever form they came, ranks the companies the same.
  func expectSameCompanies(in other: JSONValue) {
    for key in ["orgnr", "score", "atStakeKronor", "claims", "kronor"] {
      #expect(other["companies"].items.map { $0[key] } == list["companies"].items.map { $0[key] })
    }
  }

  private init() throws {
    let folder = try Folder()
    let made = try folder.run(
      "demo-data", "world", "--frö", "7", "--rader", "600", "--bolag", "8", "--fuskande", "2")
    try #require(made.status == 0, "\(made.stderr)")
    claims = Table(try folder.text("world/sjukloner.csv"))
    shifts = Table(try folder.text("world/pass.csv"))
    try folder.write(claims.text, to: "in/sjukloner.csv")
    try folder.write(shifts.text, to: "in/pass.csv")
    let scanned = try folder.run("scan", "in", "--format", "json")
    try #require(scanned.status == 0, "\(scanned.stderr)")
    key = try folder.text(Folder.keyFile)
    json = scanned.stdout
    list = try JSONValue(scanned.stdout)
  }
}

/// A table of the input as lines; none of its fields holds a semicolon or a line break.
struct Table: Sendable {
  let header: String
  let rows: [String]

  init(_ text: String) {
    let lines = text.split(separator: "\n").map(String.init)
    (header, rows) = (lines.first ?? "", Array(lines.dropFirst()))
  }

  init(header: String, rows: [String]) { (self.header, self.rows) = (header, rows) }

  var text: String { ([header] + rows).joined(separator: "\n") + "\n" }

  /// The column's values, row by row.
  func column(_ name: String) throws -> [String] {
    let place = try #require(header.split(separator: ";").firstIndex { $0 == name })
    return rows.map { Table.fields($0)[place] }
  }

  /// The row with another value in the column.
  func row(_ index: Int, _ name: String, _ value: String) throws -> String {
    let place = try #require(header.split(separator: ";").firstIndex { $0 == name })
    var fields = Table.fields(rows[index])
    fields[place] = value
    return fields.joined(separator: ";")
  }

  private static func fields(_ row: String) -> [String] {
    row.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
  }

  /// The rows dealt out like cards: the first to the first part, the second to the second.
  func dealt(into count: Int) -> [Table] {
    (0..<count).map { part in
      let rows = stride(from: part, to: rows.count, by: count).map { self.rows[$0] }
      return Table(header: header, rows: rows)
    }
  }
}
