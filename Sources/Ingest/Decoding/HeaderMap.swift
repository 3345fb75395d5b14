/// Which field of a record holds which column of a table.
struct HeaderMap: Sendable, Equatable {
  /// For each column of the table, its field's place; −1 where the file lacks it.
  let places: [Int]
  let fieldCount: Int
  /// Names in the file that the table does not know.
  let unknown: [String]

  enum Problem: Error, Equatable, Sendable {
    case missing(columns: [String])
    case repeated(column: String)
  }

  init(_ names: [String], _ columns: [ColumnSpec]) throws(Problem) {
    let folded = names.map(foldedHeaderName)
    places = columns.map { column in
      folded.firstIndex(of: foldedHeaderName(column.name)) ?? -1
    }
    let missing = zip(columns, places).filter { $0.isRequired && $1 < 0 }.map(\.0.name)
    if !missing.isEmpty { throw .missing(columns: missing) }
    let known = Set(places)
    for (place, name) in folded.enumerated()
    where folded.firstIndex(of: name) != place
      && known.contains(folded.firstIndex(of: name) ?? -1)
    {
      throw .repeated(column: names[place])
    }
    unknown = names.indices.filter { !known.contains($0) && !folded[$0].isEmpty }.map { names[$0] }
    fieldCount = names.count
  }

  /// The table whose required columns a header has most of, if it has at least three in five of
  /// them.
  static func likelyTable(_ names: [String]) -> TableKind? {
    let folded = Set(names.map(foldedHeaderName))
    func share(_ kind: TableKind) -> Double {
      let required = kind.columns.filter(\.isRequired)
      let found = required.count { folded.contains(foldedHeaderName($0.name)) }
      return Double(found) / Double(required.count)
    }
    let best = TableKind.allCases.max { share($0) < share($1) }
    return best.flatMap { share($0) >= 0.6 ? $0 : nil }
  }
}
