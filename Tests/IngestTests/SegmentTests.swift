import Foundation
import Ledger
import SampleWorld
import SickPay
import TestSupport
import Testing

@testable import Ingest

/// Large files are read in segments, and nobody can tell.
struct SegmentTests {
  private let tables = TestTables(
    claims: (0..<60).map { n in
      "ärende=Ä\(n / 3); assistent=\(person(n % 11)); orgnr=\(company(n % 4)); "
        + "bolag=\(n % 2 == 0 ? "Åkes Omsorg" : "Assistans i Väst"); belopp=\(n * 10),50; "
        + "brukare=\(n % 5 == 0 ? "B-\(n)" : person(5000 + n % 7))"
    },
    shifts: (0..<60).map { n in
      "ärende=Ä\(n / 3); assistent=\(person(n % 11)); start=2025-03-0\(1 + n % 9) 07:30; "
        + "slut=2025-03-0\(1 + n % 9) 11:45; "
        + "vikarie=\(n % 6 == 0 ? "[vakant]" : person(20 + n % 5))"
    },
    registers: [
      "tid": (0..<40).map { n in
        "orgnr=\(company(n % 4)); assistent=\(person(n % 11)); brukare=\(person(5000 + n)); "
          + "start=2025-03-0\(1 + n % 9) 07:30; slut=2025-03-0\(1 + n % 9) 11:45"
      }
    ])

  private struct Reading: Equatable {
    var reports: [FileReport]
    var rows: [[String]]

    init(_ ingestion: Ingestion) {
      reports = ingestion.reports
      rows = ingestion.parts.flatMap { part in
        cellTexts(part.claims, part.dictionaries) + cellTexts(part.shifts, part.dictionaries)
          + cellTexts(part.registers.workedTime, part.dictionaries)
      }
    }
  }

  private func withFile<Result>(
    _ bytes: [UInt8], _ body: (InputSource) async throws -> Result
  ) async throws -> Result {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try await body(.file(path: file.path, isNamed: true))
  }

  /// Reads a file in segments of some lengths, and as a whole.
  private func expectSame(
    _ bytes: [UInt8], segments: [Int], threads: Int = 2,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await withFile(bytes) { source in
      let whole = Reading(await Ingestion.read([source], threads: 1, segmentBytes: 1 << 40))
      for length in segments {
        let cut = Reading(
          await Ingestion.read([source], threads: threads, segmentBytes: length))
        #expect(cut.reports == whole.reports, sourceLocation: sourceLocation)
        #expect(cut.rows == whole.rows, sourceLocation: sourceLocation)
      }
    }
  }

  private var texts: [String] { [tables.claimsCSV, tables.shiftsCSV, tables.registerCSV("tid")] }

  @Test(arguments: 0..<3)
  func `a plain table is read in segments of any length as in one`(table: Int) async throws {
    let text = texts[table]
    for form in [text, "\u{feff}" + text, text.replacing("\n", with: "\r\n"), text + "\n\n"] {
      try await expectSame(Array(form.utf8), segments: [333, form.utf8.count / 2])
    }
    try await expectSame(Array(text.utf8.dropLast()), segments: [90, 777], threads: 1)
  }

