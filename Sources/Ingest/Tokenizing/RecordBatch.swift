/// Fields of some whole records, and of one that may still be open, as places among bytes.
///
/// Field `f` is `bytes[fieldStarts[f]..<fieldEnds[f]]`; record `r` has the fields
/// `recordEnds[r - 1]..<recordEnds[r]` and begins on physical line `lines[r]`.
package struct RecordBatch: Sendable {
  var bytes: [UInt8] = []
  var fieldStarts: [Int32] = []
  var fieldEnds: [Int32] = []
  var recordEnds: [Int32] = []
  var lines: [Int32] = []
  /// Of a sheet, for each field whether the sheet itself knows it as a number; empty of a text.
  var exactFields: [Bool] = []
  /// Lines of records, whole or open, with a quote where none may stand.
  var strayQuoteLines: [Int32] = []

  package init() {}

  package var recordCount: Int { recordEnds.count }

  package func fields(of record: Int) -> Range<Int> {
    (record == 0 ? 0 : Int(recordEnds[record - 1]))..<Int(recordEnds[record])
  }

  func byteRange(of field: Int) -> Range<Int> { Int(fieldStarts[field])..<Int(fieldEnds[field]) }

  /// Fields of the record that is not ended yet.
  var openFields: Int { fieldEnds.count - Int(recordEnds.last ?? 0) }

  /// For each field of a record whether it is a number of a sheet; empty where none is.
  func exactFields(of record: Int) -> ArraySlice<Bool> {
    exactFields.isEmpty ? [] : exactFields[fields(of: record)]
  }

  /// Forgets the whole records and keeps the fields of the open one.
  package mutating func removeRecords() {
    let doneFields = Int(recordEnds.last ?? 0)
    let doneBytes = doneFields == fieldStarts.count ? bytes.count : Int(fieldStarts[doneFields])
    bytes.removeSubrange(..<doneBytes)
    fieldStarts.removeSubrange(..<doneFields)
    fieldEnds.removeSubrange(..<doneFields)
    for index in fieldEnds.indices {
      fieldStarts[index] -= Int32(doneBytes)
      fieldEnds[index] -= Int32(doneBytes)
    }
    recordEnds.removeAll(keepingCapacity: true)
    let lastDone = lines.last ?? 0
    strayQuoteLines.removeAll { $0 <= lastDone }
    lines.removeAll(keepingCapacity: true)
  }
}
