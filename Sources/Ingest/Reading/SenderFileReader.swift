import Crypto
import Foundation
import Ledger
import SickPay

/// Reads a file of a sender's own form: finds out how it is written, maps its columns, and turns
/// its rows into canonical ones, which the same decoder reads as all others.
///
/// It reads the file three times: to see what it is, to learn from all values of a column how its
/// numbers and dates are written, and to read the rows. Lines are those of the file as it is.
struct SenderFileReader {
  private let document: Document
  private let senders: [SenderFormat]
  private var report: FileReport

  init(_ document: Document, senders: [SenderFormat]) {
    self.document = document
    self.senders = senders
    report = FileReport(name: document.name)
    report.sheet = document.sheet?.sheet.name
  }

  /// Reads to the end. The part is `nil` where nothing of the file is used.
  ///
  /// - Parameter progress: Called with the bytes of each chunk as rows are read.
  mutating func read(progress: (Int) -> Void) -> (FileReport, LedgerPart?) {
    do {
      let part = try readAll(progress: progress)
      return (report, part)
    } catch {
      report.outcome = .refused(error)
      (report.rows, report.accepted, report.rejected, report.rejects) = (0, 0, 0, [])
      return (report, nil)
    }
  }

  private mutating func readAll(progress: (Int) -> Void) throws(RefusalReason) -> LedgerPart? {
    let recognition = try FileRecognition(document, senders: senders)
    if let content = recognition.content { return try leaveAlone(.notText(content)) }
    guard let mapping = recognition.mapping else {
      if recognition.names.isEmpty || recognition.isEmpty {
        // New workbooks come with sheets that nobody uses.
        if document.sheet != nil { return try leaveAlone(.empty) }
        throw .empty
      }
      return try leaveAlone(
        .missingColumns(
          table: nil, TableKind.claims.columns.filter(\.isRequired).map { MissingColumn($0.name) }))
    }
    report.table = mapping.table
    report.unknownColumns = mapping.unknown
    let required = Set(document.columns(of: mapping.table).filter(\.isRequired).map(\.name))
    let absent = mapping.missing.filter { required.contains($0.name) }
    let missing = Set(absent.map(\.name))
    if let twice = mapping.repeated.first(where: missing.contains) { throw .repeatedColumn(twice) }
    if !absent.isEmpty { throw .missingColumns(table: mapping.table, absent) }
    let learned = try learn(recognition, mapping)
    return try readRows(recognition, mapping, learned, progress)
  }

  /// A file that is no table of ours: refused where a person named it.
  private mutating func leaveAlone(_ reason: RefusalReason) throws(RefusalReason) -> LedgerPart? {
    if !document.isNamed {
      report.outcome = .leftAlone
      return nil
    }
    throw reason
  }

  private func readRows(
    _ source: FileRecognition, _ take: (borrowing RecordBatch) -> Void,
    onChunk: (Span<UInt8>) -> Void = { _ in }
  ) throws(RefusalReason) {
    var skipped = 0
    let above = source.preambleRecords + source.headerRecords
    func takeRows(_ batch: borrowing RecordBatch) -> Bool {
      let first = min(max(0, above - skipped), batch.recordCount)
      skipped += first
      take(batch.from(first))
      return true
    }
    switch document.content {
    case .refused(let reason): throw reason
    case .bytes(let bytes): try source.stream?.read(bytes, onChunk: onChunk, take: takeRows)
    case .sheet(let sheet): try sheet.read(width: source.names.count, take: takeRows)
    case .lines(let lines, _): _ = takeRows(lines.batch)
    case .invoice: break
    }
  }

  /// How the numbers and dates of each column are written, by all of its values.
  private func learn(
    _ source: FileRecognition, _ mapping: TableMapping
  ) throws(RefusalReason) -> [RewrittenColumn] {
    var learning = FormLearning(mapping, names: source.names)
    try readRows(source) { batch in learning.take(batch) }
    return try learning.columns(said: source.format)
  }

