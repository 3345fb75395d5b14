import Ledger
import SickPay

/// Turns the records of a sender's file into records of the canonical form, field by field.
///
/// A field whose text can't be read is handed on as it stands, so that the decoder rejects the row
/// and shows the shape that the sender knows.
struct RecordRewriter {
  let columns: [RewrittenColumn]
  let width: Int
  /// Fields up to the last that has a name.
  private let namedWidth: Int
  /// The header's fields, as it stands in the file.
  let headerKeys: [String]
  /// Columns whose absence makes a record no row.
  private let personPlaces: [Int]
  /// The date system of a sheet; `nil` for a text, whose numbers are all to be made out.
  private let sheetDates: DateSystem?

  init(columns: [RewrittenColumn], names: [String], sheetDates: DateSystem? = nil) {
    self.columns = columns
    self.sheetDates = sheetDates
    width = names.count
    namedWidth = (names.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? -1) + 1
    headerKeys = names.map(columnKey)
    personPlaces = columns.compactMap { column in
      column.isPerson ? column.mapping.place : nil
    }
  }

  enum Verdict {
    case row
    case skipped(SkippedRecord.Kind)
    /// As many fields as the header has not.
    case wrongWidth(Int)
    /// A number that its column's sign does not allow.
    case unreadable(RewrittenColumn, String)
  }

  /// Appends the canonical form of a batch's record to `target` where it is a row.
  func rewrite(
    _ record: Int, of batch: borrowing RecordBatch, into target: inout RecordBatch
  ) -> Verdict {
    let (cells, line) = (batch.texts(of: record), batch.lines[record])
    let exact = batch.exactFields(of: record)
    if let kind = skipKind(cells) { return .skipped(kind) }
    guard hasWidth(cells) else { return .wrongWidth(cells.count) }
    var texts: [String] = []
    for column in columns {
      let text = column.source(cells)
      if let sheetDates, let place = column.mapping.place, exact.isExact(place) {
        texts.append(column.canonical(number: text, sheetDates))
        continue
      }
      switch column.canonical(text, cells) {
      case .text(let canonical): texts.append(canonical)
      case .unreadable: return .unreadable(column, text)
      }
    }
    target.append(texts, line: line)
    return .row
  }

  /// What a record is, if it is no row; such records are named, never silently left out.
  func skipKind(_ cells: [String]) -> SkippedRecord.Kind? {
    let filled = cells.indices.filter { !cells[$0].allSatisfy(\.isWhitespace) }
    if filled.isEmpty { return .blank }
    if filled.count >= 3, zip(cells, headerKeys).allSatisfy({ columnKey($0) == $1 }) {
      return .repeatedHeader
    }
    guard personPlaces.allSatisfy({ !filled.contains($0) }) else { return nil }
    if let first = filled.first, RecordRewriter.isSumWord(cells[first]) { return .sum }
    return filled.count == 1 ? .note : nil
  }

  private static let sumWords = [
    "summa", "totalt", "total", "delsumma", "sum", "s:a", "att betala",
  ]

  private static func isSumWord(_ text: String) -> Bool {
    let folded = foldedHeaderName(text)
    return sumWords.contains { folded == $0 || folded.hasPrefix($0 + " ") || folded == $0 + ":" }
  }

  /// Fields beyond the header count only where they hold something. A row with fewer than the
  /// header's names may be cut off, and what it would have said is not known.
  private func hasWidth(_ cells: [String]) -> Bool {
    // In a sheet a cell has its column, whatever stands beside it.
    if sheetDates != nil { return true }
    return cells.count >= namedWidth && cells.dropFirst(width).allSatisfy(\.isEmpty)
  }
}

/// A column of the canonical table and how its text is made.
struct RewrittenColumn {
  enum Result {
    case text(String)
    case unreadable
  }

  let mapping: ColumnMapping
  let spec: ColumnSpec
  var decimalSign: DecimalSign?
  var dateOrder: DateOrder?

  var isPerson: Bool {
    switch spec.kind {
    case .worker, .brukare: true
    default: false
    }
  }

  /// The text of the file's field; the constant where there is none.
  func source(_ cells: [String]) -> String {
    guard let place = mapping.place else { return mapping.header }
    let text = place < cells.count ? cells[place] : ""
    return text.trimmingBlanks
  }

