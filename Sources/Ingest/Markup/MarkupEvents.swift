/// What some bytes of a document hold, in order. Copied out of libexpat, so that nothing of ours
/// runs while its parser does.
struct MarkupEvents {
  struct Event {
    enum Kind { case start, end, text }

    let kind: Kind
    /// Of an element; -1 for text.
    let name: Int32
    /// Of a start tag, the line from 1.
    let line: Int32
    /// Of a start tag: its attributes. Of text: its bytes.
    let start: Int
    var end: Int
  }

  private(set) var list: [Event] = []
  private(set) var text: [UInt8] = []
  var attributes = MarkupAttributes()

  func name(_ event: Event) -> MarkupName { attributes.table[event.name] }

  /// Adds an element's start after its attributes were added.
  mutating func appendStart(_ name: Int32, line: Int32, attributes count: Int) {
    let end = attributes.names.count
    list.append(Event(kind: .start, name: name, line: line, start: end - count, end: end))
  }

  mutating func appendAttribute(_ name: Int32, _ value: Span<UInt8>) {
    attributes.names.append(name)
    attributes.bytes.append(copying: value)
    attributes.valueEnds.append(Int32(attributes.bytes.count))
  }

  mutating func appendEnd(_ name: Int32) {
    list.append(Event(kind: .end, name: name, line: 0, start: 0, end: 0))
  }

  mutating func appendText(_ bytes: Span<UInt8>) {
    let start = text.count
    text.append(copying: bytes)
    if let last = list.last, last.kind == .text {
      list[list.count - 1].end = text.count
    } else {
      list.append(Event(kind: .text, name: -1, line: 0, start: start, end: text.count))
    }
  }

  mutating func removeAll() {
    list.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    attributes.removeAll()
  }
}