  @Test(arguments: 0..<3)
  func `a plain table needs no reading as a whole`(table: Int) async throws {
    try await withFile(Array(texts[table].utf8)) { source in
      let file = try #require(SegmentedFile(source, segmentBytes: 500))
      for segment in (0..<file.segmentCount).reversed() { #expect(file.read(segment)) }
      let (report, _) = try #require(file.whole())
      #expect(report.accepted == texts[table].split(separator: "\n").count - 1)
    }
  }

  @Test func `a quoted line end on a border has the file read as a whole`() async throws {
    let text = tables.claimsCSV.replacing("Åkes Omsorg", with: "\"Åkes\n\nOmsorg\"")
    try await expectSame(Array(text.utf8), segments: [300, 311, 324, 339], threads: 3)
    try await withFile(Array(text.utf8)) { source in
      let found = (300..<340).map { length in
        guard let file = SegmentedFile(source, segmentBytes: length) else { return false }
        return (0..<file.segmentCount).allSatisfy(file.read)
      }
      #expect(found.contains(false))
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `damaged tables are read in segments as in one`(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    var bytes = Array(texts[Int(seed % 3)].utf8)
    let strange: [[UInt8]] = [
      [0], [0x22], [0x22, 0x22], [0x0a], [0x0d], [0x0d, 0x0a], [0x3b], [0x20], [0x09], [0xff],
      [0xc3], [0xe2, 0x82], [0x7f], Array("\"a;b\nc\"".utf8), Array("1.800".utf8),
    ]
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let place = Int.random(in: 100..<bytes.count, using: &generator)
      let inserted = strange.randomElement(using: &generator) ?? []
      if Bool.random(using: &generator) {
        bytes.replaceSubrange(place..<min(place + inserted.count, bytes.count), with: inserted)
      } else {
        bytes.insert(contentsOf: inserted, at: place)
      }
    }
    let lengths = (0..<2).map { _ in Int.random(in: 120...2000, using: &generator) }
    try await expectSame(bytes, segments: lengths, threads: 1 + Int(seed / 3 % 3))
  }

  @Test func `senders' values and doubtful sums have the file read as a whole`() async throws {
    let doubtful = tables.claimsCSV.replacing(";10,50;", with: ";1.800;")
    try await expectSame(Array(doubtful.utf8), segments: [500])
    let swapped = tables.claimsCSV.replacing("2025-03-03", with: "3/3 2025")
    try await expectSame(Array(swapped.utf8), segments: [500])
  }

  @Test func `files of every kind beside each other keep their places`() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, text) in (texts + ["a;b\n1;2\n", ""] + texts).enumerated() {
      try Data(text.utf8).write(to: folder.appendingPathComponent("\(index).csv"))
    }
    let sources = InputList(paths: [folder.path]).sources
    let whole = Reading(await Ingestion.read(sources, threads: 1, segmentBytes: 1 << 40))
    #expect(whole.reports.count == 8)
    for threads in [1, 2, 5] {
      let cut = Reading(await Ingestion.read(sources, threads: threads, segmentBytes: 400))
      #expect(cut == whole)
    }
  }

  @Test func `pieces in any order have the hash of the whole`() async {
    let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let (whole, pieces) = (JoinedPieces(FileHash()), JoinedPieces(FileHash()))
    whole.append(FileHash.Piece(bytes: bytes, place: bytes.indices), at: 0)
    await withTaskGroup(of: Void.self) { group in
      for piece in (0..<100).reversed() {
        let place = piece * 100..<piece * 100 + 100
        group.addTask { pieces.append(FileHash.Piece(bytes: bytes, place: place), at: piece) }
      }
    }
    let (expected, found) = (whole.take(count: 1), pieces.take(count: 100))
    #expect(found?.hexadecimal == expected?.hexadecimal)
    #expect(found != nil && pieces.take(count: 100) == nil)
    // FIPS 180-4, the example of one block.
    let example = JoinedPieces(FileHash())
    example.append(FileHash.Piece(bytes: Array("xabcx".utf8), place: 1..<4), at: 0)
    #expect(
      example.take(count: 1)?.hexadecimal
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(example.take(count: 2) == nil)
  }
}

/// All cells of a table as texts, ids by what they stand for.
private func cellTexts<Schema: TableSchema>(
  _ table: Table<Schema>, _ dictionaries: Dictionaries
) -> [[String]] {
  (0..<table.count).map { row in
    zip(table.columns, Schema.codings).map { column, coding in
      let cell = column[row]
      if cell == .min { return "" }
      return switch coding {
      case .plain: String(cell)
      case .person: dictionaries.persons.clearText(PersonID(cell: cell))
      case .company: dictionaries.number(CompanyID(cell: cell)).description
      case .text: dictionaries.texts[TextID(cell: cell)]
      }
    }
  }
}
