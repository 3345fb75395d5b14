import Foundation
import Ingest
import Ledger
import SickPay
import TestSupport
import Testing

/// Files in a sender's own form, against the same rows as a canonical table.
struct SenderFileTests {
  /// The columns of a company's own sheet, with the canonical values that they stand for.
  private static let columns: [(own: String, canonical: String)] = [
    ("Kommunkod", "kommun"), ("Ärendenr", "ärende"), ("Inkom", "inkommen"),
    ("Org.nr", "orgnr"), ("Brukarens personnummer", "brukare"), ("Anställd", "assistent"),
    ("Fr.o.m.", "sjuk_från"), ("T.o.m.", "sjuk_till"), ("Antal timmar", "sjuktimmar"),
    ("Lön/tim", "timlön"), ("Sjuklön efter karens", "sjuklön"), ("Summa att betala", "belopp"),
  ]

  /// Two rows of a company: ärende, day as the company writes it, hours, wage, sums.
  private static let canonical = TestTables(claims: [
    "ärende=Ä1; sjuk_från=2025-03-13; sjuk_till=2025-03-14; sjuktimmar=24; timlön=160; "
      + "sjuklön=2304; belopp=2304; inkommen=2025-04-10",
    "ärende=Ä2; sjuk_från=2025-03-20; sjuk_till=2025-03-21; sjuktimmar=20.5; timlön=155.5; "
      + "sjuklön=1250; belopp=1250; inkommen=2025-04-10",
  ])

  /// The same two rows with every value rewritten by `write`.
  private func sheet(
    separator: String = ";", _ write: (_ column: String, _ value: String) -> String
  ) -> String {
    let header = Self.columns.map(\.own).joined(separator: separator)
    let rows = Self.canonical.claims.map { row in
      Self.columns.map { write($0.canonical, row[$0.canonical] ?? "") }
        .joined(separator: separator)
    }
    return ([header] + rows).joined(separator: "\n") + "\n"
  }

  private func claims(_ data: Data) async throws -> Claims {
    let ingestion = try await ingest([data])
    #expect(ingestion.reports[0].outcome == .read)
    #expect(ingestion.reports[0].accepted == 2)
    return try #require(ingestion.parts.first).claims
  }

  /// Everything but the lines, in the order of the file.
  private func values(_ claims: Claims) -> [[Int32]] {
    Array(claims.columns[ClaimSchema.contentColumns])
  }

  /// The same columns of the canonical table, without those that the sheet lacks.
  private func expected() async throws -> [[Int32]] {
    let names = Self.columns.map(\.canonical)
    let rows = Self.canonical.claims.map { row in
      names.map { row[$0] ?? "" }.joined(separator: ";")
    }
    let text = ([names.joined(separator: ";")] + rows).joined(separator: "\n") + "\n"
    return values(try await claims(Data(text.utf8)))
  }

  /// `2304` as a Swedish sheet has it.
  private func swedish(_ column: String, _ value: String) -> String {
    switch column {
    case "sjuklön", "belopp": return "\(value.prefix(1)) \(value.dropFirst()),00 kr"
    case "sjuktimmar", "timlön": return value.replacing(".", with: ",")
    case "sjuk_från", "sjuk_till", "inkommen":
      let parts = value.split(separator: "-").compactMap { Int($0) }
      return "\(parts[2])/\(parts[1]) \(parts[0])"
    default: return value
    }
  }

  @Test func `a sheet with its own names, days and sums is the canonical table`() async throws {
    let text = sheet(swedish)
    #expect(values(try await claims(Data(text.utf8))) == (try await expected()))
  }

  @Test(arguments: [
    String.Encoding.utf8, .windowsCP1252, .isoLatin1, .utf16LittleEndian, .utf16BigEndian, .utf16,
  ])
  func `the encoding makes no difference`(_ encoding: String.Encoding) async throws {
    let text = sheet(swedish)
    let marked = encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? "\u{feff}" : ""
    let data = try #require((marked + text).data(using: encoding))
    #expect(values(try await claims(data)) == (try await expected()))
  }

  @Test(arguments: [";", ",", "\t", "|"])
  func `the delimiter makes no difference`(_ delimiter: String) async throws {
    let text = sheet(separator: delimiter) { column, value in
      let own = swedish(column, value)
      return own.contains(delimiter) ? "\"\(own)\"" : own
    }
    #expect(values(try await claims(Data(text.utf8))) == (try await expected()))
  }

