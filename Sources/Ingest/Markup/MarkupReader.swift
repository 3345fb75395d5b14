import Foundation

/// Reads a document in XML from chunks of its bytes and hands it over as it comes, in constant
/// memory.
///
/// It knows namespaces, and no document types: at a DOCTYPE it stops before anything of it is
/// read, so that no entity can expand and no other file or address is asked for. Only what a
/// document can say without one is left: elements, attributes, text, CDATA, the five entities of
/// XML itself and numbered characters.
struct MarkupReader<Handler: MarkupHandler>: ~Copyable {
  private var parser: MarkupParser
  /// May be emptied of what it has taken in.
  var handler: Handler

  /// Bytes that libexpat gets at a time; their events are what is held in memory.
  private static var sliceBytes: Int { 1 << 16 }

  init(_ handler: Handler, limits: MarkupLimits = MarkupLimits()) throws(RefusalReason) {
    parser = try MarkupParser(limits)
    self.handler = handler
  }

  /// Hands over what the next bytes hold. Chunks may be cut anywhere.
  mutating func feed(_ chunk: Span<UInt8>) throws(RefusalReason) {
    var start = 0
    while start < chunk.count {
      let end = min(start + Self.sliceBytes, chunk.count)
      try take(chunk.extracting(start..<end), isLast: false)
      start = end
    }
  }

  /// Says that there are no more bytes: what is still open was cut off.
  mutating func finish() throws(RefusalReason) { try take(Span<UInt8>(), isLast: true) }

  /// Reads a whole input, from its first byte.
  mutating func read(_ source: ByteSource) throws(RefusalReason) {
    try source.rewind()
    while let chunk = try source.next() { try feed(chunk.span) }
    try finish()
  }

  private mutating func take(_ slice: Span<UInt8>, isLast: Bool) throws(RefusalReason) {
    let fault = parser.parse(slice, isLast: isLast)
    // What stands before a fault is handed over, wherever the chunks were cut.
    for event in parser.events.list {
      switch event.kind {
      case .start:
        parser.events.attributes.current = event.start..<event.end
        parser.events.attributes.line = event.line
        try handler.start(parser.events.name(event), parser.events.attributes)
      case .end: try handler.end(parser.events.name(event))
      case .text: try handler.text(parser.events.text.span.extracting(event.start..<event.end))
      }
    }
    parser.events.removeAll()
    if let fault { throw .markup(fault) }
  }
}
