import SampleWorld
import Testing

@testable import Ingest

/// The short way through `PlainScanner` against libcsv alone.
struct TokenizerTests {
  private struct Records: Equatable {
    var fields: [[String]] = []
    var lines: [Int32] = []
  }

  /// - Parameter chunk: Bytes fed at a time. With one byte at a time no whole line is ever plain,
  ///   so that everything goes through libcsv.
  private func records(_ text: [UInt8], chunk: Int) throws -> Records {
    var tokenizer = try CSVTokenizer(.canonical)
    var (batch, records) = (RecordBatch(), Records())
    func take(_ batch: inout RecordBatch) {
      for record in 0..<batch.recordCount {
        records.fields.append(
          batch.fields(of: record).map {
            String(decoding: batch.bytes[batch.byteRange(of: $0)], as: UTF8.self)
          })
        records.lines.append(batch.lines[record])
      }
      batch.removeRecords()
    }
    for start in stride(from: 0, to: text.count, by: chunk) {
      let piece = Array(text[start..<min(start + chunk, text.count)])
      try piece.withUnsafeBytes { try tokenizer.feed($0, into: &batch) }
      take(&batch)
    }
    try tokenizer.finish(into: &batch)
    take(&batch)
    return records
  }

  @Test(arguments: [
    "a;b\n1;2\n", "a;b\r\n1;2\r\n", "a;b\r1;2\r", "a;b\n\n  \n1;2", " a ;\tb c \n;;\n", ";\n",
    "\n\n",
    "a;\"b\n;c\"\n1;2\n", "a\"b;c\n", "a;b\r\r\n1;2\n", "\"a\"\"b\";c\n\"\"\n",
    "a;b\n1;2\r\nx;y\r\n",
  ])
  func `known texts are cut alike`(text: String) throws {
    let bytes = Array(text.utf8)
    let slow = try records(bytes, chunk: 1)
    #expect(try records(bytes, chunk: bytes.count).fields == slow.fields)
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `random texts are cut alike in any chunks`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array((seed % 3 == 0 ? "ab;\n \t" : seed % 3 == 1 ? "ab;\r\n " : "ab;\"\n").utf8)
    var text = (0..<Int.random(in: 1...200, using: &generator)).map { _ in
      alphabet.randomElement(using: &generator) ?? 0
    }
    // An open quote at the end is an error of both ways; close it.
    if text.count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 1 { text.append(UInt8(ascii: "\"")) }
    guard let slow = try? records(text, chunk: 1) else { return }
    for chunk in [3, 17, 64, text.count] {
      let fast = try records(text, chunk: chunk)
      #expect(fast.fields == slow.fields)
      if seed % 3 != 1 { #expect(fast.lines == slow.lines) }
    }
  }
}
