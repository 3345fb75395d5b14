/// What the rows of one sheet may come to.
struct SheetLimits {
  var fields = IngestLimits.sheetFields
  var textBytes = IngestLimits.sheetTextBytes
}

/// Takes in a sheet's part: rows become records, cells their texts as Excel shows them
/// (ECMA-376 part 1, 18.3.1.4 cells, 18.3.1.73 rows).
///
/// Rows and cells may leave out where they are: they follow on the one before. Rows without any
/// text are no records. A cell's value is what was worked out when the file was saved; formulas are
/// not worked out again.
struct SheetRows: PartHandler {
  /// The rows that ended, to be taken by the reader's caller.
  var batch = RecordBatch()
  private(set) var mergedCells: [MergedCells] = []
  /// Cells with a formula and nothing that was worked out of it.
  private(set) var unworkedFormulas = 0
  private let texts: SharedTexts
  private let formats: [NumberFormat]
  private let dateSystem: DateSystem
  private let width: Int
  private let limits: SheetLimits
  private var row = 0
  private var cells: [Cell] = []
  /// The texts of the row's cells.
  private var rowBytes: [UInt8] = []
  private var column = 0
  private var kind = Kind.number
  private var style = 0
  private var hasFormula = false
  private var hasValue = false
  private var isInValue = false
  private var value: [UInt8] = []
  private var inline: RichText?
  private var fields = 0
  private var textBytes = 0

  private struct Cell {
    let column: Int
    let text: Range<Int>
    let isExact: Bool
  }

  private enum Kind: String {
    case number = "n"
    case shared = "s"
    case formula = "str"
    case inline = "inlineStr"
    case truth = "b"
    case fault = "e"
    case day = "d"
  }

  /// - Parameter width: Fields that each record has at least.
  init(_ workbook: Workbook, width: Int, _ limits: SheetLimits) throws(RefusalReason) {
    self.limits = limits
    texts = try workbook.texts()
    formats = workbook.formats
    dateSystem = workbook.dateSystem
    self.width = width
  }

  mutating func start(
    _ element: MarkupName, _ attributes: borrowing MarkupAttributes
  ) throws(RefusalReason) {
    switch element.local {
    case "c":
      column = attributes["r"].flatMap(columnIndex) ?? column + 1
      guard column <= IngestLimits.sheetColumns else {
        throw .workbook(.columnBeyondLimit(row: row))
      }
      kind = attributes["t"].flatMap(Kind.init) ?? .number
      style = attributes["s"].flatMap { Int($0) } ?? 0
      (value, inline) = ([], nil)
      (hasFormula, hasValue) = (false, false)
    case "f": hasFormula = true
    case "v": (isInValue, hasValue) = (true, true)
    case "is": inline = RichText()
    case "row":
      row = attributes["r"].flatMap { Int($0) } ?? row + 1
      guard 1...IngestLimits.sheetRows ~= row else { throw .workbook(.rowBeyondLimit) }
      column = 0
    case "mergeCell":
      guard mergedCells.count < IngestLimits.mergedCells else { throw .workbook(.tooManyParts) }
      if let merged = attributes["ref"].flatMap(MergedCells.init) { mergedCells.append(merged) }
    default: inline?.start(element.local)
    }
  }

  mutating func end(_ element: MarkupName) throws(RefusalReason) {
    switch element.local {
    case "c": try endCell()
    case "v": isInValue = false
    case "row": try endRow()
    default: inline?.end(element.local)
    }
  }

  mutating func text(_ piece: Span<UInt8>) throws(RefusalReason) {
    if isInValue {
      value.append(copying: piece)
    } else if inline?.append(piece) == false {
      throw .workbook(.cellTooLong(row: row))
    }
    guard value.count <= IngestLimits.cellBytes else { throw .workbook(.cellTooLong(row: row)) }
  }

