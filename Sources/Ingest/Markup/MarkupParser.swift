import CExpat
import Glibc

/// libexpat's parser for one document. All unsafe code of the XML door is in this file: the handle,
/// which lives as long as the value, and callbacks that copy what they are given into `events`.
@safe struct MarkupParser: ~Copyable {
  private let parser: OpaquePointer
  private var target: Target

  /// What the last bytes held, until it is removed.
  var events: MarkupEvents {
    _read { yield target.events }
    _modify { yield &target.events }
  }

  init(_ limits: MarkupLimits) throws(RefusalReason) {
    guard let made = unsafe XML_ParserCreateNS(nil, XML_Char(MarkupNames.separator)) else {
      throw .outOfMemory
    }
    unsafe parser = made
    unsafe target = Target(parser: made, limits: limits)
    unsafe XML_SetElementHandler(made, onStart, onEnd)
    unsafe XML_SetCharacterDataHandler(made, onText)
    unsafe XML_SetCommentHandler(made) { data, _ in unsafe withTarget(data) { $0.unread = 0 } }
    unsafe XML_SetProcessingInstructionHandler(made) { data, _, _ in
      unsafe withTarget(data) { $0.unread = 0 }
    }
    // Called before the first declaration: no entity is ever known, and no file named.
    unsafe XML_SetStartDoctypeDeclHandler(made) { data, _, _, _, _ in
      unsafe withTarget(data) { $0.stop(.documentType) }
    }
    unsafe XML_SetXmlDeclHandler(made, onDeclaration)
    unsafe XML_SetUnknownEncodingHandler(made, onUnknownEncoding, nil)
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Appends what the next bytes hold to `events`. After a fault there is no going on.
  mutating func parse(_ bytes: Span<UInt8>, isLast: Bool) -> MarkupFault? {
    let parser = unsafe parser
    for place in 0..<min(bytes.count, utf8Mark.count - target.firstBytes.count) {
      target.firstBytes.append(bytes[place])
    }
    let status = unsafe withUnsafeMutablePointer(to: &target) { target in
      unsafe XML_SetUserData(parser, target)
      return unsafe bytes.withUnsafeBytes { bytes in
        unsafe XML_Parse(
          parser, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), isLast ? 1 : 0)
      }
    }
    if status == XML_STATUS_OK {
      // A tag that goes on for ever is kept by libexpat until it ends.
      target.unread += bytes.count
      if target.unread > MarkupLimits.tagBytes { target.stop(.tooLong) }
      return target.fault
    }
    return unsafe target.fault ?? target.fault(MarkupFault.Kind(XML_GetErrorCode(parser)))
  }
}

/// What the callbacks write to.
@safe private struct Target {
  let parser: OpaquePointer
  let limits: MarkupLimits
  var events = MarkupEvents()
  var fault: MarkupFault?
  var depth = 0
  /// Bytes of the text that is going on.
  var textBytes = 0
  /// Bytes fed since libexpat last reported anything.
  var unread = 0
  /// The document's first three bytes.
  var firstBytes: [UInt8] = []

  func fault(_ kind: MarkupFault.Kind) -> MarkupFault {
    unsafe MarkupFault(
      kind: kind, line: Int32(clamping: XML_GetCurrentLineNumber(parser)),
      column: Int32(clamping: XML_GetCurrentColumnNumber(parser) + 1))
  }

  mutating func stop(_ kind: MarkupFault.Kind) {
    if fault == nil { fault = fault(kind) }
    _ = unsafe XML_StopParser(parser, 0)
  }

  /// libexpat would follow the declaration, and read each letter of two bytes as two letters.
  mutating func declare(_ encoding: String) {
    if firstBytes == utf8Mark, encoding.lowercased() != "utf-8" { stop(.contraryEncoding) }
  }

  mutating func start(_ name: UnsafePointer<XML_Char>, _ pairs: Attributes) {
    depth += 1
    (textBytes, unread) = (0, 0)
    if depth > MarkupLimits.depth { return stop(.tooDeep) }
    var count = 0
    while let name = unsafe pairs[2 * count], let value = unsafe pairs[2 * count + 1] {
      if count == MarkupLimits.attributes { return stop(.tooManyAttributes) }
      guard let place = unsafe place(of: name) else { return stop(.tooManyNames) }
      unsafe withText(value) { events.appendAttribute(place, $0) }
      count += 1
    }
    guard let place = unsafe place(of: name) else { return stop(.tooManyNames) }
    let line = unsafe Int32(clamping: XML_GetCurrentLineNumber(parser))
    events.appendStart(place, line: line, attributes: count)
  }

  mutating func end(_ name: UnsafePointer<XML_Char>) {
    depth -= 1
    (textBytes, unread) = (0, 0)
    // Known since the element started.
    if let place = unsafe place(of: name) { events.appendEnd(place) }
  }

