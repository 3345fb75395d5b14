import Foundation
import Ingest
import Ledger
import SickPay
import TestSupport
import Testing

@testable import Snapshot

/// Rows that are kept for questions are those of the ledger, or none.
struct ClaimRowsTests {
  private static let columns: Set<ClaimSchema.Column> = [
    .kommun, .company, .received, .sickFrom, .agreement, .companyName,
  ]
  private let inbox: Inbox
  private let folder: SnapshotFolder
  private let rows: ClaimRows

  init() async throws {
    let tables = TestTables(
      claims: [
        "ärende=Ä1; bolag=Norr AB; avtal=Fremia", "ärende=Ä2; sjuk_från=2025-03-04",
        "ärende=Ä3; orgnr=\(company(2)); avtal=inget", "ärende=Ä4; inkommen=2025-04-20",
      ],
      shifts: ["ärende=Ä1", "ärende=Ä2; vikarie=[vakant]; vikarie_start=; vikarie_slut="])
    inbox = try Inbox(["sjukloner.csv": tables.claimsCSV, "pass.csv": tables.shiftsCSV])
    folder = try SnapshotFolder(
      folder: inbox.columns.path, reader: "bygge 1", checksContent: false, now: { Inbox.later })
    var ingestion = await inbox.plainReading()
    rows = ClaimRows(
      Ledger(parts: ingestion.takeParts(), date: nil, windowMonths: 24, law: sickPeriodLaw))
  }

  private var inputs: InputList { InputList(paths: [inbox.files.path]) }

  private func keep() throws -> SnapshotFolder.Sources {
    let sources = try #require(folder.sources(inputs))
    folder.keepRows(
      rows, Self.columns, of: sources, basis: "2025")
    return sources
  }

  private func recall(
    _ columns: Set<ClaimSchema.Column> = ClaimRowsTests.columns, basis: String = "2025",
    withShifts: Bool = true
  ) throws -> ClaimRows? {
    folder.recallRows(
      of: try #require(folder.sources(inputs)), basis: basis, columns: columns,
      withShifts: withShifts)
  }

  @Test func `what comes back is what was kept`() throws {
    _ = try keep()
    let found = try #require(try recall())
    #expect(found.count == 4 && found.states == rows.states)
    #expect(found.netAmounts == rows.netAmounts)
    #expect(found.shiftTimes == rows.shiftTimes && found.vacantTimes == rows.vacantTimes)
    #expect(Set(found.shiftTimes).count > 1 && found.vacantTimes != found.shiftTimes)
    #expect(found.date == rows.date && found.window == rows.window)
    #expect(found.claims.column(.sickFrom) == rows.claims.column(.sickFrom))
    for index in 0..<2 {
      let company = CompanyID(index: index)
      #expect(found.dictionaries.number(company) == rows.dictionaries.number(company))
      #expect(found.rows(of: company) == rows.rows(of: company))
      #expect(
        found.latestName(found.rows(of: company)) == rows.latestName(rows.rows(of: company)))
    }
    for row in 0..<4 {
      let (left, right) = (found.claims.value(.agreement, row), rows.claims.value(.agreement, row))
      #expect(
        left.map { found.dictionaries.texts[$0] } == right.map { rows.dictionaries.texts[$0] })
    }
  }

  @Test func `only what is asked for is read, and no text of an ärende is kept`() throws {
    _ = try keep()
    let found = try #require(try recall([.kommun, .company], withShifts: false))
    #expect(found.claims.column(.sickFrom).isEmpty && found.shiftTimes.isEmpty)
    #expect(found.claims.column(.company) == rows.claims.column(.company))
    let texts = found.dictionaries.texts
    #expect(
      (0..<texts.count).map { texts[TextID(index: $0)] }.sorted() == ["Fremia", "Norr AB", "inget"])
    #expect(try recall([.kommun, .wage]) == nil)
  }

  @Test func `rows of other files, another date or another build are not used`() async throws {
    _ = try keep()
    #expect(try recall(basis: "2026") == nil)
    let other = try SnapshotFolder(
      folder: inbox.columns.path, reader: "bygge 2", checksContent: false, now: { Inbox.later })
    let sources = try #require(folder.sources(inputs))
    #expect(
      other.recallRows(of: sources, basis: "2025", columns: [.kommun], withShifts: false) == nil)
    try inbox.write(Data("Ring Karin.\n".utf8), to: "anteckning.txt")
    #expect(try recall() == nil)
  }

  @Test func `a source that changed while it was read keeps nothing`() throws {
    let sources = try #require(folder.sources(inputs))
    try inbox.write(Data("kommun\n".utf8), to: "sjukloner.csv")
    folder.keepRows(rows, Self.columns, of: sources, basis: "2025")
    #expect(try inbox.kept().isEmpty)
  }

  @Test func `sources that may change unseen are not remembered`() throws {
    let early = try SnapshotFolder(
      folder: inbox.columns.path, reader: "bygge 1", checksContent: false,
      now: { 0 })
    #expect(early.sources(inputs) == nil)
    #expect(folder.sources(InputList(paths: ["-"])) == nil)
    let careful = try SnapshotFolder(
      folder: inbox.columns.path, reader: "bygge 1", checksContent: true, now: { Inbox.later })
    #expect(careful.sources(inputs) == nil)
  }

  @Test func `no damaged byte is taken for a row`() throws {
    _ = try keep()
    let file = try #require(try inbox.kept().first)
    let whole = try Data(contentsOf: file)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    for place in stride(from: 0, to: whole.count, by: 7) {
      var bytes = whole
      bytes[place] ^= 0x10
      try bytes.write(to: file)
      #expect(try recall() == nil, "byte \(place)")
    }
    for length in stride(from: 0, to: whole.count, by: 61) {
      try whole.prefix(length).write(to: file)
      #expect(try recall() == nil, "\(length) bytes")
    }
    try whole.write(to: file)
    #expect(try recall() != nil)
  }
}
