/// Cuts bytes without any quote into fields, as libcsv would, but sixteen bytes at a time.
///
/// Such bytes need no state: a delimiter always ends a field and a line end a record. Each block of
/// sixteen bytes is compared with both at once, the sixteen answers are narrowed to four bits each
/// and become one integer, and only its set bits are looked at. What libcsv does besides is done
/// here too: blanks around a field are no part of it, a line of nothing is no record. Anything with
/// a quote, or with a CR that no LF follows, goes through libcsv itself; a test holds the two
/// against each other.
enum PlainScanner {
  /// Whether every CR of some bytes stands before an LF.
  static func hasOnlyPairedReturns(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where bytes[index] == carriageReturn {
      if index + 1 == bytes.count || bytes[index + 1] != lineFeed { return false }
    }
    return true
  }

  /// Appends the records of `bytes`, which are plain and end with a line end, to a batch that holds
  /// no open record.
  ///
  /// - Parameter line: The physical line of the first byte; the line after the last one on return.
  static func scan(
    _ bytes: Span<UInt8>, delimiter: UInt8, line: inout Int32, into batch: inout RecordBatch
  ) {
    var cutter = Cutter(
      base: Int32(batch.bytes.count), known: batch.fieldEnds.count, line: line)
    batch.bytes.append(copying: bytes)
    swap(&cutter.recordEnds, &batch.recordEnds)
    swap(&cutter.lines, &batch.lines)
    var (allStarts, allEnds): ([Int32], [Int32]) = ([], [])
    swap(&allStarts, &batch.fieldStarts)
    swap(&allEnds, &batch.fieldEnds)
    // At the most every byte ends a field; memory that is not written to costs nothing.
    allStarts.append(addingCapacity: bytes.count) { starts in
      allEnds.append(addingCapacity: bytes.count) { ends in
        cutter.cut(bytes, delimiter, &starts, &ends)
      }
    }
    swap(&allStarts, &batch.fieldStarts)
    swap(&allEnds, &batch.fieldEnds)
    swap(&cutter.recordEnds, &batch.recordEnds)
    swap(&cutter.lines, &batch.lines)
    line = cutter.line
  }

  fileprivate static let carriageReturn: UInt8 = 0x0d
  fileprivate static let lineFeed: UInt8 = 0x0a
}

/// The records that some bytes are cut into.
private struct Cutter {
  /// Where the bytes lie among those of the batch.
  let base: Int32
  /// Fields of earlier bytes.
  let known: Int
  /// The physical line that is being cut.
  var line: Int32
  var recordEnds: [Int32] = []
  var lines: [Int32] = []
  /// How many fields of these bytes had come when the record began.
  private var recordStart = 0

  init(base: Int32, known: Int, line: Int32) {
    (self.base, self.known, self.line) = (base, known, line)
  }

  mutating func cut(
    _ bytes: Span<UInt8>, _ delimiter: UInt8, _ starts: inout OutputSpan<Int32>,
    _ ends: inout OutputSpan<Int32>
  ) {
    let delimiters = SIMD16<UInt8>(repeating: delimiter)
    let lineFeeds = SIMD16<UInt8>(repeating: PlainScanner.lineFeed)
    // Where the field begins that is not ended yet.
    var (start, index) = (0, 0)
    while index + 16 <= bytes.count {
      var hits = equalBytes(bytes.block(at: index), delimiters, lineFeeds)
      while hits != 0 {
        let end = index &+ hits.trailingZeroBitCount >> 2
        endField(bytes, start, end, &starts, &ends)
        start = end &+ 1
        hits &= hits &- 1
      }
      index &+= 16
    }
    while index < bytes.count {
      if bytes[index] == delimiter || bytes[index] == PlainScanner.lineFeed {
        endField(bytes, start, index, &starts, &ends)
        start = index &+ 1
      }
      index &+= 1
    }
  }

  @inline(__always)
  private mutating func endField(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ starts: inout OutputSpan<Int32>,
    _ ends: inout OutputSpan<Int32>
  ) {
    let isLine = bytes[end] == PlainScanner.lineFeed
    let (first, last) = bytes.withoutBlanks(start, end)
    if isLine {
      endLine(bytes, first, last, &starts, &ends)
    } else {
      append(first, last, &starts, &ends)
    }
  }

  @inline(__always)
  private func append(
    _ first: Int, _ last: Int, _ starts: inout OutputSpan<Int32>, _ ends: inout OutputSpan<Int32>
  ) {
    starts.append(base &+ Int32(truncatingIfNeeded: first))
    ends.append(base &+ Int32(truncatingIfNeeded: last))
  }

  private mutating func endLine(
    _ bytes: Span<UInt8>, _ first: Int, _ last: Int, _ starts: inout OutputSpan<Int32>,
    _ ends: inout OutputSpan<Int32>
  ) {
    var end = last
    if last > first, bytes[last - 1] == PlainScanner.carriageReturn {
      end = bytes.withoutBlanks(first, last - 1).last
    }
    // A line of nothing is no record.
    if end > first || ends.count > recordStart {
      append(first, end, &starts, &ends)
      recordStart = ends.count
      recordEnds.append(Int32(known + recordStart))
      lines.append(line)
    }
    line += 1
  }
}

extension Span<UInt8> {
  /// Where a field begins and ends without the blanks around it.
  @inline(__always)
  fileprivate func withoutBlanks(_ start: Int, _ end: Int) -> (first: Int, last: Int) {
    // Hardly any field has one.
    if start < end, self[start] <= 0x20 || self[end &- 1] <= 0x20 { return trimmed(start, end) }
    return (start, end)
  }

  private func trimmed(_ start: Int, _ end: Int) -> (first: Int, last: Int) {
    var (first, last) = (start, end)
    while first < last, isBlank(self[first]) { first += 1 }
    while last > first, isBlank(self[last - 1]) { last -= 1 }
    return (first, last)
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

/// The top bit of each four says whether that byte of the block, counted from the lowest, is one of
/// two. The bit casts are between vectors and integers of one size, which any bits are values of.
@inline(__always)
private func equalBytes(
  _ block: SIMD16<UInt8>, _ one: SIMD16<UInt8>, _ other: SIMD16<UInt8>
) -> UInt64 {
  let isEqual = (block .== one) .| (block .== other)
  let pairs = unsafe unsafeBitCast(isEqual, to: SIMD8<UInt16>.self) &>> 4
  let narrowed = SIMD8<UInt8>(truncatingIfNeeded: pairs)
  return UInt64(littleEndian: unsafe unsafeBitCast(narrowed, to: UInt64.self))
    & 0x8888_8888_8888_8888
}
