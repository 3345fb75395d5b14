import SickPay

/// How a column of the file became a column of the table.
public struct ColumnMapping: Sendable, Equatable {
  public enum Ground: String, Sendable, Equatable {
    /// The canonical name.
    case name
    /// A name that senders use.
    case synonym
    /// A name with one letter wrong; never for a column of money, hours or percent.
    case similar
    /// The office said so.
    case sender
    /// The office gave the value; the file has no such column.
    case constant
    /// A column of days and one of times of day, together.
    case dayAndTime
  }

  /// As it stands in the file; the value where the ground is `constant`.
  public let header: String
  /// The canonical name.
  public let column: String
  public let ground: Ground
  /// Whether it holds persons' numbers.
  public var isPerson: Bool { ["assistent", "brukare", "vikarie"].contains(column) }

  /// The column's place in a record of the file; `nil` for a constant.
  let place: Int?
  /// The place of the column with the day, where the ground is `dayAndTime`.
  var dayPlace: Int?
}

/// A required column that no column of the file is known to be.
public struct MissingColumn: Sendable, Equatable, ExpressibleByStringLiteral {
  public let name: String
  /// A column of the file whose name is near: a suggestion, never taken by itself.
  public let similarHeader: String?

  public init(_ name: String, similarHeader: String? = nil) {
    self.name = name
    self.similarHeader = similarHeader
  }

  /// A column without a suggestion.
  public init(stringLiteral name: String) { self.init(name) }
}

/// The columns of a file as columns of a table.
struct TableMapping: Sendable {
  let table: TableKind
  private(set) var columns: [ColumnMapping] = []
  private(set) var missing: [MissingColumn] = []
  /// Columns of the file that are not used.
  private(set) var unknown: [String] = []
  /// Columns that several columns of the file could be.
  private(set) var repeated: [String] = []

  /// The share of the required columns that were found.
  var share: Double {
    let required = table.columns.count(where: \.isRequired)
    return 1 - Double(missing.count) / Double(required)
  }

  /// The share of a table's required columns that a header has at least, as of canonical names.
  private static let leastShare = 0.6

  /// The table that the names fit best: one of the two tables of claims and shifts where they fit
  /// it by three in five, else a register that lacks none of its columns. Registers are small, and
  /// other lists hold some of their columns.
  static func best(_ names: [String], _ sender: SenderFormat?) -> TableMapping? {
    if let table = sender?.table { return TableMapping(table, names, sender) }
    let mappings = TableKind.allCases.map { TableMapping($0, names, sender) }
    func best(_ least: Double, _ isCandidate: (TableMapping) -> Bool) -> TableMapping? {
      mappings.filter { isCandidate($0) && $0.share >= least }
        .max { ($0.share, $0.columns.count) < ($1.share, $1.columns.count) }
    }
    return best(leastShare) { $0.table.register == nil }
      ?? best(1) { $0.table.register != nil }
      ?? (sender == nil ? nil : best(0) { $0.table.register == nil })
  }

  /// How many of some names are known, for any table.
  static func knownNames(_ names: [String]) -> Int {
    let written = names.map(WrittenName.init)
    return TableKind.allCases.map { table in
      Set(written.compactMap { known($0, in: table)?.column }).count
    }.max() ?? 0
  }

  init(_ table: TableKind, _ names: [String], _ sender: SenderFormat?) {
    self.table = table
    var taken = Set<Int>()
    mapSaidColumns(names, sender, &taken)
    mapKnownColumns(names, &taken)
    if table == .shifts { mapDayAndTime(names, &taken) }
    mapSimilarColumns(names, &taken)
    // As they stand in the file; constants last.
    columns.sort { ($0.place ?? names.count, $0.column) < ($1.place ?? names.count, $1.column) }
    let found = Set(columns.map(\.column))
    let free = names.indices.filter {
      !taken.contains($0) && names[$0].utf8.count <= TableMapping.longestName
    }.map { (name: names[$0], key: plainColumnKey(names[$0])) }
    // A file of more columns than that is none of ours, and has no near names to suggest.
    let candidates = free.count <= TableMapping.mostCandidates ? free : []
    missing = table.columns.filter { $0.isRequired && !found.contains($0.name) }.map { spec in
      MissingColumn(spec.name, similarHeader: nearest(to: spec, candidates).map(maskedPersons))
    }
    unknown = names.indices.filter { !taken.contains($0) && !columnKey(names[$0]).isEmpty }
      .map { maskedPersons(names[$0]) }
  }

