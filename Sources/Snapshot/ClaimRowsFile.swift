import Ledger
import SickPay

/// The file that keeps the claim rows of all sources together, settled and sorted, so that a
/// question looks at its columns and reads no file.
///
/// Of the texts only those are kept that a question may show: no ärendenummer, invoice or account.
struct ClaimRowsFile: Codable {
  /// What the rows depend on besides the sources: the program's build, the saved forms of senders,
  /// the date, and the configuration.
  let basis: String
  let sources: [SourceNote]
  private let date: Int32
  private let windowStart: Int32
  /// Places of the kept columns in the table, ascending.
  private let columns: [Int]
  private let sections: [SectionEntry]

  private static let sign = UInt64(0x3152_4f4b_4956_4a53)  // "SJVIKOR1"
  /// To be raised with every change of what lies where.
  private static let layout: UInt64 = 1
  /// Companies, persons and texts, then states, sums, and the time of shifts, all and vacant.
  private static let frontWidths: [Section.Width] = [
    .words, .words, .bytes, .words, .bytes, .words, .bytes, .cells, .cells, .cells,
  ]
  private static let shiftSections = 8...9
}

/// What is remembered of a source, so that a change of it is noticed.
struct SourceNote: Codable, Equatable {
  let path: String
  let isNamed: Bool
  let state: SourceState
}

extension ClaimRowsFile {
  static func write(
    _ rows: ClaimRows, _ kept: Set<ClaimSchema.Column>, of sources: [SourceNote],
    basis: String, to place: String
  ) throws(SnapshotProblem) {
    let columns = kept.map(\.rawValue).sorted()
    let (texts, cells) = ownTexts(rows, columns)
    let (persons, opaque) = (rows.dictionaries.persons.numbers, rows.dictionaries.persons.opaque)
    let sections: [Section] =
      [
        .words(rows.dictionaries.companyNumbers.keys), .words(persons.keys),
        .bytes(opaque.bytes), .words(opaque.ends.map(UInt64.init)),
        .bytes(texts.bytes), .words(texts.ends.map(UInt64.init)),
        .bytes(rows.states.map(\.rawValue)), .cells(rows.netAmounts), .cells(rows.shiftTimes),
        .cells(rows.vacantTimes),
      ] + cells.map(Section.cells)
    let entries = sections.map(SectionEntry.init)
    let file = ClaimRowsFile(
      basis: basis, sources: sources, date: rows.date.cell,
      windowStart: rows.window.lowerBound.cell, columns: columns, sections: entries)
    try ListedSections.write(
      file, zip(sections, entries).filter { $1.only == nil }.map(\.0), to: place, sign: sign,
      layout: layout)
  }

  /// The rows that were kept at a place; `nil` where they are of other sources, or others by now.
  static func rows(
    at place: String, of sources: [SourceNote], basis: String,
    columns wanted: Set<ClaimSchema.Column>, withShifts: Bool
  ) throws(SnapshotProblem) -> ClaimRows? {
    let (list, file, start): (ClaimRowsFile, OwnFile, Int) = try ListedSections.open(
      place, sign: sign, layout: layout)
    guard list.basis == basis, list.sources == sources else { return nil }
    guard list.isWhole(file.byteCount - start) else { throw .damaged }
    guard wanted.isSubset(of: list.columns.compactMap(ClaimSchema.Column.init)) else { return nil }
    return try list.rows(file, wanted, withShifts: withShifts)
  }

  private var widths: [Section.Width] { ClaimRowsFile.frontWidths + columns.map { _ in .cells } }

  private func isWhole(_ bytes: Int) -> Bool {
    sections.count == widths.count
      && zip(sections, widths).reduce(0) { $0 + $1.0.byteCount($1.1) } == bytes
      && columns.allSatisfy(ClaimSchema.codings.indices.contains)
  }

  /// Reads what is wanted and passes over the rest.
  private func rows(
    _ file: OwnFile, _ wanted: Set<ClaimSchema.Column>, withShifts: Bool
  ) throws(SnapshotProblem) -> ClaimRows {
    let front = ClaimRowsFile.frontWidths.count
    var read: [Section] = []
    for (place, (entry, width)) in zip(sections, widths).enumerated() {
      let isWanted =
        place < front
        ? withShifts || !ClaimRowsFile.shiftSections.contains(place)
        : wanted.contains { $0.rawValue == columns[place - front] }
      if isWanted {
        read.append(try file.section(entry, width))
      } else {
        try file.skip(entry.byteCount(width))
        read.append(.cells([]))
      }
    }
    var cells = ClaimSchema.codings.map { _ in [Int32]() }
    for (place, section) in zip(columns, read.dropFirst(front)) { cells[place] = section.cells }
    guard let dictionaries = PartSections.dictionaries(read),
      case .bytes(let bytes) = read[6],
      let claims = Claims(known: cells, count: bytes.count), read[7].count == bytes.count
    else { throw .damaged }
    let states = bytes.compactMap(Settlement.State.init)
    guard states.count == bytes.count else { throw .damaged }
    let (date, start) = (Day(cell: date), Day(cell: windowStart))
    guard start <= date else { throw .damaged }
    return ClaimRows(
      dictionaries: dictionaries, claims: claims, states: states, netAmounts: read[7].cells,
      shiftTimes: read[8].cells, vacantTimes: read[9].cells, date: date, window: start...date)
  }

  /// The texts that stand in some columns, and those columns with the ids that they have then.
  private static func ownTexts(
    _ rows: ClaimRows, _ columns: [Int]
  ) -> (texts: TextDictionary, cells: [[Int32]]) {
    let all = rows.dictionaries.texts
    var own = TextDictionary()
    var places = [Int32](repeating: absentCell, count: all.count)
    let cells = columns.map { column in
      let cells = rows.claims.columns[column]
      guard ClaimSchema.codings[column] == .text else { return cells }
      return cells.map { cell in
        if cell == absentCell { return cell }
        let known = places[Int(cell)]
        if known != absentCell { return known }
        let place = own.intern(all[TextID(cell: cell)]).cell
        places[Int(cell)] = place
        return place
      }
    }
    return (own, cells)
  }
}

extension Section {
  fileprivate var cells: [Int32] { if case .cells(let cells) = self { cells } else { [] } }
}
