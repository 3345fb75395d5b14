import CLibCSV
import Glibc

/// libcsv behind a door that takes chunks of bytes and gives records with their lines.
///
/// Whole lines without a quote, between two records, take the short way of `PlainScanner`; all else
/// goes through libcsv. libcsv does not count lines, so the feeder gives it one physical line at a
/// time and counts. A line ends with LF, CR LF or a CR alone. Lines without any field are no
/// records, unless the dialect keeps them. A quote that stands where none may is taken as it
/// stands, and its line noted. The unsafe code is here because a C parser calls back with raw
/// pointers; it lives no longer than one `feed`.
@safe package struct CSVTokenizer: ~Copyable {
  package enum Problem: Error, Equatable {
    /// A record grew past `IngestLimits.recordBytes` or `recordFields`; a quote may be open.
    case recordTooLong(line: Int32)
    /// The file ended inside quotes.
    case unterminatedQuote(line: Int32)
    case outOfMemory
  }

  private var parser: csv_parser
  private let delimiter: UInt8
  private let quote: UInt8
  /// The short way cuts as libcsv does where blanks are trimmed and empty lines are no records.
  private let mayScanPlainLines: Bool
  private let keepsEmptyLines: Bool
  private var target = Target()
  /// Bytes of the open record so far.
  private var openBytes = 0
  private var lastByte: UInt8 = 0

  package init(_ dialect: Dialect) throws(Problem) {
    unsafe parser = csv_parser()
    delimiter = dialect.delimiter ?? AbsentByte.delimiter
    quote = dialect.quote ?? AbsentByte.quote
    mayScanPlainLines = dialect.trimsBlanks && !dialect.keepsEmptyLines
    keepsEmptyLines = dialect.keepsEmptyLines
    guard unsafe csv_init(&parser, UInt8(CSV_STRICT)) == 0 else { throw .outOfMemory }
    unsafe csv_set_delim(&parser, delimiter)
    unsafe csv_set_quote(&parser, quote)
    if !dialect.trimsBlanks { unsafe csv_set_space_func(&parser) { _ in 0 } }
  }

  deinit {
    var ended = unsafe parser
    unsafe csv_free(&ended)
  }

  /// Whether the bytes so far end with a line end and leave no record open.
  var isBetweenRecords: Bool { unsafe parser.pstate == rowNotBegun && lastByte == lineFeed }

  /// Lines that the bytes so far have ended.
  var endedLines: Int32 { target.line - 1 }

  /// Adds the records that `chunk` ends to `batch`.
  mutating func feed(
    _ chunk: UnsafeRawBufferPointer, into batch: inout RecordBatch
  ) throws(Problem) {
    swap(&target.batch, &batch)
    defer { swap(&target.batch, &batch) }
    var (rest, mayBePlain) = unsafe (chunk, mayScanPlainLines)
    while unsafe !rest.isEmpty, let start = rest.baseAddress {
      if mayBePlain, unsafe parser.pstate == rowNotBegun, lastByte != carriageReturn {
        // Asked once: a chunk with a quote further on would be searched again for every line.
        mayBePlain = false
        let scanned = unsafe scanPlainLines(rest)
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest[scanned...])
        if scanned > 0 { continue }
      }
      let lineEnd = unsafe memchr(start, Int32(lineFeed), rest.count)
      let length = unsafe lineEnd.map { unsafe UnsafeRawPointer($0) - start + 1 } ?? rest.count
      try unsafe feedLine(UnsafeRawBufferPointer(rebasing: rest[..<length]))
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest[length...])
    }
  }

  /// Cuts the whole lines of `bytes` where they are plain; how many bytes that were.
  private mutating func scanPlainLines(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard let start = bytes.baseAddress, let end = unsafe bytes.lastIndex(of: lineFeed) else {
      return 0
    }
    let lines = unsafe UnsafeRawBufferPointer(rebasing: bytes[...end])
    let span = unsafe Span<UInt8>(_unsafeElements: lines.assumingMemoryBound(to: UInt8.self))
    // memchr looks at 32 bytes at a time; most files have neither.
    if unsafe memchr(start, Int32(quote), lines.count) != nil { return 0 }
    if unsafe memchr(start, Int32(carriageReturn), lines.count) != nil,
      !PlainScanner.hasOnlyPairedReturns(span)
    {
      return 0
    }
    PlainScanner.scan(span, delimiter: delimiter, line: &target.line, into: &target.batch)
    lastByte = lineFeed
    return end + 1
  }

  /// Ends the last record where the file does.
  package mutating func finish(into batch: inout RecordBatch) throws(Problem) {
    swap(&target.batch, &batch)
    defer { swap(&target.batch, &batch) }
    if unsafe parser.pstate == fieldBegun && parser.quoted != 0 {
      throw .unterminatedQuote(line: target.recordLine)
    }
    _ = unsafe withUnsafeMutablePointer(to: &target) { target in
      unsafe csv_fini(&parser, onField, onRecord, target)
    }
  }

  /// At most one physical line, or a part of one.
  private mutating func feedLine(_ line: UnsafeRawBufferPointer) throws(Problem) {
    if unsafe parser.pstate == rowNotBegun {
      target.recordLine = target.line + target.carriageReturns
    }
    if keepsEmptyLines, unsafe parser.pstate == rowNotBegun, unsafe line.isEndOfLine {
      target.appendEmptyRecord()
    }
    try unsafe parse(line)
    guard let last = unsafe line.last else { return }
    if last == lineFeed {
      let before = unsafe line.count > 1 ? line[line.count - 2] : lastByte
      let ownReturn: Int32 = before == carriageReturn && target.carriageReturns > 0 ? 1 : 0
      target.line += 1 + target.carriageReturns - ownReturn
      target.carriageReturns = 0
    }
    lastByte = last
    openBytes = unsafe parser.pstate == rowNotBegun ? 0 : openBytes + line.count
    if openBytes > IngestLimits.recordBytes
      || target.batch.openFields > IngestLimits.recordFields
    {
      throw .recordTooLong(line: target.recordLine)
    }
  }
}

