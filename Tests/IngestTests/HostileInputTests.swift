import Foundation
import Ingest
import Ledger
import SampleWorld
import TestSupport
import Testing

/// Broken and hostile bytes: nothing crashes or hangs, and every row is accounted for.
struct HostileInputTests {
  private let table = TestTables(claims: (0..<20).map { "ärende=Ä\($0); assistent=\(person($0))" })

  /// A sheet with cut, doubled, changed and inserted bytes.
  private func damaged(_ text: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = text
    let strange: [UInt8] = [
      0, 0x22, 0x27, 0x5c, 0x0a, 0x0d, 0x3b, 0x2c, 0x09, 0xff, 0xfe, 0xc3, 0xe2,
    ]
    for _ in 0..<Int.random(in: 1...12, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes[place] = strange.randomElement(using: &generator) ?? 0
      case 1: bytes.insert(strange.randomElement(using: &generator) ?? 0, at: place)
      case 2: bytes.remove(at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + 40))
      default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 60)], at: place)
      }
    }
    return bytes
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `damaged files are read, rejected by row or refused`(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    var text = table.claimsCSV
    if seed % 3 == 1 { text = text.replacing(";", with: ",").replacing("timlön", with: "Lön/tim") }
    if seed % 3 == 2 {
      text = "Bolaget AB\n\n" + text.replacing("belopp", with: "Summa att betala")
    }
    let whole = Array(text.utf8)
    let files = (0..<2).map { _ in Data(damaged(whole, &generator)) }
    let ingestion = try await ingest(files)
    for report in ingestion.reports {
      #expect(report.rows == report.accepted + report.rejected)
      #expect(report.rejects.count == report.rejected)
      #expect(report.rejects.map(\.line.cell) == report.rejects.map(\.line.cell).sorted())
    }
    #expect(
      ingestion.parts.reduce(0) { $0 + $1.claims.count }
        == ingestion.reports.reduce(0) { $0 + $1.accepted })
  }

  @Test func `ten digits of a person on a row without a day are rejected with the row`()
    async throws
  {
    let digits = person(1).dropFirst(2)
    let tables = TestTables(
      claims: ["ärende=Ä1", "sjuk_från=2025-13-45; assistent=\(digits)", "ärende=Ä3"],
      shifts: ["ärende=Ä1", "start=2025-13-45 08:00; assistent=\(digits)", "ärende=Ä3"])
    let reports = try await ingest([tables.claimsCSV, tables.shiftsCSV]).reports
    #expect(reports.map { $0.rejects.map(\.reason) } == [[.noSuchDate], [.noSuchDate]])
    #expect(reports.map { $0.rejects.map(\.line.cell) } == [[3], [3]])
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `raw rows of any bytes end, on lines that the file has`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let bytes = damaged(Array(table.claimsCSV.utf8), &generator)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let lines = 1 + bytes.count { $0 == 0x0a } + bytes.count { $0 == 0x0d }
    var (last, rows) = (0, 0)
    let source = InputSource.file(path: file.path, isNamed: true)
    RawReading.eachFile(in: source) { raw in
      do throws(RefusalReason) {
        try raw.read(
          onForm: { _ in },
          onEvent: { event in
            guard case .row(let line, _) = event else { return }
            #expect(line >= last && line <= lines)
            (last, rows) = (line, rows + 1)
          })
      } catch {
        // A quote that is never closed, or bytes that are no text.
        #expect(error != .outOfMemory)
      }
    }
    #expect(rows <= lines)
  }
}
