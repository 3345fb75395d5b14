/// What takes in a document as it is read: elements, their attributes, and text.
protocol MarkupHandler {
  /// - Parameter attributes: Those of this element, and the line that it starts on.
  mutating func start(
    _ element: MarkupName, _ attributes: borrowing MarkupAttributes) throws(RefusalReason)
  mutating func end(_ element: MarkupName) throws(RefusalReason)
  /// Text in UTF-8. One text may come in several pieces, cut anywhere, also inside a character.
  mutating func text(_ bytes: Span<UInt8>) throws(RefusalReason)
}

/// The name of an element or attribute in its namespace, by its URI and not by its prefix.
struct MarkupName: Equatable, Hashable, Sendable {
  /// Empty for a name in no namespace.
  let namespace: String
  let local: String
}

/// The attributes of the element that starts, without declarations of namespaces.
struct MarkupAttributes {
  var names: [Int32] = []
  var valueEnds: [Int32] = []
  var bytes: [UInt8] = []
  /// The document's names, which `names` points into.
  var table = MarkupNames()
  /// The element's own.
  var current = 0..<0
  /// The line that the element starts on, from 1.
  var line: Int32 = 1

  var count: Int { current.count }

  /// The value of an attribute; `nil` where the element has none of that name.
  ///
  /// - Parameter namespace: Attributes without a prefix are in no namespace.
  subscript(_ local: String, namespace: String = "") -> String? {
    for place in current {
      let name = table[names[place]]
      if name.local == local && name.namespace == namespace { return value(place) }
    }
    return nil
  }

  private func value(_ place: Int) -> String {
    let start = place == 0 ? 0 : Int(valueEnds[place - 1])
    return String(decoding: bytes[start..<Int(valueEnds[place])], as: UTF8.self)
  }

  mutating func removeAll() {
    names.removeAll(keepingCapacity: true)
    valueEnds.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    current = 0..<0
  }
}