/// A misplaced quote stops libcsv's strict mode at that byte; the record goes on without it.
extension CSVTokenizer {
  private mutating func parse(_ line: UnsafeRawBufferPointer) throws(Problem) {
    let parsed = unsafe parseOn(line)
    if parsed == line.count { return }
    guard unsafe csv_error(&parser) == CSV_EPARSE else { throw .outOfMemory }
    target.batch.strayQuoteLines.append(target.recordLine)
    unsafe _ = csv_set_opts(&parser, 0)
    let rest = unsafe UnsafeRawBufferPointer(rebasing: line[parsed...])
    guard unsafe parseOn(rest) == rest.count else { throw .outOfMemory }
    unsafe _ = csv_set_opts(&parser, UInt8(CSV_STRICT))
  }

  private mutating func parseOn(_ bytes: UnsafeRawBufferPointer) -> Int {
    unsafe withUnsafeMutablePointer(to: &target) { target in
      unsafe csv_parse(&parser, bytes.baseAddress, bytes.count, onField, onRecord, target)
    }
  }
}

extension UnsafeRawBufferPointer {
  fileprivate var isEndOfLine: Bool {
    unsafe count == 1 && self[0] == lineFeed
      || count == 2 && self[0] == carriageReturn && self[1] == lineFeed
  }
}

/// What the callbacks write to.
private struct Target {
  var batch = RecordBatch()
  /// The physical line being fed, from 1.
  var line: Int32 = 1
  /// Records of this physical line that a CR ended.
  var carriageReturns: Int32 = 0
  var recordLine: Int32 = 1

  mutating func appendEmptyRecord() {
    batch.fieldStarts.append(Int32(batch.bytes.count))
    batch.fieldEnds.append(Int32(batch.bytes.count))
    batch.recordEnds.append(Int32(batch.fieldEnds.count))
    batch.lines.append(recordLine)
  }
}

private let lineFeed: UInt8 = 0x0a
private let carriageReturn: UInt8 = 0x0d
/// libcsv's state between records, and inside a field; it reports an open quote in strict mode
/// only, which would refuse quotes inside of unquoted fields too.
private let rowNotBegun: Int32 = 0
private let fieldBegun: Int32 = 2

private let onField:
  @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
    bytes, count, data in
    guard let target = unsafe data?.assumingMemoryBound(to: Target.self) else { return }
    unsafe target.pointee.batch.fieldStarts.append(Int32(target.pointee.batch.bytes.count))
    unsafe target.pointee.batch.bytes.append(
      contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
    unsafe target.pointee.batch.fieldEnds.append(Int32(target.pointee.batch.bytes.count))
  }

private let onRecord: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = {
  terminator, data in
  guard let target = unsafe data?.assumingMemoryBound(to: Target.self) else { return }
  unsafe target.pointee.batch.recordEnds.append(Int32(target.pointee.batch.fieldEnds.count))
  unsafe target.pointee.batch.lines.append(target.pointee.recordLine)
  if terminator == Int32(carriageReturn) {
    unsafe target.pointee.carriageReturns += 1
    unsafe target.pointee.recordLine = target.pointee.line + target.pointee.carriageReturns
  }
}
