public import Ingest

/// A canonical table on its way from bytes to columns, a step of reading at a time, so that each
/// can be measured alone.
public struct CutTable: Sendable {
  /// Whole records as they come to be decoded, the header's first.
  private let batches: [RecordBatch]
  private let table: TableKind
  private let header: HeaderMap
  private let encoding: TextEncoding

  /// - Parameter bytes: Of a whole file, without a byte order mark.
  public init(_ table: TableKind, _ bytes: [UInt8]) throws {
    var batches: [RecordBatch] = []
    try cut(bytes) { batches.append(copy $0) }
    let (encoding, names) = headerNames(batches[0])
    header = try HeaderMap(names, table.columns)
    (self.table, self.batches, self.encoding) = (table, batches, encoding)
  }

  /// Decodes all rows into typed columns.
  ///
  /// - Returns: How many rows could be read.
  public func decode() -> Int {
    var decoder = BatchDecoder(table, header, encoding: encoding)
    var (accepted, headers) = (0, 1)
    for batch in batches where batch.recordCount > 0 {
      let rejects = decoder.decode(batch, from: headers)
      accepted += batch.recordCount - headers - rejects.count
      headers = 0
    }
    return accepted
  }
}

/// Cuts a table's bytes into fields.
///
/// - Returns: How many fields there are.
public func fieldCount(cutting bytes: [UInt8]) throws -> Int {
  var fields = 0
  try cut(bytes) { batch in
    if batch.recordCount > 0 { fields += batch.fields(of: batch.recordCount - 1).upperBound }
  }
  return fields
}

/// Hands over the records of pieces as long as those of a scan.
private func cut(_ bytes: [UInt8], take: (borrowing RecordBatch) -> Void) throws {
  var tokenizer = try CSVTokenizer(.canonical)
  var batch = RecordBatch()
  for start in stride(from: 0, to: bytes.count, by: IngestLimits.batchBytes) {
    let end = min(start + IngestLimits.batchBytes, bytes.count)
    try tokenizer.feed(bytes, start..<end, into: &batch)
    take(batch)
    batch.removeRecords()
  }
  try tokenizer.finish(into: &batch)
  take(batch)
}
