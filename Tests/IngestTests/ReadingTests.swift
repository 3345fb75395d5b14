import Foundation
import Ingest
import Ledger
import SickPay
import TestSupport
import Testing

struct ReadingTests {
  private let table = TestTables(claims: ["ärende=Ä1", "ärende=Ä2; sjuktimmar=20,5; belopp=100.25"])

  @Test func `comma and point are both decimal signs`() async throws {
    let claims = try await table.ledger().claims
    #expect(claims.count == 2)
    let second = claims[.sickTime, 0] == Seconds(73_800) ? 0 : 1
    #expect(claims[.sickTime, second] == Seconds(73_800))
    #expect(claims[.amount, second] == Ore(10_025))
  }

  @Test func `encodings, marks and line ends make no difference`() async throws {
    let text = table.claimsCSV
    let crlf = text.replacingOccurrences(of: "\n", with: "\r\n")
    let cr = text.replacingOccurrences(of: "\n", with: "\r")
    let decomposed = text.decomposedStringWithCanonicalMapping
    let variants: [Data] = [
      Data(text.utf8), Data(crlf.utf8), Data(cr.utf8), Data([0xef, 0xbb, 0xbf] + text.utf8),
      try #require(text.data(using: .windowsCP1252)),
      Data(decomposed.replacingOccurrences(of: "A\u{308}", with: "Ä").utf8),
    ]
    let plain = try await ledger(variants[0])
    for variant in variants.dropFirst() {
      let other = try await ledger(variant)
      #expect(other.claims.columns == plain.claims.columns)
      #expect(arenden(other) == arenden(plain))
    }
  }

  private func arenden(_ ledger: Ledger) -> [String] {
    (0..<ledger.claims.count).map { ledger.dictionaries.texts[ledger.claims[.arende, $0]] }
  }

  private func ledger(_ data: Data) async throws -> Ledger {
    Ledger(parts: try await ingest([data]).parts, date: nil, windowMonths: 24, law: sickPeriodLaw)
  }

  @Test func `quoted fields hold delimiters and line ends, and lines are still counted`()
    async throws
  {
    let header = table.claimsCSV.split(separator: "\n")[0]
    let rows = table.claimsCSV.split(separator: "\n").dropFirst().map(String.init)
    let quoted = rows[0].replacingOccurrences(of: ";Ä1;", with: ";\"Ä;1\";")
    let twoLines = rows[1].replacingOccurrences(of: ";F1;", with: ";\"F\n1\";")
    let bad = rows[1].replacingOccurrences(of: ";Ä2;", with: ";;")
    let text = [String(header), quoted, "", twoLines, bad].joined(separator: "\n")
    let report = try await ingest([text]).reports[0]
    #expect((report.rows, report.accepted, report.rejected) == (3, 1, 2))
    #expect(report.rejects.map(\.line.cell) == [4, 6])
    #expect(report.rejects.map(\.reason) == [.controlCharacter, .empty])
  }

  @Test(arguments: [
    ("assistent=19800101-98", "assistent", RejectReason.notAPersonNumber, "99999999-99"),
    ("assistent=198013019805", "assistent", .notAPersonNumber, "999999999999"),
    ("orgnr=55660", "orgnr", .notAnOrganisationNumber, "99999"),
    ("kommun=208", "kommun", .notAKommun, "999"),
    ("sjuk_från=2025-02-30", "sjuk_från", .noSuchDate, "9999-99-99"),
    ("sjuk_från=3/3/2025/1", "sjuk_från", .notADate, "9/9/9999/9"),
    ("sjuk_till=2025-03-02", "sjuk_till", .endBeforeStart, "9999-99-99"),
    ("belopp=", "belopp", .empty, ""), ("belopp=2 30 4", "belopp", .notANumber, "9 99 9"),
    ("belopp=99999999999", "belopp", .beyondLimit, "99999999999"),
    ("belopp=21474836.48", "belopp", .beyondLimit, "99999999.99"),
    ("frånvaro=semester", "frånvaro", .notInList, "aaaaaaaa"),
    ("sjuk_från=1899-01-01", "sjuk_från", .beyondLimit, "9999-99-99"),
  ])
  func `an unreadable field rejects the row with its column, shape and reason`(
    change: String, column: String, reason: RejectReason, shape: String
  ) async throws {
    let tables = TestTables(claims: [change, "ärende=Ä2"])
    let report = try await ingest([tables.claimsCSV]).reports[0]
    let reject = try #require(report.rejects.first)
    #expect((reject.column, reject.reason, reject.shape) == (column, reason, shape))
    #expect(reject.line.cell == 2)
    #expect((report.rows, report.accepted, report.rejected) == (2, 1, 1))
  }

