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
  /// Places of the columns of the file that are no column of the table.
  private var free: [Int] = []

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
    let written = names.map(WrittenName.init)
    let tables = sender?.table.map { [$0] } ?? Array(TableKind.allCases)
    let mappings = tables.map { TableMapping($0, written, sender) }
    func best(_ least: Double, _ isCandidate: (TableMapping) -> Bool) -> TableMapping? {
      mappings.filter { isCandidate($0) && $0.share >= least }
        .max { ($0.share, $0.columns.count) < ($1.share, $1.columns.count) }
    }
    var found =
      sender?.table == nil
      ? best(leastShare) { $0.table.register == nil }
        ?? best(1) { $0.table.register != nil }
        ?? (sender == nil ? nil : best(0) { $0.table.register == nil }) : mappings.first
    found?.suggest(written)
    return found
  }

  /// How many of some names are known, for any table.
  static func knownNames(_ names: [String]) -> Int {
    let written = names.map(WrittenName.init)
    return TableKind.allCases.map { table in
      Set(written.compactMap { known($0, in: table)?.column }).count
    }.max() ?? 0
  }

  init(_ table: TableKind, _ names: [String]) {
    self.init(table, names.map(WrittenName.init), nil)
  }

  /// Without suggestions for what is missing.
  private init(_ table: TableKind, _ names: [WrittenName], _ sender: SenderFormat?) {
    self.table = table
    var taken = Set<Int>()
    mapSaidColumns(names, sender, &taken)
    mapKnownColumns(names, &taken)
    if table == .shifts { mapDayAndTime(names, &taken) }
    mapSimilarColumns(names, &taken)
    // As they stand in the file; constants last.
    columns.sort { ($0.place ?? names.count, $0.column) < ($1.place ?? names.count, $1.column) }
    let found = Set(columns.map(\.column))
    missing = table.columns.filter { $0.isRequired && !found.contains($0.name) }
      .map { MissingColumn($0.name) }
    free = names.indices.filter { !taken.contains($0) }
    unknown = free.filter { !names[$0].key.isEmpty }.map { maskedPersons(names[$0].text) }
  }

  /// Names the free column that is nearest to each one that is missing.
  private mutating func suggest(_ names: [WrittenName]) {
    let near = free.map { names[$0] }.filter { $0.text.utf8.count <= TableMapping.longestName }
    // A file of more columns than that is none of ours, and has no near names to suggest.
    guard near.count <= TableMapping.mostCandidates else { return }
    missing = missing.map { column in
      MissingColumn(
        column.name, similarHeader: nearest(to: column.name, near).map { maskedPersons($0) })
    }
  }

  private mutating func mapSaidColumns(
    _ names: [WrittenName], _ sender: SenderFormat?, _ taken: inout Set<Int>
  ) {
    guard let sender else { return }
    let said = Dictionary(
      sender.columns.map { (columnKey($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    for (place, name) in names.enumerated() {
      guard let column = said[name.key] else { continue }
      columns.append(
        ColumnMapping(header: name.text, column: column, ground: .sender, place: place))
      taken.insert(place)
    }
    for (column, value) in sender.constants.sorted(by: { $0.key < $1.key }) {
      columns.append(ColumnMapping(header: value, column: column, ground: .constant, place: nil))
    }
  }

  private mutating func mapKnownColumns(_ names: [WrittenName], _ taken: inout Set<Int>) {
    var found = Set(columns.map(\.column))
    for ground in [ColumnMapping.Ground.name, .synonym] {
      var places: [String: [Int]] = [:]
      for (place, name) in names.enumerated() where !taken.contains(place) {
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
          ColumnMapping(
            header: names[place].text, column: spec.name, ground: ground, place: place))
        taken.insert(place)
        found.insert(spec.name)
      }
    }
  }

  /// Times of day in columns of their own stand beside one column of days.
  private mutating func mapDayAndTime(_ names: [WrittenName], _ taken: inout Set<Int>) {
    let days = Set(ColumnSynonyms.shiftDays.map(columnKey))
    let free = names.indices.filter { !taken.contains($0) && days.contains(names[$0].key) }
    guard free.count == 1, let dayPlace = free.first else { return }
    for index in columns.indices where isTime(columns[index].column) {
      let old = columns[index]
      columns[index] = ColumnMapping(
        header: "\(names[dayPlace].text) + \(old.header)", column: old.column, ground: .dayAndTime,
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
  private mutating func mapSimilarColumns(_ names: [WrittenName], _ taken: inout Set<Int>) {
    let long = TableMapping.longKeys[table] ?? []
    for (place, name) in names.enumerated()
    where !taken.contains(place) && name.text.utf8.count <= TableMapping.longestName {
      let key = name.plainKey
      guard key.utf8.count >= 7 else { continue }
      let near = long.filter {
        abs($0.key.utf8.count - key.utf8.count) <= 1 && editDistance(key, $0.key) == 1
      }
      guard near.count == 1, let column = near.first?.column,
        !columns.contains(where: { $0.column == column })
      else { continue }
      columns.append(
        ColumnMapping(header: name.text, column: column, ground: .similar, place: place))
      taken.insert(place)
    }
  }

  /// For each table the names of columns that may be known by one wrong letter.
  private static let longKeys = Dictionary(
    uniqueKeysWithValues: TableKind.allCases.map { table in
      let keys = table.columns.filter { !$0.kind.isAmount }
        .map { (column: $0.name, key: columnKey($0.name)) }
      return (table, keys.filter { $0.key.utf8.count >= 7 })
    })

  /// The free column whose name is nearest to one of a column's names, if it is near at all.
  private func nearest(to column: String, _ candidates: [WrittenName]) -> String? {
    let known = ([column] + (ColumnSynonyms.of(table)[column] ?? [])).map(columnKey)
    var best: (name: String, distance: Double)?
    for (name, key) in candidates.map({ ($0.text, $0.plainKey) }) where key.utf8.count >= 3 {
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