  private mutating func readRows(
    _ source: FileRecognition, _ mapping: TableMapping, _ columns: [RewrittenColumn],
    _ progress: (Int) -> Void
  ) throws(RefusalReason) -> LedgerPart {
    let header: HeaderMap
    do {
      header = try HeaderMap(columns.map(\.spec.name), document.columns(of: mapping.table))
    } catch {
      switch error {
      case .missing(let names):
        throw .missingColumns(table: mapping.table, names.map { MissingColumn($0) })
      case .repeated(let name): throw .repeatedColumn(name)
      }
    }
    var rows = SenderRows(
      rewriter: RecordRewriter(
        columns: columns, names: source.names, sheetDates: document.sheet?.workbook.dateSystem),
      decoder: BatchDecoder(
        mapping.table, header, encoding: .utf8, invoice: document.invoice),
      report: report)
    rows.report.form = FileForm(source, mapping, columns)
    var (hash, size) = (SHA256(), Int64(0))
    try readRows(
      source, { batch in rows.take(batch) },
      onChunk: { chunk in
        unsafe chunk.withBytes { unsafe hash.update(bufferPointer: $0) }
        size += Int64(chunk.count)
        progress(chunk.count)
      })
    report = rows.report
    report.form?.unworkedFormulas = document.sheet?.unworkedFormulas ?? 0
    report.sha256 = hash.hexadecimal
    report.bytes = size
    if case .lines(_, let file) = document.content {
      (report.sha256, report.bytes) = (file.sha256, file.bytes)
    }
    if let workbook = document.sheet?.workbook {
      (report.sha256, report.bytes) = (try workbook.sha256(), workbook.bytes)
    }
    return rows.decoder.part()
  }
}

/// The rows of a sender's file on their way to the decoder.
private struct SenderRows {
  let rewriter: RecordRewriter
  var decoder: BatchDecoder
  var report: FileReport

  mutating func take(_ batch: borrowing RecordBatch) {
    var (canonical, rejects) = (RecordBatch(), [Reject]())
    for record in 0..<batch.recordCount {
      let line = batch.lines[record]
      switch rewriter.rewrite(record, of: batch, into: &canonical) {
      case .row: break
      case .skipped(let kind): skip(SkippedRecord(line: Line(cell: line), kind: kind))
      case .wrongWidth(let count):
        rejects.append(reject(line, nil, "\(count) fält", .fieldCount))
      case .unreadable(let column, let text):
        rejects.append(
          reject(line, column.spec.name, valueShape(Array(text.utf8).span), .notANumber))
      }
    }
    let read = canonical.recordCount
    let refused = decoder.decode(canonical, from: 0)
    report.rows += read + rejects.count
    report.accepted += read - refused.count
    report.rejected += refused.count + rejects.count
    let all = (rejects + refused).sorted { $0.line.cell < $1.line.cell }
    report.rejects += all.prefix(IngestLimits.keptRejects - report.rejects.count)
  }

  private func reject(
    _ line: Int32, _ column: String?, _ shape: String, _ reason: RejectReason
  ) -> Reject {
    Reject(line: Line(cell: line), column: column, shape: shape, reason: reason)
  }

  private mutating func skip(_ record: SkippedRecord) {
    report.form?.skippedCount += 1
    if report.form?.skipped.count ?? 0 < IngestLimits.keptRejects {
      report.form?.skipped.append(record)
    }
  }
}

extension FileForm {
  init(_ source: FileRecognition, _ mapping: TableMapping, _ columns: [RewrittenColumn]) {
    sender = source.sender
    self.columns = mapping.columns
    for column in columns {
      decimalSigns[column.spec.name] = column.decimalSign
      dateOrders[column.spec.name] = column.dateOrder
    }
  }
}

extension RecordBatch {
  /// The records from a place on.
  func from(_ first: Int) -> RecordBatch {
    if first == 0 { return self }
    var rest = RecordBatch()
    for record in first..<recordCount {
      rest.append(texts(of: record), line: lines[record])
      rest.exactFields += exactFields(of: record)
    }
    return rest
  }
}

extension Span<UInt8> {
  func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
    unsafe bytes.withUnsafeBytes { unsafe body($0) }
  }
}