  @Test(arguments: [
    ("slut=2025-03-03 07:00", "slut", RejectReason.endBeforeStart),
    ("start=2025-03-03", "start", .notATime), ("vikarie_slut=", "vikarie_slut", .empty),
    ("vikarie_start=", "vikarie_start", .missingVikarieTime),
    ("slut=2025-03-30 16:00", "slut", .beyondLimit), ("vikarie=", "vikarie", .empty),
  ])
  func `an unreadable shift is rejected`(
    change: String, column: String, reason: RejectReason
  ) async throws {
    let report = try await ingest([TestTables(shifts: [change, ""]).shiftsCSV]).reports[0]
    #expect(report.rejects.map(\.column) == [column])
    #expect(report.rejects.map(\.reason) == [reason])
  }

  @Test func `a shift in the hour that comes twice has real time and no clock time`() async throws {
    let times = "start=2025-10-26 02:30; slut=2025-10-26 02:10"
    let vikarie = "vikarie_start=2025-10-26 02:30; vikarie_slut=2025-10-26 02:10"
    let text = TestTables(shifts: [times + "; " + vikarie]).shiftsCSV
    let shifts = try #require(try await ingest([text]).parts.first).shifts
    #expect(shifts[.wallTime, 0] == .zero && shifts[.vikarieWallTime, 0] == .zero)
    #expect(shifts[.end, 0] - shifts[.start, 0] == Seconds(2400))
  }

  @Test func `a wrong check digit and an interim number are accepted`() async throws {
    let wrong = person(1).dropLast() + (person(1).last == "0" ? "1" : "0")
    let tables = TestTables(claims: ["assistent=\(wrong)", "ärende=Ä2; assistent=19800101T801"])
    let ledger = try await tables.ledger()
    #expect(ledger.claims.count == 2)
    let kinds = (0..<2).map { ledger.dictionaries.persons.number(ledger.claims[.assistent, $0]) }
    #expect(kinds.count { $0 == nil } == 1)
  }

  @Test func `more or fewer fields than the header reject the row`() async throws {
    let text = table.claimsCSV + "1;2;3\n"
    let report = try await ingest([text]).reports[0]
    #expect(report.rejects.map(\.reason) == [.fieldCount])
    #expect((report.rows, report.accepted) == (3, 2))
  }

  @Test func `a file without a required column is refused whole and names it`() async throws {
    let text = table.claimsCSV.replacingOccurrences(of: "timlön", with: "färg")
    let ingestion = try await ingest([text, table.claimsCSV])
    let refusal = RefusalReason.missingColumns(table: .claims, [MissingColumn("timlön")])
    #expect(ingestion.reports.map(\.outcome) == [.refused(refusal), .read])
    #expect(ingestion.parts.count == 1)
  }

  @Test func `an open quote refuses the file and names the line where it begins`() async throws {
    let text = table.claimsCSV + "2080;\"Ä3;" + String(repeating: "x;\n", count: 100)
    let report = try await ingest([text]).reports[0]
    #expect(report.outcome == .refused(.unterminatedQuote(line: 4)))
    #expect(report.rows == 0)
    let long = table.claimsCSV + "2080;\"Ä3;" + String(repeating: "x;\n", count: 600_000)
    let other = try await ingest([long]).reports[0]
    #expect(other.outcome == .refused(.recordTooLong(line: 4)))
  }

  @Test func `unknown columns are named and a CSV that is no table of ours is left alone`()
    async throws
  {
    let text = table.claimsCSV.replacingOccurrences(of: "moms", with: "färg")
    let ingestion = try await ingest([text, "namn;värde\na;1\n"])
    #expect(ingestion.reports[0].unknownColumns == ["färg"])
    #expect(ingestion.reports[1].outcome == .leftAlone)
  }

  @Test func `header names match without regard to case and dots over letters`() async throws {
    let text = table.claimsCSV.replacingOccurrences(of: "ärende;", with: "ARENDE;")
      .replacingOccurrences(of: "sjuk_från", with: "Sjuk_Fran")
    #expect(try await ingest([text]).reports[0].accepted == 2)
  }

