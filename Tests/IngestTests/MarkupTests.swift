import Foundation
import SampleWorld
import Testing

@testable import Ingest

/// Writes down what a document holds, one line for each event; pieces of a text are put together.
private struct Transcript: MarkupHandler {
  var lines: [String] = []
  private var text: [UInt8] = []

  mutating func start(_ element: MarkupName, _ attributes: borrowing MarkupAttributes) {
    endText()
    let id = attributes["id"].map { " id=\($0)" } ?? ""
    lines.append("<\(element.namespace)|\(element.local)\(id) \(attributes.line)")
  }

  mutating func end(_ element: MarkupName) {
    endText()
    lines.append(">\(element.local)")
  }

  mutating func text(_ bytes: Span<UInt8>) {
    for index in bytes.indices { text.append(bytes[index]) }
  }

  private mutating func endText() {
    if !text.isEmpty { lines.append(String(decoding: text, as: UTF8.self)) }
    text = []
  }
}

/// The events of a document that comes in chunks of some size, and why it ended, if it did.
private func read(_ bytes: [UInt8], chunk: Int = 4096) -> (lines: [String], fault: MarkupFault?) {
  do throws(RefusalReason) {
    var reader = try MarkupReader(Transcript())
    do throws(RefusalReason) {
      for start in stride(from: 0, to: bytes.count, by: chunk) {
        try reader.feed(Array(bytes[start..<min(start + chunk, bytes.count)]).span)
      }
      try reader.finish()
    } catch {
      guard case .markup(let fault) = error else { throw error }
      return (reader.handler.lines, fault)
    }
    return (reader.handler.lines, nil)
  } catch {
    Issue.record("\(error)")
    return ([], nil)
  }
}

private func read(_ text: String, chunk: Int = 4096) -> (lines: [String], fault: MarkupFault?) {
  read(Array(text.utf8), chunk: chunk)
}

