/// What a sheet is like beside its rows.
public struct SheetForm: Sendable, Equatable {
  public let isHidden: Bool
  /// Whether its days are counted from 1904, as old workbooks of the Macintosh do.
  public let countsFrom1904: Bool
  public let hasMergedCells: Bool
}

/// One sheet of a workbook as records: a row is a record, its line the row's number.
final class Worksheet {
  let workbook: Workbook
  let sheet: Workbook.Sheet
  private let limits: SheetLimits
  private var hasMergedCells = false
  /// Cells with a formula and no value, when the sheet was read to its end.
  private(set) var unworkedFormulas = 0

  /// Bytes of markup that are read before the rows in them are taken: a row of few bytes may have
  /// as many fields as a sheet has columns.
  private static let sliceBytes = 1 << 14

  init(
    _ sheet: Workbook.Sheet, of workbook: Workbook, limits: SheetLimits = SheetLimits()
  ) {
    self.limits = limits
    self.sheet = sheet
    self.workbook = workbook
  }

  /// Hands over the rows a few at a time; `take` says whether to go on.
  ///
  /// - Parameter width: Fields that each record has at least.
  func read(
    width: Int = 0, take: (borrowing RecordBatch) throws(RefusalReason) -> Bool
  ) throws(RefusalReason) {
    _ = try readRows(width: width, take)
  }

  /// The first records, and the cells that are merged into one where the sheet is small enough to
  /// be read to its end for them: they stand after the rows.
  func start(
    records most: Int
  ) throws(RefusalReason) -> (records: [[String]], merged: [[ClosedRange<Int>]]) {
    var records: [[String]] = []
    var lines: [Int] = []
    let readsAll = entry.map { $0.bytes <= IngestLimits.mergedSheetBytes } ?? false
    let merged = try readRows(width: 0) { batch in
      for record in 0..<batch.recordCount where records.count < most {
        records.append(batch.texts(of: record))
        lines.append(Int(batch.lines[record]))
      }
      return readsAll || records.count < most
    }
    let byRow = Dictionary(grouping: merged, by: \.row)
    hasMergedCells = !merged.isEmpty
    return (
      records,
      lines.map { row in
        (byRow[row] ?? []).map { $0.columns.lowerBound - 1...$0.columns.upperBound - 1 }
      }
    )
  }

  /// What a person is told of the sheet; of merged cells when its start was read.
  var form: SheetForm {
    SheetForm(
      isHidden: sheet.isHidden, countsFrom1904: workbook.dateSystem == .from1904,
      hasMergedCells: hasMergedCells)
  }

  private var entry: ZipEntry? { workbook.package.entry(sheet.part) }

  private func readRows(
    width: Int, _ take: (borrowing RecordBatch) throws(RefusalReason) -> Bool
  ) throws(RefusalReason) -> [MergedCells] {
    guard let entry else { throw .workbook(.damaged) }
    let bytes = try ZipEntryReader(workbook.package.archive, entry)
    var markup = MarkupLimits()
    markup.textBytes = IngestLimits.cellBytes
    var reader = try MarkupReader(try SheetRows(workbook, width: width, limits), limits: markup)
    while let piece = try bytes.next() {
      var start = 0
      while start < piece.count {
        let end = min(start + Self.sliceBytes, piece.count)
        try reader.feed(piece.span.extracting(start..<end))
        start = end
        if reader.handler.batch.recordCount > 0 {
          if try !take(reader.handler.batch) { return [] }
          reader.handler.batch = RecordBatch()
        }
      }
    }
    try reader.finish()
    unworkedFormulas = reader.handler.unworkedFormulas
    return reader.handler.mergedCells
  }
}