  @Test func `a repeated header column refuses the file`() async throws {
    let text = table.claimsCSV.replacingOccurrences(of: "moms", with: "belopp")
    #expect(try await ingest([text]).reports[0].outcome == .refused(.repeatedColumn("belopp")))
  }

  @Test func `one line without an end that is no table is left alone, as are half the columns`()
    async throws
  {
    let half = "kommun;ärende;orgnr;assistent;sjuk_från;brukare;kronor\n1;2;3;4;5;6;7\n"
    let reports = try await ingest(["hej", half]).reports
    #expect(reports.map(\.outcome) == [.leftAlone, .leftAlone])
  }

  @Test func `an empty file is refused`() async throws {
    #expect(try await ingest([Data()]).reports.map(\.outcome) == [.refused(.empty)])
  }

  @Test func `a line without an end is refused in bounded memory, and the other files go on`()
    async throws
  {
    let endless = Data(repeating: UInt8(ascii: "x"), count: 5 << 20)
    let columns = Data(repeating: UInt8(ascii: ";"), count: 5 << 20)
    let zeros = Data(repeating: 0, count: 1 << 20)
    let reports = try await ingest([endless, columns, zeros, Data(table.claimsCSV.utf8)]).reports
    #expect(reports[0].outcome == .refused(.recordTooLong(line: 1)))
    #expect(reports[1].outcome == .refused(.recordTooLong(line: 1)))
    #expect(reports[2].outcome != .read)
    #expect(reports[3].accepted == 2)
  }

  @Test func `links and folders that hold themselves end, and are named`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("a"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/a/ring", withDestinationPath: "..")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/ute", withDestinationPath: "/etc/passwd")
    try Data("a;b\n".utf8).write(to: folder.appendingPathComponent("a/fil.txt"))
    let list = InputList(paths: [folder.path])
    #expect(list.sources == [.file(path: folder.path + "/a/fil.txt", isNamed: false)])
    #expect(list.otherFiles == [folder.path + "/a/ring", folder.path + "/ute"])
  }

  @Test func `a linked folder that a person named is read`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("a/b"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/länk", withDestinationPath: "a")
    try Data("a;b\n".utf8).write(to: folder.appendingPathComponent("a/b/fil.txt"))
    let list = InputList(paths: [folder.path + "/länk"])
    #expect(list.sources == [.file(path: folder.path + "/länk/b/fil.txt", isNamed: false)])
  }

  @Test(.disabled(if: geteuid() == 0, "root may list every folder"))
  func `a folder that can't be listed is refused, and the rest is read`() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let closed = folder.path + "/stängd"
    try FileManager.default.createDirectory(
      atPath: closed, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o000])
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: closed)
      try? FileManager.default.removeItem(at: folder)
    }
    try Data(table.claimsCSV.utf8).write(to: folder.appendingPathComponent("a.csv"))
    let sources = InputList(paths: [folder.path]).sources
    #expect(sources.map(\.name) == [folder.path + "/a.csv", closed])
    let reports = await Ingestion.read(sources, threads: 1).reports
    #expect(reports.map(\.outcome) == [.read, .refused(.unreadable)])
  }

  @Test(arguments: [[0xff, 0xfe], [0xef, 0xbb, 0xbf], [0xff, 0xfe, 0x0a, 0x00]] as [[UInt8]])
  func `a mark and nothing after it is an empty file`(_ bytes: [UInt8]) async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let sources = InputList(paths: [file.path]).sources
    #expect(
      await Ingestion.read(sources, threads: 1).reports.map(\.outcome) == [.refused(.empty)])
  }

  /// Any chunk borders give the same rows: the file is larger than a chunk by an odd length.
  @Test(arguments: 0..<8 as Range<Int>)
  func `chunk borders leave no trace`(seed: Int) async throws {
    let count = 3000 + seed * 37
    let tables = TestTables(claims: (0..<count).map { "ärende=Ä\($0); assistent=\(person($0))" })
    let text = tables.claimsCSV.replacingOccurrences(
      of: "\n", with: seed % 2 == 0 ? "\n" : "\r\n")
    let ingestion = try await ingest([String(repeating: " ", count: seed) + text])
    #expect(ingestion.reports[0].accepted == count)
    let lines = ingestion.parts[0].claims.column(.line)
    #expect(lines == Array(2..<Int32(count + 2)))
  }
}
