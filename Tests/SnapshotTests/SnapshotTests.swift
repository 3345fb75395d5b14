import Foundation
import Ingest
import Ledger
import Snapshot
import TestSupport
import Testing

/// A night with columns of earlier nights gives what a night without them gives.
struct SnapshotTests {
  /// Claims with an opaque id and rejects, shifts with a vacant one, and a register.
  private static func contents() -> [String: String] {
    let tables = TestTables(
      claims: [
        "ärende=Ä1; brukare=interim-7", "ärende=Ä2; sjuk_från=2025-03-04", "ärende=Ä3; belopp=x",
      ],
      shifts: ["ärende=Ä1", "ärende=Ä2; vikarie=[vakant]; vikarie_start=; vikarie_slut="],
      registers: ["tillstånd": ["orgnr=\(company(1)); från=2024-01-01"]])
    return [
      "sjukloner.csv": tables.claimsCSV, "pass.csv": tables.shiftsCSV,
      "tillstand.csv": tables.registerCSV("tillstånd"), "anteckning.txt": "Ring Karin.\n",
    ]
  }

  @Test func `what comes back is what was read`() async throws {
    let inbox = try Inbox(Self.contents())
    let plain = Answer(await inbox.plainReading())
    let (first, second) = (try await inbox.night(), try await inbox.night())
    #expect(first.summary.recalled == 0 && second.summary.read == 0)
    #expect(second.summary.recalled == 4)
    #expect(Answer(first.ingestion) == plain)
    #expect(Answer(second.ingestion) == plain)
    #expect(second.ingestion.reports.map(\.rejected).reduce(0, +) == 1)
  }

  @Test func `the rows make the same ledger`() async throws {
    let inbox = try Inbox(Self.contents())
    _ = try await inbox.night()
    var (read, recalled) = (await inbox.plainReading(), try await inbox.night().ingestion)
    func ledger(_ parts: [LedgerPart]) -> Ledger {
      Ledger(parts: parts, date: nil, windowMonths: 24, law: sickPeriodLaw)
    }
    let (expected, found) = (ledger(read.takeParts()), ledger(recalled.takeParts()))
    #expect(found.claims.columns == expected.claims.columns)
    #expect(found.shifts.columns == expected.shifts.columns)
    #expect(found.claims.count == 2 && found.shifts.count == 2)
  }

  @Test func `a text that is interned later gets the id that it had`() async throws {
    let inbox = try Inbox(Self.contents())
    _ = try await inbox.night()
    for part in try await inbox.night().ingestion.parts {
      var dictionaries = part.dictionaries
      for index in 0..<dictionaries.texts.count {
        let id = TextID(index: index)
        #expect(dictionaries.texts.intern(dictionaries.texts[id]) == id)
      }
      for index in 0..<dictionaries.companyCount {
        let id = CompanyID(index: index)
        #expect(dictionaries.intern(dictionaries.number(id)) == id)
      }
    }
  }

  @Test func `a workbook in an archive comes back too`() async throws {
    let lines = TestTables(claims: ["ärende=Ä1", "ärende=Ä2"]).claimsCSV
      .split(separator: "\n").map { $0.split(separator: ";", omittingEmptySubsequences: false) }
    let rows = lines.map { cells in
      "<row>" + cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }
    let book = WorkbookBytes(sheets: [("Blad", rows.joined())])
    let inbox = try Inbox()
    try inbox.write(ZipBytes([ZipBytes.Entry("bok.xlsx", book.data)]).data, to: "paket.zip")
    let plain = Answer(await inbox.plainReading())
    _ = try await inbox.night()
    let second = try await inbox.night()
    #expect(second.summary.recalled == 1 && Answer(second.ingestion) == plain)
    #expect(second.ingestion.parts.first?.claims.count == 2)
  }

  @Test func `only what has changed is read again`() async throws {
    let inbox = try Inbox(Self.contents())
    _ = try await inbox.night()
    let more = TestTables(claims: ["ärende=Ä9"]).claimsCSV
    try inbox.write(Data(more.utf8), to: "sjukloner.csv")
    try inbox.write(Data(TestTables(shifts: ["ärende=Ä9"]).shiftsCSV.utf8), to: "pass-2.csv")
    let second = try await inbox.night()
    #expect(second.summary.read == 2 && second.summary.recalled == 3)
    #expect(second.summary.unusable.isEmpty)
    #expect(Answer(second.ingestion) == Answer(await inbox.plainReading()))
  }

  @Test func `a file with a new time and the same bytes is not read again`() async throws {
    let inbox = try Inbox(Self.contents())
    _ = try await inbox.night()
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)],
      ofItemAtPath: inbox.path("pass.csv"))
    #expect(try await inbox.night().summary.read == 0)
  }

  @Test func `other bytes of the same length are read, however young the file is`() async throws {
    let text = TestTables(claims: ["ärende=Ä1"]).claimsCSV
    let inbox = try Inbox(["sjukloner.csv": text])
    let young = Int64(Date().timeIntervalSince1970)
    _ = try await inbox.night(now: young)
    try inbox.write(Data(text.replacing("Ä1", with: "Ä2").utf8), to: "sjukloner.csv")
    let second = try await inbox.night(now: young)
    #expect(second.summary.read == 1)
    #expect(Answer(second.ingestion) == Answer(await inbox.plainReading()))
  }

  @Test func `another build of the program reads everything again, and says nothing`() async throws
  {
    let inbox = try Inbox(Self.contents())
    _ = try await inbox.night()
    let second = try await inbox.night(reader: "bygge 2")
    #expect(second.summary.read == 4 && second.summary.unusable.isEmpty)
  }

  @Test func `refused files are not kept, and refused each night`() async throws {
    let inbox = try Inbox(["sjukloner.csv": "kommun;ärende\n2080;Ä1\n"])
    for _ in 0..<2 {
      let night = try await inbox.night()
      #expect(night.summary.read == 1)
      #expect(Answer(night.ingestion) == Answer(await inbox.plainReading()))
    }
    #expect(try inbox.kept().isEmpty)
  }

  @Test func `columns of files that are gone are removed, and nothing else`() async throws {
    let inbox = try Inbox(Self.contents())
    _ = try await inbox.night()
    #expect(try inbox.kept().count == 4)
    let own = inbox.columns.appending(path: "viktigt.txt")
    let draft = inbox.columns.appending(path: "x.kolumner.y.halvskriven")
    for file in [own, draft] { try Data("x".utf8).write(to: file) }
    try FileManager.default.removeItem(atPath: inbox.path("pass.csv"))
    _ = try await inbox.night()
    let names = try inbox.kept().map(\.lastPathComponent)
    #expect(names.count { $0.hasSuffix(".kolumner") } == 3)
    #expect(names.contains("viktigt.txt") && names.count == 4)
  }

  @Test func `only the owner may read the folder and its files`() async throws {
    let inbox = try Inbox(Self.contents())
    _ = try await inbox.night()
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(inbox.columns.path) == 0o700)
    for file in try inbox.kept() { #expect(try mode(file.path) == 0o600) }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o750], ofItemAtPath: inbox.columns.path)
    await #expect(throws: SnapshotFolder.Fault.openToOthers(path: inbox.columns.path)) {
      try await inbox.night()
    }
  }
}
