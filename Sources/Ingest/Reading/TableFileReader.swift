import Crypto
import Foundation
import Ledger
import SickPay

/// Reads one file from its first byte to its last, a chunk at a time.
///
/// Memory: one chunk, the records that it ends, and the typed columns that are the result.
struct TableFileReader: ~Copyable {
  private let document: Document
  private let bytes: ByteSource
  private var report: FileReport
  private var tokenizer: CSVTokenizer
  private var batch = RecordBatch()
  private var decoder: BatchDecoder?
  private var hash = SHA256()

  init(_ document: Document, _ bytes: ByteSource) throws(RefusalReason) {
    self.document = document
    self.bytes = bytes
    report = FileReport(name: document.name)
    do { tokenizer = try CSVTokenizer(.canonical) } catch { throw RefusalReason(error) }
  }

  /// Reads to the end. The part is `nil` where nothing of the file is used.
  ///
  /// - Parameter progress: Called with the bytes of each chunk.
  consuming func read(
    progress: (Int) -> Void
  ) -> (FileReport, LedgerPart?, ReadingDoubts) {
    do {
      try readAll(progress: progress)
      report.sha256 = hash.hexadecimal
      if decoder == nil { report.outcome = .leftAlone }
      let doubts = decoder?.doubts ?? ReadingDoubts()
      return (report, decoder?.part(), doubts)
    } catch {
      report.outcome = .refused(error)
      (report.rows, report.accepted, report.rejected, report.rejects) = (0, 0, 0, [])
      return (report, nil, ReadingDoubts())
    }
  }

  private mutating func readAll(progress: (Int) -> Void) throws(RefusalReason) {
    while let chunk = try bytes.next() {
      hash.update(data: chunk)
      let isFirst = report.bytes == 0
      report.bytes += Int64(chunk.count)
      progress(chunk.count)
      try feed(isFirst ? withoutMark(chunk) : chunk)
      if batch.recordCount > 0, try !decodeBatch() { return }
    }
    do { try tokenizer.finish(into: &batch) } catch { throw RefusalReason(error) }
    guard try decodeBatch() else { return }
    if report.table == nil, report.outcome == .read { throw .empty }
  }

  /// The first chunk without a byte order mark.
  private func withoutMark(_ chunk: Data) -> Data {
    chunk.starts(with: utf8Mark) ? chunk.dropFirst(utf8Mark.count) : chunk
  }

  private mutating func feed(_ chunk: Data) throws(RefusalReason) {
    let result = unsafe chunk.withUnsafeBytes { bytes -> CSVTokenizer.Problem? in
      do throws(CSVTokenizer.Problem) {
        try unsafe tokenizer.feed(bytes, into: &batch)
        return nil
      } catch { return error }
    }
    if let result { throw RefusalReason(result) }
  }

  /// Decodes and forgets the whole records; `false` where the file is left alone.
  private mutating func decodeBatch() throws(RefusalReason) -> Bool {
    var first = 0
    if decoder == nil, batch.recordCount > 0 {
      guard try readHeader() else { return false }
      first = 1
    }
    let rows = max(0, batch.recordCount - first)
    let rejects = decoder?.decode(batch, from: first) ?? []
    report.rows += rows
    report.rejected += rejects.count
    report.accepted += rows - rejects.count
    report.rejects += rejects.prefix(IngestLimits.keptRejects - report.rejects.count)
    batch.removeRecords()
    return true
  }

  /// Sets up the decoder by the first record; `false` where this is no table of ours.
  private mutating func readHeader() throws(RefusalReason) -> Bool {
    let (encoding, names) = headerNames(batch)
    guard let table = HeaderMap.likelyTable(names, fileName: document.fileName) else {
      if !document.isNamed, !looksLikeOurs(document.fileName) { return false }
      throw .missingColumns(
        table: nil, TableKind.claims.columns.filter(\.isRequired).map { MissingColumn($0.name) })
    }
    report.table = table
    do {
      let header = try HeaderMap(names, document.columns(of: table))
      report.note(header, names, document.columns(of: table))
      decoder = BatchDecoder(
        table, header, encoding: encoding, invoice: document.invoice)
      // The canonical form: hardly anybody will ask for the bytes again.
      bytes.keepIfShort()
      return true
    } catch {
      switch error {
      case .missing(let columns):
        throw .missingColumns(table: table, columns.map { MissingColumn($0) })
      case .repeated(let column): throw .repeatedColumn(column)
      }
    }
  }
}

/// The mark that may stand before a text in UTF-8.
let utf8Mark: [UInt8] = [0xef, 0xbb, 0xbf]

extension FileReport {
  /// Says which columns a canonical table has.
  mutating func note(_ header: HeaderMap, _ names: [String], _ columns: [ColumnSpec]) {
    unknownColumns = header.unknown.map(maskedPersons)
    canonicalColumns = header.mappings(names, columns)
  }
}

extension SHA256 {
  /// Of the bytes so far.
  var hexadecimal: String {
    finalize().map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }.joined()
  }
}

/// Whether a file in a folder has the name of one of our tables, so that its header must be right.
private func looksLikeOurs(_ fileName: String?) -> Bool {
  let name = foldedHeaderName(fileName ?? "")
  return name.hasPrefix("sjukloner") || name.hasPrefix("pass.")
}

/// The names in a file's first record, and the encoding that they give away.
package func headerNames(_ batch: RecordBatch) -> (TextEncoding, [String]) {
  let bytes = batch.bytes.span
  let fields = batch.fields(of: 0).map(batch.byteRange)
  let whole = (fields.first?.lowerBound ?? 0)..<(fields.last?.upperBound ?? 0)
  let encoding = TextEncoding(ofHeader: bytes.extracting(whole))
  let names = fields.map { field in
    let name = bytes.extracting(field)
    guard case .changed(let text) = encoding.decode(name) else { return String(decodingUTF8: name) }
    return String(decoding: text, as: UTF8.self)
  }
  return (encoding, names)
}

extension RefusalReason {
  init(_ problem: CSVTokenizer.Problem) {
    switch problem {
    case .recordTooLong(let line): self = .recordTooLong(line: line)
    case .unterminatedQuote(let line): self = .unterminatedQuote(line: line)
    case .outOfMemory: self = .outOfMemory
    }
  }
}