  private mutating func endCell() throws(RefusalReason) {
    // A text that was worked out may be empty.
    if hasFormula, value.isEmpty, inline == nil, kind != .formula || !hasValue {
      unworkedFormulas += 1
    }
    let start = rowBytes.count
    var isExact = false
    switch kind {
    case .shared:
      if let index = Int(trimmed(value)), let range = texts.range(index) {
        texts.append(range, to: &rowBytes)
      }
    case .inline: rowBytes += inline?.decoded ?? []
    case .formula: rowBytes += RichText.decoded(value)
    case .fault: rowBytes += value
    case .truth: rowBytes += Array((trimmed(value) == "1" ? "SANT" : "FALSKT").utf8)
    case .day: rowBytes += Array(dayText(trimmed(value)).utf8)
    case .number: isExact = appendNumber(trimmed(value))
    }
    guard rowBytes.count > start else { return }
    textBytes += rowBytes.count - start
    guard textBytes <= limits.textBytes else {
      throw .workbook(.sheetTooLarge(row: row))
    }
    cells.append(Cell(column: column, text: start..<rowBytes.count, isExact: isExact))
  }

  private func trimmed(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).trimmingBlanks
  }

  /// A number as its style shows it; whether it is a number that needs no guess about its signs.
  private mutating func appendNumber(_ text: String) -> Bool {
    guard !text.isEmpty else { return false }
    guard let number = SheetNumber(text) else {
      rowBytes += Array(text.utf8)
      return false
    }
    let format = formats.indices.contains(style) ? formats[style] : .plain
    switch format {
    case .plain: break
    case .percent:
      rowBytes += Array((number.timesHundred.text + "%").utf8)
      return true
    case .moment, .span:
      let shown = format == .span ? DateSystem.span(number.value) : dateSystem.text(number.value)
      guard let shown else { break }
      rowBytes += Array(shown.utf8)
      return false
    case .mask(let mask):
      guard let shown = NumberFormat.masked(number.text, mask) else { break }
      rowBytes += Array(shown.utf8)
      return false
    }
    rowBytes += Array(number.text.utf8)
    return true
  }

  /// A day of ISO 8601, as `2025-05-06T20:00:00`.
  private func dayText(_ text: String) -> String {
    let day = text.replacing("T", with: " ").replacing("Z", with: "")
    return day.hasSuffix(" 00:00:00") ? String(day.dropLast(9)) : day
  }

  private mutating func endRow() throws(RefusalReason) {
    defer { (cells, rowBytes) = ([], []) }
    guard !cells.isEmpty else { return }
    // In order, but for hand-made files; of two cells in one place the last counts.
    if zip(cells, cells.dropFirst()).contains(where: { $0.column >= $1.column }) {
      var last: [Int: Cell] = [:]
      for cell in cells { last[cell.column] = cell }
      cells = last.values.sorted { $0.column < $1.column }
    }
    let count = max(width, cells.last?.column ?? 0)
    fields += count
    guard fields <= limits.fields else { throw .workbook(.sheetTooLarge(row: row)) }
    let base = Int32(batch.bytes.count)
    batch.bytes += rowBytes
    var next = 0
    for column in 1...count {
      if next < cells.count, cells[next].column == column {
        let cell = cells[next]
        batch.fieldStarts.append(base + Int32(cell.text.lowerBound))
        batch.fieldEnds.append(base + Int32(cell.text.upperBound))
        batch.exactFields.append(cell.isExact)
        next += 1
      } else {
        batch.fieldStarts.append(base)
        batch.fieldEnds.append(base)
        batch.exactFields.append(false)
      }
    }
    batch.recordEnds.append(Int32(batch.fieldEnds.count))
    batch.lines.append(Int32(row))
  }
}

/// The column of a reference, from 1: 28 of `AB12`; `nil` where there is none.
private func columnIndex(_ reference: String) -> Int? {
  var column = 0
  for byte in reference.utf8 {
    let letter = byte & 0xdf
    guard 0x41...0x5a ~= letter else { break }
    column = column * 26 + Int(letter) - 0x40
    if column > IngestLimits.sheetColumns { return column }
  }
  return column == 0 ? nil : column
}

/// Cells of which only the first is shown, over all of them.
struct MergedCells: Sendable, Equatable {
  /// From 1.
  let row: Int
  let columns: ClosedRange<Int>

  /// - Parameter reference: As `B1:D2`.
  init?(_ reference: String) {
    let corners = reference.split(separator: ":").map(String.init)
    guard corners.count == 2, let first = columnIndex(corners[0]),
      let last = columnIndex(corners[1]), first <= last,
      let row = Int(corners[0].drop { !$0.isNumber })
    else { return nil }
    (self.row, columns) = (row, first...last)
  }
}
