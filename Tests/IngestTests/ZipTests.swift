import Foundation
import Ingest
import Ledger
import TestSupport
import Testing

/// Archives: what lies in them is read as if it lay in a folder, and what is wrong is said.
struct ZipTests {
  private let tables = TestTables(claims: ["ärende=Ä1", "ärende=Ä2"], shifts: ["ärende=Ä1"])

  private func refusals(_ zip: ZipBytes) async throws -> [RefusalReason?] {
    try await refusals(zip.data)
  }

  private func refusals(_ data: Data) async throws -> [RefusalReason?] {
    try await ingest(named: "paket.zip", data).reports.map { report in
      if case .refused(let reason) = report.outcome { reason } else { nil }
    }
  }

  private var claims: ZipBytes.Entry { ZipBytes.Entry("maj.csv", tables.claimsCSV) }

  @Test(arguments: [false, true])
  func `entries are files of a folder, with ZIP64 or without`(isWide: Bool) async throws {
    var zip = ZipBytes([claims, ZipBytes.Entry("juni/pass.csv", tables.shiftsCSV)])
    zip.isWide = isWide
    let ingestion = try await ingest(named: "paket.zip", zip.data)
    #expect(
      ingestion.reports.map { $0.name.split(separator: "paket.zip").last ?? "" }
        == ["/juni/pass.csv", "/maj.csv"])
    #expect(ingestion.reports.map(\.accepted) == [1, 2])
    // Rows know the file that they stand in, by its place among the reports.
    #expect(ingestion.parts[1].claims.place(0).file.index == 1)
    #expect(ingestion.parts[0].shifts.place(0).file.index == 0)
  }

  @Test func `an archive in an archive is opened, hidden files and folders are not read`()
    async throws
  {
    let inner = ZipBytes([claims])
    let zip = ZipBytes([
      ZipBytes.Entry("mars/", ""), ZipBytes.Entry("__MACOSX/._maj.csv", [0, 5]),
      ZipBytes.Entry("mars/.dold.csv", tables.claimsCSV), ZipBytes.Entry("mars/a.zip", inner.data),
    ])
    let ingestion = try await ingest(named: "paket.zip", zip.data)
    #expect(ingestion.reports.count == 1)
    #expect(ingestion.reports[0].name.hasSuffix("paket.zip/mars/a.zip/maj.csv"))
    #expect(ingestion.reports[0].accepted == 2)
  }

  @Test func `a file in an archive is the same file outside of it`() async throws {
    let inside = try await ingest(named: "paket.zip", ZipBytes([claims]).data)
    let outside = try await ingest(named: "maj.csv", Data(tables.claimsCSV.utf8))
    #expect(inside.reports[0].sha256 == outside.reports[0].sha256)
    #expect(inside.parts[0].claims.columns == outside.parts[0].claims.columns)
  }

  @Test(arguments: [
    ("../../etc/maj.csv", "/etc/maj.csv"), ("/rot/maj.csv", "/rot/maj.csv"),
    ("..\\..\\maj.csv", "/maj.csv"), ("a\u{1b}[2Jb.csv", "/a\u{fffd}[2Jb.csv"),
    ("..", "/utan namn"), ("a\u{202e}vsc.csv", "/a\u{fffd}vsc.csv"),
  ])
  func `names that climb out or steer the screen are made safe`(
    _ name: String, _ shown: String
  ) async throws {
    let zip = ZipBytes([ZipBytes.Entry(name, tables.claimsCSV)])
    let report = try await ingest(named: "p.zip", zip.data).reports[0]
    #expect(report.name.hasSuffix("p.zip" + shown))
    #expect(report.accepted == 2)
  }

  @Test func `names of DOS have their å, ä and ö`() async throws {
    var entry = claims
    entry.name = [0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99] + Array(".csv".utf8)
    let report = try await ingest(named: "p.zip", ZipBytes([entry]).data).reports[0]
    #expect(report.name.hasSuffix("p.zip/åäöÅÄÖ.csv"))
  }

  @Test func `an entry that is locked, changed or packed otherwise is refused by itself`()
    async throws
  {
    var (locked, changed, strange, short, long) = (claims, claims, claims, claims, claims)
    (locked.name, locked.flags) = (Array("1".utf8), 1)
    (changed.name, changed.saidChecksum) = (Array("2".utf8), 7)
    (strange.name, strange.method) = (Array("3".utf8), 99)
    (short.name, short.saidBytes) = (Array("4".utf8), claims.content.count - 1)
    (long.name, long.saidBytes) = (Array("5".utf8), claims.content.count + 1)
    let found = try await refusals(ZipBytes([locked, changed, strange, short, long, claims]))
    #expect(
      found == [
        .archive(.encrypted, entry: "1"), .archive(.wrongChecksum, entry: "2"),
        .archive(.unknownMethod, entry: "3"), .archive(.wrongSize, entry: "4"),
        .archive(.wrongSize, entry: "5"), nil,
      ])
  }

  @Test func `two entries of one name, or of the same bytes, are refused`() async throws {
    #expect(
      try await refusals(ZipBytes([claims, claims])) == [.archive(.repeatedName, entry: "maj.csv")])
    var second = claims
    (second.name, second.saidStart) = (Array("juni.csv".utf8), 0)
    #expect(
      try await refusals(ZipBytes([claims, second]))
        == [.archive(.overlapping, entry: "juni.csv")])
  }

  @Test func `an archive that is cut anywhere is refused, never half read`() async throws {
    let whole = ZipBytes([claims]).data
    for length in stride(from: 8, to: whole.count, by: 97) {
      let found = try await refusals(whole.prefix(length))
      #expect(found == [.archive(.truncated)], "\(length)")
    }
  }

  @Test func `bombs are refused by what the directory says`() async throws {
    var dense = claims
    (dense.method, dense.saidBytes) = (8, 1 << 30)
    #expect(try await refusals(ZipBytes([dense])) == [.archive(.tooDense, entry: "maj.csv")])
    var large = claims
    large.saidBytes = 1 << 33
    var wide = ZipBytes([large])
    wide.isWide = true
    #expect(try await refusals(wide) == [.archive(.tooLarge, entry: "maj.csv")])
    var deep = ZipBytes([claims])
    for _ in 0..<IngestLimits.archiveDepth { deep = ZipBytes([ZipBytes.Entry("z", deep.data)]) }
    #expect(try await refusals(deep) == [.archive(.tooDeep)])
    var many = ZipBytes([claims])
    many.saidEntries = IngestLimits.archiveEntries + 1
    #expect(try await refusals(many) == [.archive(.tooManyEntries)])
    many.saidEntries = 2
    #expect(try await refusals(many) == [.archive(.damaged)])
  }

  @Test func `an archive without files says so`() async throws {
    #expect(try await refusals(ZipBytes([])) == [.archive(.nothingInside)])
  }
}