struct MarkupTests {
  private let document = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- en kommentar --><a:Faktura xmlns:a="urn:a" xmlns="urn:b"><Rad id="1 &amp; 2" a:id="x">
    Smör &lt; <![CDATA[<grädde> & ]]>&#229;</Rad><tom/></a:Faktura>
    """

  @Test func `elements come with namespace, attributes, line and text`() {
    #expect(
      read(document).lines == [
        "<urn:a|Faktura 2", "<urn:b|Rad id=1 & 2 2", "\nSmör < <grädde> & å", ">Rad",
        "<urn:b|tom 3", ">tom", ">Faktura",
      ])
  }

  @Test(arguments: 1...60)
  func `any chunk borders give the same document`(chunk: Int) {
    #expect(read(document, chunk: chunk).lines == read(document).lines)
    let broken = document.replacing("</Rad>", with: "</Ort>")
    let (whole, cut) = (read(broken), read(broken, chunk: chunk))
    #expect(cut.lines.starts(with: whole.lines.dropLast(1)) && cut.fault == whole.fault)
  }

  @Test(arguments: [
    ("<a><b></a>", MarkupFault.Kind.mismatchedTag, 1, 9),
    ("<a>\n<b>", .noElement, 2, 4),
    ("<a>\n<b x='1' x='2'/></a>", .repeatedAttribute, 2, 10),
    ("<a>&nbsp;</a>", .undefinedEntity, 1, 4),
    ("<a><x:b/></a>", .unboundPrefix, 1, 4),
    ("<a/>\n<b/>", .afterTheEnd, 2, 1),
    ("<a>\u{1}</a>", .invalidCharacter, 1, 4),
    ("<a><b x=1/></a>", .invalidCharacter, 1, 9),
    ("", .noElement, 1, 1),
    ("<?xml version='1.0' encoding='EBCDIC-CP-SE'?><a/>", .encoding, 1, 31),
  ])
  func `what is not well-formed is refused at its line and column`(
    _ text: String, _ kind: MarkupFault.Kind, _ line: Int32, _ column: Int32
  ) {
    #expect(read(text).fault == MarkupFault(kind: kind, line: line, column: column))
  }

  @Test(arguments: 1..<60)
  func `a document that is cut off anywhere is refused`(length: Int) {
    let bytes = Array(document.utf8)
    #expect(read(Array(bytes.prefix(bytes.count * length / 60))).fault != nil)
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY b 'x'>]><a>&b;</a>", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
    "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://example.invalid/x'> %p;]><a/>",
  ])
  func `a DOCTYPE stops the reading before anything of it counts`(_ text: String) {
    let result = read(text)
    #expect(result.fault?.kind == .documentType && result.lines.isEmpty)
  }

  @Test func `depth, attributes, names and lengths have limits`() {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(read(nested(MarkupLimits.depth)).fault == nil)
    #expect(read(nested(MarkupLimits.depth + 1)).fault?.kind == .tooDeep)
    func attributes(_ count: Int) -> String {
      "<a " + (0..<count).map { "b\($0)=''" }.joined(separator: " ") + "/>"
    }
    #expect(read(attributes(MarkupLimits.attributes)).fault == nil)
    #expect(read(attributes(MarkupLimits.attributes + 1)).fault?.kind == .tooManyAttributes)
    func names(_ count: Int) -> String {
      "<a>" + (1..<count).map { "<b\($0)/>" }.joined() + "</a>"
    }
    #expect(read(names(MarkupLimits.distinctNames)).fault == nil)
    #expect(read(names(MarkupLimits.distinctNames + 1)).fault?.kind == .tooManyNames)
    let long = String(repeating: "x", count: MarkupLimits.tagBytes)
    #expect(read("<a>" + long + "</a>", chunk: 1 << 16).fault == nil)
    #expect(read("<a>" + long + "x</a>", chunk: 1 << 16).fault?.kind == .tooLong)
    #expect(read("<a b='" + long + long + "'/>", chunk: 1 << 16).fault?.kind == .tooLong)
    #expect(read("<!--" + long + long + "--><a/>", chunk: 1 << 16).fault?.kind == .tooLong)
  }

  @Test(arguments: [
    ("ISO-8859-1", "å", [0xe5] as [UInt8]), ("windows-1252", "€", [0x80]),
    ("ISO-8859-15", "€", [0xa4]), ("UTF-8", "å", [0xc3, 0xa5]), ("us-ascii", "a", [0x61]),
  ])
  func `the declared encoding is used`(_ name: String, _ letter: String, _ bytes: [UInt8]) {
    let text =
      Array("<?xml version='1.0' encoding='\(name)'?><a>".utf8) + bytes + Array("</a>".utf8)
    #expect(read(text).lines == ["<|a 1", letter, ">a"])
  }

  @Test(arguments: [1, 2, 5, 1 << 16])
  func `a mark of UTF-8 and the declaration of another encoding contradict each other`(
    chunk: Int
  ) {
    func fault(_ name: String, mark: [UInt8]) -> MarkupFault.Kind? {
      let text = "<?xml version='1.0' encoding='\(name)'?><a>e</a>"
      return read(mark + Array(text.utf8), chunk: chunk).fault?.kind
    }
    #expect(fault("ISO-8859-1", mark: [0xef, 0xbb, 0xbf]) == .contraryEncoding)
    #expect(fault("utf-8", mark: [0xef, 0xbb, 0xbf]) == nil)
    #expect(fault("ISO-8859-1", mark: []) == nil)
  }

  @Test func `UTF-16 is read by its mark`() {
    let units = Array("\u{feff}<a>å𝄞</a>".utf16)
    for bytes in [
      units.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] },
      units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] },
    ] {
      #expect(read(bytes, chunk: 3).lines == ["<|a 1", "å𝄞", ">a"])
    }
  }

  @Test(arguments: 0..<64 as Range<UInt64>)
  func `damaged documents end in events or a fault on a line that they have`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var bytes = Array(document.utf8)
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch seed % 3 {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: place)
      default: bytes.insert(contentsOf: bytes[..<(place / 2)], at: place)
      }
    }
    let lines = bytes.count { $0 == 0x0a } + 1 + bytes.count { $0 == 0x0d }
    if let fault = read(bytes).fault { #expect(1...lines ~= Int(fault.line)) }
  }
}
