/// Cuts bytes without any quote into fields, as libcsv would, but eight bytes at a time.
///
/// Such bytes need no state: a delimiter always ends a field and a line end a record. Each word of
/// eight bytes is compared with both at once (exact zero-byte test on the exclusive or, Warren,
/// Hacker's Delight, 2nd ed., §6–1), and only the hits are looked at. What libcsv does besides is
/// done here too: blanks around a field are no part of it, a line of nothing is no record. Anything
/// with a quote, or with a CR that no LF follows, goes through libcsv itself; a test holds the two
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
    let base = Int32(batch.bytes.count)
    batch.bytes.append(copying: bytes)
    let (delimiters, lineFeeds) = (repeated(delimiter), repeated(lineFeed))
    var (start, index) = (0, 0)
    func cut(_ end: Int) {
      let isLine = bytes[end] == lineFeed
      let isReturned = isLine && end > start && bytes[end - 1] == carriageReturn
      var (first, last) = (start, isReturned ? end - 1 : end)
      start = end + 1
      while first < last, isBlank(bytes[first]) { first += 1 }
      while last > first, isBlank(bytes[last - 1]) { last -= 1 }
      let isEmptyLine = isLine && first == last && batch.openFields == 0
      if !isEmptyLine {
        batch.fieldStarts.append(base + Int32(first))
        batch.fieldEnds.append(base + Int32(last))
      }
      guard isLine else { return }
      if !isEmptyLine {
        batch.recordEnds.append(Int32(batch.fieldEnds.count))
        batch.lines.append(line)
      }
      line += 1
    }
    while index + 8 <= bytes.count {
      let word = bytes.word(at: index)
      var hits = zeroBytes(word ^ delimiters) | zeroBytes(word ^ lineFeeds)
      while hits != 0 {
        cut(index + hits.trailingZeroBitCount / 8)
        hits &= hits - 1
      }
      index += 8
    }
    while index < bytes.count {
      if bytes[index] == delimiter || bytes[index] == lineFeed { cut(index) }
      index += 1
    }
  }

  private static let carriageReturn: UInt8 = 0x0d
  private static let lineFeed: UInt8 = 0x0a

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The high bit of each byte that is zero, and nothing else.
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7f7f_7f7f_7f7f_7f7f
    return ~(((word & low) &+ low) | word | low)
  }
}

extension Span<UInt8> {
  /// Eight bytes from `index`, the first in the lowest place. The load is checked against the
  /// span's bounds; it is called unsafe because it makes an integer of raw bytes.
  func word(at index: Int) -> UInt64 {
    unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }
}

extension [UInt8] {
  mutating func append(copying bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