  @Test(arguments: [
    ("20250313", "20250314"), ("2025/03/13", "2025/03/14"), ("13.03.2025", "14.03.2025"),
    ("13 mars 2025", "14 mars 2025"), ("den 13 mars 2025", "fredag 14 mars 2025"),
    ("13/3-2025", "14/3-2025"), ("45729", "45730"), ("13/03/2025", "14/03/2025"),
    ("250313", "250314"), ("2025-03-13 00:00:00", "2025-03-14 00:00:00"),
  ])
  func `a day can be written so`(_ first: String, _ last: String) async throws {
    let text = sheet { column, value in
      switch value {
      case "2025-03-13": first
      case "2025-03-14": last
      default: swedish(column, value)
      }
    }
    #expect(values(try await claims(Data(text.utf8))) == (try await expected()))
  }

  @Test(arguments: [
    "2 304,00", "2304,00 kr", "2\u{a0}304,00", "2\u{202f}304", "2.304,00", "2304:-", "SEK 2304,0",
    "2 304,00 SEK", "2304,",
  ])
  func `a sum can be written so`(_ sum: String) async throws {
    let text = sheet { column, value in value == "2304" ? sum : swedish(column, value) }
    let report = try await ingest([text]).reports[0]
    #expect(report.accepted == (sum == "2304," ? 1 : 2))
    if report.accepted == 2 {
      #expect(values(try await claims(Data(text.utf8))) == (try await expected()))
    }
  }

  @Test func `titles, sums, notes and repeated names are no rows, and lines stay true`()
    async throws
  {
    let lines = sheet(swedish).split(separator: "\n").map(String.init)
    let bad = lines[2].replacing("155,5", with: "mycket")
    let text =
      ["Omsorg i Dalarna AB", "Sjuklöner mars 2025;;;", "", lines[0], lines[1], lines[0], lines[2]]
      + [";;;;;;;;;;;", bad, "Summa;;;;;;;;44,5;;3 554,00;3 554,00", "Utskrivet av ekonomi"]
    let report = try await ingest([text.joined(separator: "\n") + "\n"]).reports[0]
    #expect((report.rows, report.accepted, report.rejected) == (3, 2, 1))
    let reject = try #require(report.rejects.first)
    #expect((reject.line.cell, reject.column, reject.shape) == (9, "timlön", "aaaaaa"))
    let form = try #require(report.form)
    #expect(form.skipped.map(\.line.cell) == [6, 8, 10, 11])
    #expect(form.skipped.map(\.kind) == [.repeatedHeader, .blank, .sum, .note])
  }

  @Test func `a number that can be read in two ways is a question and no guess`() async throws {
    let text = sheet { column, value in
      ["timlön", "sjuktimmar", "sjuklön"].contains(column)
        ? "24" : column == "belopp" ? "1.250" : swedish(column, value)
    }
    let report = try await ingest([text]).reports[0]
    #expect(report.outcome == .refused(.unclearDecimalSign(column: "belopp", line: 2)))
    let sender = SenderFormat(name: "X", recognisedBy: ["Anställd"], decimalSign: .comma)
    let told = try await ingestAs([text], senders: [sender])
    #expect(told.reports[0].accepted == 2)
    #expect(told.parts[0].claims[.amount, 0] == Ore(125_000))
  }

  @Test func `the other columns of a file tell its decimal sign`() async throws {
    let text = sheet { column, value in column == "belopp" ? "1.250" : swedish(column, value) }
    let part = try #require(try await ingest([text]).parts.first)
    #expect(part.claims[.amount, 0] == Ore(125_000))
  }

