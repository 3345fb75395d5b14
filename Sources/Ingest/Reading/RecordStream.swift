import Foundation

/// The records of a file in a known encoding and dialect, from its first byte to its last.
struct RecordStream {
  let encoding: CharacterEncoding
  let markBytes: Int
  let dialect: Dialect

  /// Hands over whole records a chunk at a time; `take` says whether to go on.
  ///
  /// - Parameter onChunk: Called with each chunk as it was read.
  func read(
    _ source: ByteSource, onChunk: (Span<UInt8>) -> Void = { _ in },
    take: (borrowing RecordBatch) throws(RefusalReason) -> Bool
  ) throws(RefusalReason) {
    var transcoder = UTF8Transcoder(encoding, markBytes: markBytes)
    var escapes = BackslashEscapes()
    var batch = RecordBatch()
    do {
      var tokenizer = try CSVTokenizer(dialect)
      try source.rewind()
      while let chunk = try source.next() {
        let span = chunk.span
        onChunk(span)
        var text = transcoder.transcode(span)
        if dialect.escapesWithBackslash, let quote = dialect.quote {
          text = escapes.rewrite(text, quote: quote)
        }
        try tokenizer.feed(text, into: &batch)
        if try !take(batch) { return }
        batch.removeRecords()
      }
      try tokenizer.finish(into: &batch)
    } catch let problem as CSVTokenizer.Problem {
      // What came before the fault is the caller's all the same.
      if batch.recordCount > 0 { _ = try take(batch) }
      throw RefusalReason(problem)
    } catch let reason as RefusalReason {
      throw reason
    } catch {
      throw .unreadable
    }
    _ = try take(batch)
  }

  /// The records of some bytes of a file's start; what stands before a fault.
  func records(in text: [UInt8]) -> RecordBatch {
    var batch = RecordBatch()
    guard var tokenizer = try? CSVTokenizer(dialect) else { return batch }
    var escapes = BackslashEscapes()
    let rewritten: [UInt8]
    if dialect.escapesWithBackslash, let quote = dialect.quote {
      rewritten = escapes.rewrite(text, quote: quote)
    } else {
      rewritten = text
    }
    guard (try? tokenizer.feed(rewritten, into: &batch)) != nil else { return batch }
    try? tokenizer.finish(into: &batch)
    return batch
  }
}

/// `\"` becomes `""`, which is how libcsv knows a quote inside of quotes; `\\` becomes `\`.
private struct BackslashEscapes {
  private var isOpen = false

  mutating func rewrite(_ text: [UInt8], quote: UInt8) -> [UInt8] {
    var target: [UInt8] = []
    target.reserveCapacity(text.count)
    for byte in text {
      if isOpen {
        isOpen = false
        if byte != quote && byte != UInt8(ascii: "\\") { target.append(UInt8(ascii: "\\")) }
        if byte == quote { target.append(quote) }
        target.append(byte)
      } else if byte == UInt8(ascii: "\\") {
        isOpen = true
      } else {
        target.append(byte)
      }
    }
    return target
  }
}

extension CSVTokenizer {
  mutating func feed(_ bytes: [UInt8], into batch: inout RecordBatch) throws(Problem) {
    try feed(bytes, bytes.indices, into: &batch)
  }

  /// - Parameter place: Where in `bytes` the chunk lies.
  package mutating func feed(
    _ bytes: [UInt8], _ place: Range<Int>, into batch: inout RecordBatch
  ) throws(Problem) {
    let problem = unsafe bytes.withUnsafeBytes { bytes -> Problem? in
      do throws(Problem) {
        try unsafe feed(UnsafeRawBufferPointer(rebasing: bytes[place]), into: &batch)
        return nil
      } catch { return error }
    }
    if let problem { throw problem }
  }
}
