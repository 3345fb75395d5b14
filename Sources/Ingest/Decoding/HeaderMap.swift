/// Which field of a record holds which column of a table.
package struct HeaderMap: Sendable, Equatable {
  /// For each column of the table, its field's place; −1 where the file lacks it.
  let places: [Int]
  let fieldCount: Int
  /// Names in the file that the table does not know.
  let unknown: [String]

  package enum Problem: Error, Equatable, Sendable {
    case missing(columns: [String])
    case repeated(column: String)
  }

  package init(_ names: [String], _ columns: [ColumnSpec]) throws(Problem) {
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

  /// The columns that were found, as they stand in the file.
  func mappings(_ names: [String], _ columns: [ColumnSpec]) -> [ColumnMapping] {
    zip(columns, places).filter { $1 >= 0 }.sorted { $0.1 < $1.1 }.map { spec, place in
      ColumnMapping(header: names[place], column: spec.name, ground: .name, place: place)
    }
  }

  /// The table that a header belongs to: of those with all their required columns in it, the one
  /// with most of them; else, of those with at least three in five, the same.
  ///
  /// Registers are small, and other lists hold some of their columns: one that lacks any is
  /// recognised only where the file bears its name.
  ///
  /// - Parameter fileName: Without its folder; `nil` for standard input.
  static func likelyTable(_ names: [String], fileName: String?) -> TableKind? {
    let folded = Set(names.map(foldedHeaderName))
    func found(_ kind: TableKind) -> (columns: Int, share: Double) {
      let required = kind.columns.filter(\.isRequired)
      let found = required.count { folded.contains(foldedHeaderName($0.name)) }
      return (found, Double(found) / Double(required.count))
    }
    let likely = TableKind.allCases.filter { kind in
      let isNamed = kind.register == nil || fileName.map(kind.isNamed) ?? false
      return found(kind).share >= (isNamed ? 0.6 : 1)
    }
    let whole = likely.filter { found($0).share == 1 }
    return (whole.isEmpty ? likely : whole).max { found($0).columns < found($1).columns }
  }
}