  @Test func `two decimal signs in one column are a question`() async throws {
    let text = sheet { column, value in
      column == "timlön" ? (value == "160" ? "160,5" : "155.5") : swedish(column, value)
    }
    #expect(
      try await ingest([text]).reports[0].outcome
        == .refused(.contraryDecimalSigns(column: "timlön", line: 3)))
  }

  @Test func `day and month that can change places are a question`() async throws {
    let days = ["sjuk_från", "sjuk_till", "inkommen"]
    let text = sheet { column, value in
      days.contains(column) ? "5/6/2025" : swedish(column, value)
    }
    #expect(
      try await ingest([text]).reports[0].outcome
        == .refused(.unclearDateOrder(column: "inkommen", line: 2)))
    let sender = SenderFormat(name: "X", recognisedBy: ["Anställd"], dateOrder: .dayMonthYear)
    let told = try await ingestAs([text], senders: [sender])
    #expect(told.parts[0].claims[.sickFrom, 0] == Day(year: 2025, month: 6, day: 5))
  }

  @Test func `a column that is missing is named with the one that may be it`() async throws {
    let text = sheet(swedish).replacing("Lön/tim", with: "Timlön per h brutto")
    let report = try await ingest([text]).reports[0]
    let missing = MissingColumn("timlön", similarHeader: "Timlön per h brutto")
    #expect(report.outcome == .refused(.missingColumns(table: .claims, [missing])))
  }

  @Test func `two columns that could be the sum are a question`() async throws {
    let text = sheet(swedish).replacing("Ärendenr", with: "Totalbelopp")
      .replacing("Kommunkod", with: "Ärende").replacing("Inkom", with: "Kommun")
    let report = try await ingest([text]).reports[0]
    #expect(report.outcome == .refused(.repeatedColumn("belopp")))
  }

  @Test func `a saved form maps names of its own and gives what the file lacks`() async throws {
    let text = sheet(swedish).replacing("Lön/tim", with: "Peng").replacing("Kommunkod", with: "X1")
    let sender = SenderFormat(
      name: "Omsorg", recognisedBy: ["Peng", "X1"], columns: ["Peng": "timlön"],
      constants: ["kommun": "2080"])
    let told = try await ingestAs([text], senders: [sender])
    #expect(told.reports[0].form?.sender == "Omsorg")
    #expect(values(told.parts[0].claims) == (try await expected()))
  }

  @Test func `times of day beside a day are a shift, past midnight too`() async throws {
    let text = """
      Kommun;Ärende;Assistent;Brukare;Datum;Starttid;Sluttid;Vikarie;Vikarie från;Vikarie till
      2080;Ä1;\(person(1));\(person(5000));3/3 2025;20:00;06:00;\(person(2));20.00;06.00
      2080;Ä1;\(person(1));\(person(5000));2025-03-04;kl 8;12:30;[vakant];;

      """
    let ingestion = try await ingest([text])
    #expect(ingestion.reports[0].rejects == [])
    let shifts = try #require(ingestion.parts.first).shifts
    #expect((0..<2).map { shifts[.wallTime, $0] } == [Seconds(36_000), Seconds(16_200)])
    #expect(shifts[.day, 0] == Day(year: 2025, month: 3, day: 3))
  }

  @Test(arguments: [
    ("20:00", "08:00", "00:00", "08:00", 1, 1), ("20:00", "08:00", "20:00", "08:00", 0, 1),
    ("20:00", "08:00", "20:00", "24:00", 0, 0), ("20:00", "08:00", "19:45", "08:00", 0, 1),
    ("20:00", "08:00", "06:00", "08:15", 1, 1), ("08:00", "16:00", "08:00", "12:00", 0, 0),
    ("08:00", "16:00", "07:00", "15:00", 0, 0), ("22:00", "06:00", "23:30", "02:00", 0, 1),
    ("20:00", "20:00", "12:00", "20:00", 1, 1),
  ])
  func `a substitute's times lie where the shift is`(
    _ start: String, _ end: String, _ from: String, _ to: String, _ fromDay: Int, _ toDay: Int
  ) async throws {
    let text = """
      Kommun;Ärende;Assistent;Brukare;Datum;Start;Slut;Vikarie;Vikarie_start;Vikarie_slut
      2080;Ä1;\(person(1));\(person(5000));2025-04-06;\(start);\(end);\(person(2));\(from);\(to)

      """
    let ingestion = try await ingest([text])
    #expect(ingestion.reports[0].rejects == [])
    let shifts = try #require(ingestion.parts.first).shifts
    let midnight = SwedishTime.moments(
      WallTime(day: try #require(Day(iso: "2025-04-06")), secondOfDay: 0)
    ).first
    func seconds(_ time: String, _ days: Int) -> Int64 {
      let parts = time.split(separator: ":").compactMap { Int64($0) }
      return Int64(days) * 86_400 + parts[0] * 3600 + parts[1] * 60
    }
    let worked = (shifts.value(.vikarieStart, 0), shifts.value(.vikarieEnd, 0))
    #expect(worked.0.map { ($0 - midnight).value } == seconds(from, fromDay))
    #expect(worked.1.map { ($0 - midnight).value } == seconds(to, toDay))
  }

  @Test func `a row that is cut off is rejected, one with empty fields beyond the names is not`()
    async throws
  {
    let lines = sheet(swedish).split(separator: "\n").map(String.init)
    let cut = lines[2].split(separator: ";").dropLast(1).joined(separator: ";")
    let text = [lines[0] + ";Anm;", lines[1] + ";x;;;", lines[2] + ";y", cut + ";"]
    let report = try await ingest([text.joined(separator: "\n")]).reports[0]
    #expect((report.accepted, report.rejected) == (2, 1))
    #expect(report.rejects.map(\.reason) == [.fieldCount])
    #expect(report.rejects.map(\.line.cell) == [4])
  }

  /// `ingest` of TestSupport, by saved forms.
  private func ingestAs(_ texts: [String], senders: [SenderFormat]) async throws -> Ingestion {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, text) in texts.enumerated() {
      try Data(text.utf8).write(to: folder.appendingPathComponent("\(index).txt"))
    }
    let sources = InputList(paths: [folder.path]).sources
    return await Ingestion.read(sources, threads: 1, senders: senders)
  }
}
