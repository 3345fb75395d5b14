import Ledger

/// A large file in the canonical form, read in segments of equal length by any number of threads.
///
/// A record belongs to the segment in which the line end before it lies, and the file's first
/// record to the first. Whether a line end may stand inside of quotes a segment can't know, so each
/// takes it that none does, and tells whether it ended between two records itself. If all do, they
/// were all right, by induction from the first: then their rows one after the other are what one
/// reading of the whole file gives. In all other cases, and where anything but a row is wrong, the
/// file is read as a whole.
final class SegmentedFile: Sendable {
  private let bytes: SeekableBytes
  private let segmentBytes: Int
  private let header: HeaderMap
  private let encoding: TextEncoding
  private let table: TableKind
  /// What the header says; nothing of the rows.
  private let head: FileReport
  private let markBytes: Int
  private let hash = JoinedPieces(FileHash())
  private let joined: JoinedPieces<Segment>
  let segmentCount: Int

  /// What was read in a segment, or in several from the first on.
  fileprivate struct Segment: MadeOfPieces {
    var part = LedgerPart()
    /// Lines of the segment; those of its rows and rejects are counted from its first.
    var lines: Int32 = 0
    var rows = 0
    var rejected = 0
    var rejects: [Reject] = []
    /// For about how many segments there has to be room.
    var expectedSegments = 1

    mutating func append(_ next: consuming Segment) {
      if lines == 0 { part.reserve(expectedSegments, like: next.part) }
      next.part.moveLines(by: lines)
      part.append(next.part)
      rejects += next.rejects.prefix(IngestLimits.keptRejects - rejects.count).map { reject in
        Reject(
          line: Line(cell: reject.line.cell + lines), column: reject.column, shape: reject.shape,
          reason: reject.reason)
      }
      lines += next.lines
      rows += next.rows
      rejected += next.rejected
    }
  }

  /// `nil` where a source is not known as a canonical table by its start, or is short.
  init?(_ source: InputSource, segmentBytes: Int) {
    guard case .file(let path, _) = source, source.bytes >= 2 * segmentBytes,
      let bytes = try? SeekableBytes(path: path),
      let start = try? bytes.bytes(at: 0, IngestLimits.marginBytes)
    else { return nil }
    markBytes = start.starts(with: utf8Mark) ? utf8Mark.count : 0
    let stream = RecordStream(encoding: .utf8, markBytes: markBytes, dialect: .canonical)
    let batch = stream.records(in: Array(start[markBytes...]))
    // With another record behind it, the first one is whole.
    guard batch.recordCount > 1 else { return nil }
    let (encoding, names) = headerNames(batch)
    guard let table = HeaderMap.likelyTable(names, fileName: source.fileName),
      let header = try? HeaderMap(names, table.columns)
    else { return nil }
    var head = FileReport(name: source.name)
    head.table = table
    head.note(header, names, table.columns)
    head.bytes = Int64(bytes.count)
    (self.bytes, self.segmentBytes, self.head) = (bytes, segmentBytes, head)
    (self.header, self.encoding, self.table) = (header, encoding, table)
    segmentCount = (bytes.count + segmentBytes - 1) / segmentBytes
    joined = JoinedPieces(Segment(expectedSegments: segmentCount))
  }

  /// Where a segment's line ends lie.
  func place(of segment: Int) -> Range<Int> {
    segment * segmentBytes..<min((segment + 1) * segmentBytes, bytes.count)
  }

  /// Reads the records of a segment; `false` where the file has to be read as a whole.
  func read(_ index: Int) -> Bool {
    guard let segment = segment(index) else { return false }
    joined.append(consume segment, at: index)
    return true
  }

  private func segment(_ index: Int) -> Segment? {
    let place = place(of: index)
    let base = max(0, place.lowerBound - 1)
    guard
      let loaded = try? bytes.bytes(
        at: base, place.upperBound - base + IngestLimits.marginBytes),
      loaded.count >= place.upperBound - base
    else { return nil }
    let piece = FileHash.Piece(
      bytes: loaded, place: place.lowerBound - base..<place.upperBound - base)
    hash.append(piece, at: index)
    let isLast = base + loaded.count == bytes.count
    guard let start = index == 0 ? markBytes : loaded.lineStart(after: 0, isLast),
      let end = loaded.lineStart(after: place.upperBound - 1 - base, isLast)
    else { return nil }
    var rows = SegmentRows(BatchDecoder(table, header, encoding: encoding))
    let isWhole = try? rows.read(
      loaded, start..<end, hasHeader: index == 0, isLast: base + end == bytes.count)
    return isWhole == true ? rows.segment() : nil
  }

  /// What the segments are together; `nil` where the file has to be read as a whole.
  func whole() -> (FileReport, LedgerPart)? {
    guard let whole = joined.take(count: segmentCount), let sum = hash.take(count: segmentCount)
    else { return nil }
    var report = head
    report.sha256 = sum.hexadecimal
    (report.rows, report.rejected, report.rejects) = (whole.rows, whole.rejected, whole.rejects)
    report.accepted = whole.rows - whole.rejected
    return report.mayHaveOtherForm ? nil : (report, whole.part)
  }
}

extension [UInt8] {
  /// Where a line begins after the first line end from `place` on; the end of the bytes where none
  /// is and these are the last of the file.
  fileprivate func lineStart(after place: Int, _ isLast: Bool) -> Int? {
    for index in place..<count where self[index] == 0x0a { return index + 1 }
    return isLast ? count : nil
  }
}

/// The rows of a segment on their way from bytes to columns.
private struct SegmentRows: ~Copyable {
  private var result = SegmentedFile.Segment()
  private var batch = RecordBatch()
  private var decoder: BatchDecoder

  init(_ decoder: BatchDecoder) { self.decoder = decoder }

  /// Reads to the end of a segment; whether a record ended there.
  mutating func read(
    _ bytes: [UInt8], _ place: Range<Int>, hasHeader: Bool, isLast: Bool
  ) throws(CSVTokenizer.Problem) -> Bool {
    var tokenizer = try CSVTokenizer(.canonical)
    var (start, headers) = (place.lowerBound, hasHeader ? 1 : 0)
    while start < place.upperBound {
      let end = min(start + IngestLimits.batchBytes, place.upperBound)
      try tokenizer.feed(bytes, start..<end, into: &batch)
      if result.rows == 0, end < place.upperBound {
        // Rows of a table are of about the same length.
        decoder.reserve(rows: batch.recordCount * (place.count / (end - start) + 1))
      }
      decode(&headers)
      start = end
    }
    if isLast { try tokenizer.finish(into: &batch) }
    decode(&headers)
    result.lines = tokenizer.endedLines
    return isLast || place.isEmpty || tokenizer.isBetweenRecords
  }

  private mutating func decode(_ headers: inout Int) {
    if batch.recordCount == 0 { return }
    let rejects = decoder.decode(batch, from: headers)
    result.rows += batch.recordCount - headers
    result.rejected += rejects.count
    result.rejects += rejects.prefix(IngestLimits.keptRejects - result.rejects.count)
    headers = 0
    batch.removeRecords()
  }

  /// What was read; `nil` where the file may be of another form.
  consuming func segment() -> SegmentedFile.Segment? {
    let doubts = decoder.doubts
    if doubts.hasSenderValues || doubts.unclearSum != nil { return nil }
    result.part = decoder.part()
    return result
  }
}
