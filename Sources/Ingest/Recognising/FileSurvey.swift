import Foundation

/// What a text file is made of, by a look at all its bytes and a closer one at its start.
struct FileSurvey {
  let content: FileContent?
  let stream: RecordStream
  /// The first records of the file in that dialect.
  let firstRecords: [[String]]

  /// Bytes that tell what a file is.
  private static let signatureBytes = 512

  /// - Parameter given: What somebody said about the file; the rest is found out.
  init(_ source: ByteSource, given: SenderFormat? = nil) throws(RefusalReason) {
    var evidence = EncodingEvidence()
    var (head, isWhole): ([UInt8], Bool) = ([], true)
    try source.rewind()
    while let chunk = try source.next() {
      evidence.add(chunk.span)
      let missing = DialectDetection.sampleBytes - head.count
      head.append(contentsOf: chunk.prefix(missing))
      if chunk.count > missing { isWhole = false }
      // Of a film, nobody need see the end.
      if !isWhole, FileSurvey.content(of: head, evidence)?.isText == false { break }
    }
    let (found, markBytes) = evidence.result
    let encoding = given?.encoding ?? found
    var transcoder = UTF8Transcoder(encoding, markBytes: markBytes)
    var text = transcoder.transcode(head.span)
    content = FileSurvey.content(of: head, evidence)
    if !isWhole, let end = text.lastIndex(of: 0x0a) ?? text.lastIndex(of: 0x0d) {
      text.removeSubrange((end + 1)...)
    }
    let dialect = DialectDetection.dialect(
      of: text, delimiter: given?.delimiter, quote: given?.quote)
    stream = RecordStream(encoding: encoding, markBytes: markBytes, dialect: dialect)
    let batch = stream.records(in: text)
    firstRecords = (0..<min(batch.recordCount, TableLayout.sampleRecords)).map(batch.texts)
  }

  private static func content(of head: [UInt8], _ evidence: EncodingEvidence) -> FileContent? {
    let (encoding, markBytes) = evidence.result
    var transcoder = UTF8Transcoder(encoding, markBytes: markBytes)
    return FileContent(start: transcoder.transcode(Array(head.prefix(signatureBytes)).span))
  }
}

extension RecordBatch {
  /// The fields of a record.
  func texts(of record: Int) -> [String] {
    fields(of: record).map { field in
      String(decoding: bytes[byteRange(of: field)], as: UTF8.self)
    }
  }
}