  /// The canonical form of a number that a sheet knows as one.
  ///
  /// A sheet keeps no zeros before a number, so that those of a kommunkod and of a person born in
  /// the first decade of a century are put back; a day may stand there as its number.
  func canonical(number text: String, _ dates: DateSystem) -> String {
    switch spec.kind {
    case .kronor, .hours, .wage, .percent: return text.replacing("%", with: "")
    case .date, .wallTime:
      let days = SheetNumber(text).map(\.value) ?? 0
      let isSerial = days >= 20_000 && days < 80_000
      return isSerial ? dates.text(days) ?? text : canonicalText(text)
    case .kommun: return text.padded(to: 4, from: 3)
    case .worker, .brukare, .vikarie:
      return IdentityText.person(text.padded(to: 10, from: 7))
    case .organisation, .month, .text, .word: return canonicalText(text)
    }
  }

  private func canonicalText(_ text: String) -> String {
    if case .text(let canonical) = canonical(text, []) { canonical } else { text }
  }

  func canonical(_ text: String, _ cells: [String]) -> Result {
    if text.isEmpty { return .text("") }
    switch spec.kind {
    case .kronor, .hours, .wage, .percent: return amount(text)
    case .date: return .text(DateText(text)?.day(dateOrder)?.description ?? text)
    case .wallTime: return .text(wallTimeText(text, cells) ?? text)
    case .organisation: return .text(IdentityText.organisation(text))
    case .worker, .brukare, .vikarie: return .text(IdentityText.person(text))
    case .text where spec.name == "betalkonto": return .text(IdentityText.account(text))
    case .kommun, .month, .text, .word: return .text(text)
    }
  }

  private func amount(_ text: String) -> Result {
    if case .hours = spec.kind, let hours = hoursOfClockForm(text) { return .text(hours) }
    guard let number = NumberText(text) else { return .text(text) }
    let readings = number.readings
    guard let sign = decimalSign ?? readings.signs.first else { return .unreadable }
    return number.canonical(sign).map { .text($0) } ?? .unreadable
  }

  /// A day and a time of day in one field or in two.
  private func wallTimeText(_ text: String, _ cells: [String]) -> String? {
    if let dayPlace = mapping.dayPlace, let time = timeOfDay(text), dayPlace < cells.count {
      guard let day = DateText(cells[dayPlace])?.day(dateOrder) else { return nil }
      return wallText(day.advanced(by: shiftDays?.offset(spec.name, cells) ?? 0), time)
    }
    let parts = text.split(omittingEmptySubsequences: true) { " T\u{a0}".contains($0) }
    for cut in parts.indices.dropFirst().reversed() {
      let (left, right) = (
        parts[..<cut].joined(separator: " "), parts[cut...].joined(separator: " ")
      )
      if let time = timeOfDay(right), let day = DateText(left)?.day(dateOrder) {
        return wallText(day, time)
      }
    }
    return nil
  }

  private func wallText(_ day: Day, _ time: (hour: Int, minute: Int, second: Int)) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(day) \(two(time.hour)):\(two(time.minute)):\(two(time.second))"
  }

  /// The days of the shift's times, where they stand in another column.
  var shiftDays: ShiftDays?
}

extension String {
  /// Without blanks at both ends, also those that don't break lines.
  var trimmingBlanks: String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}

extension String {
  /// With zeros before it where it is of at least `least` digits and nothing else.
  fileprivate func padded(to width: Int, from least: Int) -> String {
    guard utf8.count < width, utf8.count >= least, utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
      return self
    }
    return String(repeating: "0", count: width - utf8.count) + self
  }
}

extension ArraySlice<Bool> {
  /// Whether the field at a place of the record is a number that its sheet knows.
  func isExact(_ place: Int) -> Bool { place < count && self[startIndex + place] }
}

extension RecordBatch {
  mutating func append(_ texts: [String], line: Int32) {
    for text in texts {
      fieldStarts.append(Int32(bytes.count))
      bytes.append(contentsOf: text.utf8)
      fieldEnds.append(Int32(bytes.count))
    }
    recordEnds.append(Int32(fieldEnds.count))
    lines.append(line)
  }
}
