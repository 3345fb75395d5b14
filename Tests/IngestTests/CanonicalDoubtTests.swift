import Foundation
import Ingest
import Ledger
import SickPay
import TestSupport
import Testing

/// Files with canonical names and senders' values: what the format reads otherwise than the sender
/// meant it, or not at all, goes the senders' way.
struct CanonicalDoubtTests {
  private static func text(_ sums: [String], sjuklon: String = "2304,00") -> String {
    let rows = sums.enumerated().map { place, sum in
      "ärende=Ä\(place); assistent=\(person(place)); sjuklön=\(sjuklon); belopp=\(sum)"
    }
    return TestTables(claims: rows).claimsCSV
  }

  @Test(
    arguments: [
      // Points part thousands where the column or the others say so.
      (["1.800", "1.800,50", "950"], [180_000, 180_050, 95_000]),
      (["1.800", "950"], [180_000, 95_000]), (["1,800", "950.50"], [180_000, 95_050]),
      (["-1.800", "950"], [-180_000, 95_000]),
      // Blanks and units are senders' too, in however few rows.
      (["1 800,00", "1800,00", "950", "951", "952"], [180_000, 180_000, 95_000, 95_100, 95_200]),
      (["1\u{a0}800 kr", "950", "951", "952"], [180_000, 95_000, 95_100, 95_200]),
      // What can't part thousands is decimals, as it always was.
      (["0.125", "950.5"], [13, 95_050]), (["1800.125", "950.5"], [180_013, 95_050]),
      (["2304.00", "2304,00"], [230_400, 230_400]),
    ] as [([String], [Int64])])
  func `sums are read as the file means them`(_ sums: [String], _ ore: [Int64]) async throws {
    let point = sums.contains { $0.hasSuffix(".50") }
    let text = Self.text(sums, sjuklon: point ? "2304.00" : "2304,00")
    let ingestion = try await ingest([text])
    #expect(ingestion.reports[0].rejects == [])
    let claims = try #require(ingestion.parts.first).claims
    #expect((0..<claims.count).map { claims[.amount, $0].value } == ore)
  }

  @Test func `a sum that nothing in the file tells how to read is a question`() async throws {
    let report = try await ingest([Self.text(["950", "1.800"], sjuklon: "2304")]).reports[0]
    #expect(report.outcome == .refused(.unclearDecimalSign(column: "belopp", line: 3)))
    #expect(report.rows == 0)
  }

  @Test func `signs that contradict each other stop only a file whose sums they decide`()
    async throws
  {
    let reports = try await ingest([
      Self.text(["1.800", "950,50", "950.50"]), Self.text(["950,50", "950.50", "mycket"]),
    ]).reports
    #expect(reports[0].outcome == .refused(.contraryDecimalSigns(column: "belopp", line: 4)))
    #expect((reports[1].accepted, reports[1].rejected) == (2, 1))
  }

  @Test func `a few days in a sender's form are read too`() async throws {
    let text = TestTables(claims: [
      "", "ärende=Ä2; inkommen=2025-04-11", "ärende=Ä3; inkommen=12/4 2025",
    ]).claimsCSV
    let claims = try #require(try await ingest([text]).parts.first).claims
    #expect((0..<claims.count).map { "\(claims[.received, $0])" }.last == "2025-04-12")
  }

  @Test(arguments: [
    ("Arbetsgivaravgift (%)", "arbetsgivaravgift", "avgift_procent"),
    ("Semesterersättning [%]", "semesterersättning", "semester_procent"),
    ("Karensavdrag (timmar)", "karensavdrag", "karenstimmar"),
    ("Moms (kr)", "moms", "moms"), ("Karenstimmar (h)", "karenstimmar", "karenstimmar"),
    ("Ärende (löpnummer)", "ärende", "ärende"),
    ("Omfattning (procent)", "omfattning", "omfattning"),
    ("Betalkonto (bankgiro)", "betalkonto", "betalkonto"),
  ])
  func `a unit in brackets tells which column a name is`(
    _ header: String, _ replaced: String, _ column: String
  ) async throws {
    let report = try await ingest([Self.own(replaced, header)]).reports[0]
    #expect(report.outcome == .read)
    #expect(report.columns.first { $0.header == header }?.column == column)
  }

  @Test(arguments: [
    ("Sjuklön (timmar)", "sjuklön"), ("Belopp (%)", "belopp"), ("Sjuktimmar (kr)", "sjuktimmar"),
    ("Belopp (öre)", "belopp"), ("Belopp (exkl. moms)", "belopp"), ("Timlön (%)", "timlön"),
  ])
  func `a unit of another kind is a question`(_ header: String, _ column: String) async throws {
    let report = try await ingest([Self.own(column, header)]).reports[0]
    let missing = MissingColumn(column, similarHeader: header)
    #expect(report.outcome == .refused(.missingColumns(table: .claims, [missing])))
  }

  /// A table with another name for a column, in a form that is not the canonical one.
  private static func own(_ column: String, _ header: String) -> String {
    let all: [(String, String)] = [
      ("kommun", "2080"), ("ärende", "Ä1"), ("inkommen", "2025-04-10"), ("orgnr", company(1)),
      ("brukare", person(5000)), ("assistent", person(1)), ("sjuk_från", "2025-03-03"),
      ("sjuk_till", "2025-03-05"), ("sjuktimmar", "24"), ("timlön", "160"), ("sjuklön", "2304"),
      ("belopp", "2304"), ("moms", "0"), ("arbetsgivaravgift", "0"), ("semesterersättning", "0"),
      ("karensavdrag", "6"), ("karenstimmar", "6"), ("betalkonto", "5050-1055"),
      ("omfattning", "100"),
    ]
    let columns = all.filter { name, _ in
      name == column || !["karensavdrag", "karenstimmar"].contains(name)
    }
    let names = columns.map { $0.0 == column ? header : $0.0 }.joined(separator: "\t")
    return names + "\n" + columns.map(\.1).joined(separator: "\t") + "\n"
  }

  @Test func `names in a header are masked where they hold a person's number`() async throws {
    let number = person(5000)
    let canonical = TestTables(claims: [""]).claimsCSV
      .replacing("moms", with: "brukare \(number)")
    let own = canonical.replacing(";", with: "\t")
    let asked = own.replacing("timlön", with: "timlön \(number)")
    let reports = try await ingest([canonical, own, asked]).reports
    for report in reports {
      #expect(!"\(report.outcome) \(report.unknownColumns)".contains(number))
    }
    #expect(reports[0].unknownColumns == ["brukare ••••••••••••"])
    #expect(reports[1].unknownColumns == ["brukare ••••••••••••"])
  }
}
