import Foundation
import SampleWorld
import Testing

@testable import Ingest

struct RecognitionTests {
  private func dialect(_ text: String) -> Dialect { DialectDetection.dialect(of: Array(text.utf8)) }

  @Test(arguments: [
    ("a;b;c\n1,5;2;x\n2,5;3;y\n", ";"), ("a,b\n1.5,2\n2.5,3\n", ","), ("a\tb\n1\t2\n3\t4\n", "\t"),
    ("a|b|c\n1|2|3\n", "|"),
    ("namn,ort\n\"Ek, Eva\",Falun\n\"Alm, Ulf; x\",Säter\n", ","),
  ])
  func `the delimiter is found`(_ text: String, _ delimiter: Character) {
    #expect(dialect(text).delimiter == delimiter.asciiValue)
  }

  @Test func `quotes, escapes and blanks beside delimiters are found`() {
    #expect(dialect("a,'b, c',d\n1,'x, y',2\n3,'z, w',4\n").quote == UInt8(ascii: "'"))
    #expect(dialect("a,\"b \\\" , c\"\n1,\"x \\\" , y\"\n2,\"z\"\n").escapesWithBackslash)
    #expect(dialect("a, \"b, c\"\n1, \"d, e\"\n").trimsBlanks)
    #expect(!dialect("a, b\n1, c\n").trimsBlanks)
  }

  @Test func `a text without a delimiter is one column`() {
    #expect(dialect("namn\nAnna\nEva\n").delimiter == nil)
    #expect(dialect("en rad, med ett komma\nen annan\nen tredje\nen fjärde\n").delimiter == nil)
  }

  /// The paper's idea holds where the text is any table: detection gives back the dialect in which
  /// random rows were written.
  @Test(arguments: 0..<64 as Range<UInt64>)
  func `a table that was written in a dialect is read in it`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let delimiter: Character = [";", ",", "\t", "|"][Int(seed % 4)]
    let words = ["Falun", "Säter, Dalarna", "x;y", "sa \"hej\"", "12", "3,5", "2025-03-13", ""]
    let width = Int.random(in: 3...8, using: &generator)
    let rows = (0..<Int.random(in: 5...40, using: &generator)).map { row in
      (0..<width).map { column in
        column == 0 ? "rad\(row)" : words.randomElement(using: &generator) ?? ""
      }
    }
    let lines = rows.map { row in
      row.map { cell in
        cell.contains { $0 == delimiter || $0 == "\"" }
          ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }.joined(separator: String(delimiter))
    }
    let text = Array((lines.joined(separator: "\n") + "\n").utf8)
    let found = DialectDetection.dialect(of: text)
    #expect(found.delimiter == delimiter.asciiValue)
    let batch = RecordStream(encoding: .utf8, markBytes: 0, dialect: found).records(in: text)
    #expect((0..<batch.recordCount).map(batch.texts) == rows)
  }

  @Test(arguments: [
    ("a;b\n1;2\n", 0, 1, ["a", "b"]), ("1;2\n3;4\n", 0, 0, []),
    ("Titel;\n;\na;b\n1;2\n2;3\n", 2, 1, ["a", "b"]),
    (
      "grupp;;annan;\nx;y;x;y\n1;2;3;4\n2;3;4;5\n", 0, 2,
      ["grupp x", "grupp y", "annan x", "annan y"]
    ),
    ("a;b\na;b\n1;2\n3;4\n", 0, 2, ["a a", "b b"]),
    ("namn;ort\nAnna;Falun\nEva;Säter\n", 0, 1, ["namn", "ort"]),
  ])
  func `the names of a table stand here`(
    _ text: String, _ preamble: Int, _ header: Int, _ names: [String]
  ) {
    let records = text.split(separator: "\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    let layout = TableLayout(records)
    #expect((layout.preambleRecords, layout.headerRecords) == (preamble, header))
    #expect(layout.names == names)
  }

  @Test(arguments: CharacterEncoding.allCases)
  func `any text comes through any encoding in any chunks`(_ encoding: CharacterEncoding) throws {
    let text = encoding == .latin1 ? "åäö ÅÄÖ é\r\n1;2" : "åäö €\r\n1;2"
    let bytes = try #require(text.data(using: foundation(encoding))).map { $0 }
    var evidence = EncodingEvidence()
    for byte in bytes { evidence.add([byte].span) }
    #expect(evidence.result.encoding == encoding)
    for chunk in 1...5 {
      var transcoder = UTF8Transcoder(encoding, markBytes: 0)
      var out: [UInt8] = []
      for start in stride(from: 0, to: bytes.count, by: chunk) {
        out += transcoder.transcode(Array(bytes[start..<min(start + chunk, bytes.count)]).span)
      }
      #expect(String(decoding: out, as: UTF8.self) == text)
    }
  }

  private func foundation(_ encoding: CharacterEncoding) -> String.Encoding {
    switch encoding {
    case .utf8: .utf8
    case .utf16LittleEndian: .utf16LittleEndian
    case .utf16BigEndian: .utf16BigEndian
    case .windows1252: .windowsCP1252
    case .latin1: .isoLatin1
    }
  }

  @Test(arguments: [
    ("PK\u{3}\u{4}xyz", FileContent.zip), ("%PDF-1.7", .pdf), ("<?xml version=", .xml),
    ("SQLite format 3\0", .database), ("{\"a\": 1}", .json),
  ])
  func `what is no table is known by its first bytes`(_ start: String, _ content: FileContent) {
    #expect(FileContent(start: Array(start.utf8)) == content)
  }

  @Test func `a table is no other content`() {
    #expect(FileContent(start: Array("a;b\n1;2\n".utf8)) == nil)
    #expect(FileContent(start: []) == nil)
  }

  @Test(arguments: [
    ("a,b\n1,x \"y\" z\n2,w\n", [2]), ("a,b\n1,\"x\" y\"\n2,w", [2]),
    ("a,b\n1,\"x\"\" y\"\n", []), ("a,b\n1,x\n2,y\"z", [3]),
  ])
  func `a quote where none may stand is noted with its line`(
    _ text: String, _ lines: [Int]
  ) throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var found: [Int] = []
    RawReading.eachFile(in: .file(path: file.path, isNamed: true)) { raw in
      _ = try? raw.read(
        onForm: { _ in },
        onEvent: { event in
          if case .problem(let line, .strayQuote) = event { found.append(line) }
        })
    }
    #expect(found == lines)
  }
}