  private mutating func mapSaidColumns(
    _ names: [String], _ sender: SenderFormat?, _ taken: inout Set<Int>
  ) {
    guard let sender else { return }
    let said = Dictionary(
      sender.columns.map { (columnKey($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    for (place, name) in names.enumerated() {
      guard let column = said[columnKey(name)] else { continue }
      columns.append(ColumnMapping(header: name, column: column, ground: .sender, place: place))
      taken.insert(place)
    }
    for (column, value) in sender.constants.sorted(by: { $0.key < $1.key }) {
      columns.append(ColumnMapping(header: value, column: column, ground: .constant, place: nil))
    }
  }

  private mutating func mapKnownColumns(_ names: [String], _ taken: inout Set<Int>) {
    let written = names.map(WrittenName.init)
    var found = Set(columns.map(\.column))
    for ground in [ColumnMapping.Ground.name, .synonym] {
      var places: [String: [Int]] = [:]
      for (place, name) in written.enumerated() where !taken.contains(place) {
        guard let hit = TableMapping.known(name, in: table), hit.ground == ground else { continue }
        places[hit.column, default: []].append(place)
      }
      for spec in table.columns where !found.contains(spec.name) {
        guard let at = places[spec.name], let place = at.first else { continue }
        if at.count > 1 {
          repeated.append(spec.name)
          continue
        }
        columns.append(
          ColumnMapping(header: names[place], column: spec.name, ground: ground, place: place))
        taken.insert(place)
        found.insert(spec.name)
      }
    }
  }

  /// Times of day in columns of their own stand beside one column of days.
  private mutating func mapDayAndTime(_ names: [String], _ taken: inout Set<Int>) {
    let days = Set(ColumnSynonyms.shiftDays.map(columnKey))
    let free = names.indices.filter { !taken.contains($0) && days.contains(columnKey(names[$0])) }
    guard free.count == 1, let dayPlace = free.first else { return }
    for index in columns.indices where isTime(columns[index].column) {
      let old = columns[index]
      columns[index] = ColumnMapping(
        header: "\(names[dayPlace]) + \(old.header)", column: old.column, ground: .dayAndTime,
        place: old.place, dayPlace: dayPlace)
    }
    taken.insert(dayPlace)
  }

  private func isTime(_ column: String) -> Bool {
    guard let spec = table.columns.first(where: { $0.name == column }) else { return false }
    if case .wallTime = spec.kind { return true }
    return false
  }

  /// One wrong letter in a long name, where only one column is that near.
  private mutating func mapSimilarColumns(_ names: [String], _ taken: inout Set<Int>) {
    let found = Set(columns.map(\.column))
    for (place, name) in names.enumerated()
    where !taken.contains(place) && name.utf8.count <= TableMapping.longestName {
      let key = plainColumnKey(name)
      guard key.utf8.count >= 7 else { continue }
      let near = table.columns.filter { spec in
        !spec.kind.isAmount && columnKey(spec.name).utf8.count >= 7
          && editDistance(key, columnKey(spec.name)) == 1
      }
      guard near.count == 1, let spec = near.first, !found.contains(spec.name),
        !columns.contains(where: { $0.column == spec.name })
      else { continue }
      columns.append(
        ColumnMapping(header: name, column: spec.name, ground: .similar, place: place))
      taken.insert(place)
    }
  }

  /// The free column whose name is nearest to one of a column's names, if it is near at all.
  private func nearest(
    to spec: ColumnSpec, _ candidates: [(name: String, key: String)]
  ) -> String? {
    let known = ([spec.name] + (ColumnSynonyms.of(table)[spec.name] ?? [])).map(columnKey)
    var best: (name: String, distance: Double)?
    for (name, key) in candidates where key.utf8.count >= 3 {
      for other in known {
        let longest = Double(max(key.utf8.count, other.utf8.count))
        let contains = other.utf8.count >= 4 && (key.contains(other) || other.contains(key))
        let distance = contains ? 0.3 : Double(editDistance(key, other)) / longest
        if distance < best?.distance ?? 0.4 { best = (name, distance) }
      }
    }
    return best?.name
  }

  /// Bytes of a name that is looked at for likeness: no column's is longer, and the time it takes
  /// grows with the length.
  private static let longestName = 100
  private static let mostCandidates = 200

  private typealias KnownName = (column: String, ground: ColumnMapping.Ground)

  /// The column that a name is known for: with what stands in brackets first, and without it only
  /// where that is no unit of another column.
  private static func known(_ name: WrittenName, in table: TableKind) -> KnownName? {
    let index = nameIndexes[table] ?? [:]
    if let hit = index[name.key] { return hit }
    guard let hit = index[name.plainKey],
      let spec = table.columns.first(where: { $0.name == hit.column }),
      name.inBrackets.allSatisfy(spec.kind.mayHaveInBrackets)
    else { return nil }
    return hit
  }

  /// For each table the names by which its columns are known, as they are compared.
  private static let nameIndexes = Dictionary(
    uniqueKeysWithValues: TableKind.allCases.map { ($0, nameIndex($0)) })

  private static func nameIndex(_ table: TableKind) -> [String: KnownName] {
    var index: [String: KnownName] = [:]
    for (column, names) in ColumnSynonyms.of(table) {
      for name in names { index[columnKey(name)] = (column, .synonym) }
    }
    for spec in table.columns { index[columnKey(spec.name)] = (spec.name, .name) }
    return index
  }
}

extension FieldKind {
  /// Money, hours and percent: a column that is only guessed to be one would be a guess at sums.
  var isAmount: Bool {
    switch self {
    case .kronor, .hours, .wage, .percent: true
    default: false
    }
  }

  /// A day, alone or with a time.
  var isDay: Bool {
    switch self {
    case .date, .wallTime: true
    default: false
    }
  }
}