  mutating func text(_ bytes: Span<UInt8>) {
    textBytes += bytes.count
    unread = 0
    if textBytes > limits.textBytes { return stop(.tooLong) }
    events.appendText(bytes)
  }

  private mutating func place(of name: UnsafePointer<XML_Char>) -> Int32? {
    unsafe withText(name) { events.attributes.table.place(of: $0) }
  }
}

private typealias Attributes = UnsafeMutablePointer<UnsafePointer<XML_Char>?>

/// The bytes of a text that ends with a zero, as libexpat hands them over.
private func withText<Result>(
  _ text: UnsafePointer<XML_Char>, _ body: (Span<UInt8>) -> Result
) -> Result {
  unsafe withBytes(text, strlen(text), body)
}

private func withBytes<Result>(
  _ text: UnsafePointer<XML_Char>, _ count: Int, _ body: (Span<UInt8>) -> Result
) -> Result {
  let bytes = unsafe UnsafeRawBufferPointer(start: text, count: count)
  return unsafe body(Span<UInt8>(_unsafeElements: bytes.assumingMemoryBound(to: UInt8.self)))
}

/// After a fault nothing more is taken: libexpat may report the rest of what it is at.
private func withTarget(_ data: UnsafeMutableRawPointer?, _ body: (inout Target) -> Void) {
  guard let target = unsafe data?.assumingMemoryBound(to: Target.self) else { return }
  if unsafe target.pointee.fault == nil { unsafe body(&target.pointee) }
}

private let onDeclaration: XML_XmlDeclHandler = { data, _, encoding, _ in
  guard let encoding = unsafe encoding else { return }
  let name = unsafe String(cString: encoding)
  unsafe withTarget(data) { $0.declare(name) }
}

private let onStart: XML_StartElementHandler = { data, name, attributes in
  guard let name = unsafe name, let attributes = unsafe attributes else { return }
  unsafe withTarget(data) { unsafe $0.start(name, attributes) }
}

private let onEnd: XML_EndElementHandler = { data, name in
  guard let name = unsafe name else { return }
  unsafe withTarget(data) { unsafe $0.end(name) }
}

private let onText: XML_CharacterDataHandler = { data, text, count in
  guard let text = unsafe text else { return }
  unsafe withTarget(data) { target in
    unsafe withBytes(text, Int(count)) { target.text($0) }
  }
}

/// The encodings of eight bits that Swedish systems write beside those that libexpat knows.
private let onUnknownEncoding: XML_UnknownEncodingHandler = { _, name, info in
  guard let name = unsafe name, let info = unsafe info else { return 0 }
  let scalars: [UInt16]
  switch unsafe String(cString: name).lowercased() {
  case "windows-1252", "cp1252", "windows1252", "x-cp1252": scalars = windows1252Scalars
  case "iso-8859-15", "latin-9", "iso8859-15": scalars = latin9Scalars
  default: return 0
  }
  unsafe withUnsafeMutableBytes(of: &info.pointee.map) { map in
    for (byte, scalar) in scalars.enumerated() {
      unsafe map.storeBytes(of: Int32(scalar), toByteOffset: 4 * byte, as: Int32.self)
    }
  }
  return 1
}

/// The Unicode scalars of the bytes 0 to 255.
private let windows1252Scalars = (0...255).map { windows1252Scalar(UInt8($0)) }

private let latin9Scalars = (0...255).map { byte in
  latin9Differences[UInt8(byte)] ?? UInt16(byte)
}

/// ISO/IEC 8859-15:1999 where it is not Latin-1.
private let latin9Differences: [UInt8: UInt16] = [
  0xa4: 0x20ac, 0xa6: 0x0160, 0xa8: 0x0161, 0xb4: 0x017d, 0xb8: 0x017e, 0xbc: 0x0152,
  0xbd: 0x0153, 0xbe: 0x0178,
]

extension MarkupFault.Kind {
  fileprivate init(_ code: XML_Error) {
    switch code {
    case XML_ERROR_NO_MEMORY: self = .outOfMemory
    case XML_ERROR_NO_ELEMENTS: self = .noElement
    case XML_ERROR_INVALID_TOKEN, XML_ERROR_BAD_CHAR_REF: self = .invalidCharacter
    case XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR, XML_ERROR_UNCLOSED_CDATA_SECTION:
      self = .truncated
    case XML_ERROR_TAG_MISMATCH: self = .mismatchedTag
    case XML_ERROR_DUPLICATE_ATTRIBUTE: self = .repeatedAttribute
    case XML_ERROR_UNDEFINED_ENTITY: self = .undefinedEntity
    case XML_ERROR_UNBOUND_PREFIX, XML_ERROR_UNDECLARING_PREFIX: self = .unboundPrefix
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT: self = .afterTheEnd
    case XML_ERROR_UNKNOWN_ENCODING, XML_ERROR_INCORRECT_ENCODING: self = .encoding
    default: self = .syntax
    }
  }
}
