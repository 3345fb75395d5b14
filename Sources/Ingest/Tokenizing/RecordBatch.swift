/// Fields of some whole records, and of one that may still be open, as bytes and their ends.
///
/// Field `f` is `bytes[fieldEnds[f - 1]..<fieldEnds[f]]`; record `r` has the fields
/// `recordEnds[r - 1]..<recordEnds[r]` and begins on physical line `lines[r]`.
struct RecordBatch {
  var bytes: [UInt8] = []
  var fieldEnds: [Int] = []
  var recordEnds: [Int] = []
  var lines: [Int32] = []

  var recordCount: Int { recordEnds.count }

  func fields(of record: Int) -> Range<Int> {
    (record == 0 ? 0 : recordEnds[record - 1])..<recordEnds[record]
  }

  func byteRange(of field: Int) -> Range<Int> {
    (field == 0 ? 0 : fieldEnds[field - 1])..<fieldEnds[field]
  }

  /// Fields of the record that is not ended yet.
  var openFields: Int { fieldEnds.count - (recordEnds.last ?? 0) }

  /// Forgets the whole records and keeps the fields of the open one.
  mutating func removeRecords() {
    let doneFields = recordEnds.last ?? 0
    let doneBytes = doneFields == 0 ? 0 : fieldEnds[doneFields - 1]
    bytes.removeSubrange(..<doneBytes)
    fieldEnds.removeSubrange(..<doneFields)
    for index in fieldEnds.indices { fieldEnds[index] -= doneBytes }
    recordEnds.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
  }
}
