import Foundation
import TestSupport
import Testing

@testable import Ingest
@testable import Snapshot

/// Whatever happens to the kept columns, a scan reads what the files say.
struct DamageTests {
  private func inbox() async throws -> (Inbox, file: URL, bytes: Data) {
    let inbox = try Inbox(["sjukloner.csv": TestTables(claims: ["ärende=Ä1"]).claimsCSV])
    _ = try await inbox.night()
    let file = try #require(inbox.kept().first)
    return (inbox, file, try Data(contentsOf: file))
  }

  private func expectReadAnew(
    _ inbox: Inbox, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let night = try await inbox.night()
    #expect(
      night.summary.unusable == [inbox.path("sjukloner.csv")], sourceLocation: sourceLocation)
    #expect(
      Answer(night.ingestion) == Answer(await inbox.plainReading()),
      sourceLocation: sourceLocation)
    // And the night after is cheap again.
    #expect(try await inbox.night().summary.read == 0, sourceLocation: sourceLocation)
  }

  @Test func `a bit that has turned anywhere is noticed`() async throws {
    let (inbox, file, bytes) = try await inbox()
    let places = stride(from: 0, to: bytes.count, by: max(1, bytes.count / 40)).map(\.self)
    for place in places + [bytes.count - 1] {
      var damaged = bytes
      damaged[place] ^= 0x10
      try damaged.write(to: file)
      try await expectReadAnew(inbox)
    }
  }

  @Test func `a file that was cut off is noticed, and one with more behind it`() async throws {
    let (inbox, file, bytes) = try await inbox()
    for length in [0, 7, 31, 32, 100, bytes.count / 2, bytes.count - 1] {
      try bytes.prefix(length).write(to: file)
      try await expectReadAnew(inbox)
    }
    try (bytes + Data([0])).write(to: file)
    try await expectReadAnew(inbox)
  }

  @Test func `an older layout is noticed`() async throws {
    let (inbox, file, bytes) = try await inbox()
    var older = bytes
    older[8] = 0
    try older.write(to: file)
    try await expectReadAnew(inbox)
  }

  @Test func `a state that lies is found out when content is checked`() async throws {
    let (inbox, file, _) = try await inbox()
    let before = try await inbox.night()
    let lying = TestTables(claims: ["ärende=Ä2"]).claimsCSV
    try inbox.write(Data(lying.utf8), to: "sjukloner.csv")
    let path = inbox.path("sjukloner.csv")
    let source = KeptSource(
      path: path, isNamed: false, state: try #require(SourceState(path)), wasStill: true,
      sha256: before.ingestion.reports[0].sha256)
    let documents = zip(before.ingestion.reports, before.ingestion.parts).map {
      ReadDocument(report: $0, part: $1, underlagOf: nil)
    }
    #expect(
      try SnapshotFile.write(documents, of: source, reader: "bygge 1", to: file.path))
    #expect(Answer(try await inbox.night().ingestion) == Answer(before.ingestion))
    let checked = try await inbox.night(checksContent: true)
    #expect(checked.summary.read == 1)
    #expect(Answer(checked.ingestion) == Answer(await inbox.plainReading()))
  }

  @Test func `a young file is not trusted by its state`() throws {
    let inbox = try Inbox(["a.csv": "x"])
    let state = try #require(SourceState(inbox.path("a.csv")))
    let written = max(state.modified, state.changed)
    #expect(!state.isStill(written) && !state.isStill(written + 2) && state.isStill(written + 3))
  }
}
