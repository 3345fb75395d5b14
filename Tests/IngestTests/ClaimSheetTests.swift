import Foundation
import Ingest
import Ledger
import SickPay
import TestSupport
import Testing

/// Workbooks of claims and shifts, as other programs write them, against the canonical tables.
/// `Sheets/make.py` made the files.
struct ClaimSheetTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Sheets")

  private func read(_ names: String...) async -> Ingestion {
    let paths = names.map { Self.folder.appending(path: $0).path }
    return await Ingestion.read(InputList(paths: paths).sources, threads: 2)
  }

  /// Everything of a scan's rows but where they were read. Ids of texts are given as they come and
  /// stand here as the texts.
  private func content(_ ingestion: Ingestion) -> [[String]] {
    let ledger = Ledger(parts: ingestion.parts, date: nil, windowMonths: 24, law: sickPeriodLaw)
    func columns<Schema>(_ table: Table<Schema>) -> [[String]] {
      Schema.contentColumns.map { column in
        table.columns[column].map { cell in
          guard case .text = Schema.codings[column], cell != absentCell else {
            return String(cell)
          }
          return ledger.dictionaries.texts[TextID(cell: cell)]
        }
      }
    }
    return columns(ledger.claims) + columns(ledger.shifts)
  }

  @Test(arguments: ["grupper.xlsx", "fran-1904.xlsx", "paket.zip"])
  func `another program's file is the canonical tables`(_ name: String) async throws {
    let expected = await read("sjukloner.csv", "pass.csv")
    #expect(expected.reports.map(\.accepted).reduce(0, +) == 7)
    let found = await read(name)
    #expect(content(found) == content(expected))
    #expect(found.reports.allSatisfy { $0.rejected == 0 })
    #expect(found.reports.allSatisfy { $0.outcome == .read || $0.outcome == .leftAlone })
  }

  @Test func `each row knows its file, sheet and row`() async throws {
    let found = await read("grupper.xlsx")
    let path = Self.folder.appending(path: "grupper.xlsx").path
    #expect(
      found.reports.map(\.name)
        == ["Information", "Sjuklöner", "Sjuklista", "Blad4"].map { "\(path), blad \($0)" })
    #expect(found.reports.map(\.outcome) == [.leftAlone, .read, .read, .leftAlone])
    let claims = found.parts[0].claims
    #expect((0..<4).map { claims.place($0).line.cell } == [5, 6, 7, 8])
    #expect(claims.place(0).file.index == 1)
    #expect(found.reports[1].form?.skipped.map(\.kind) == [.sum])
    #expect(found.reports[1].sha256 == found.reports[2].sha256)
    // The file can be found again by the names that reports use.
    #expect(
      InputList(filesOf: found.reports.map(\.name)).sources
        == [.file(path: path, isNamed: true)])
  }

  @Test func `a cell that can't be read rejects its row with sheet, row and column`() async throws {
    let names = [
      "kommun", "ärende", "inkommen", "orgnr", "brukare", "assistent", "sjuk_från", "sjuk_till",
      "sjuktimmar", "timlön", "sjuklön", "belopp",
    ]
    func cells(_ texts: [String]) -> String {
      "<row>" + texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }
    var good = [
      "2080", "Ä1", "2025-04-10", company(1), person(5000), person(1), "2025-03-03", "2025-03-05",
      "24", "160", "2304", "2304",
    ]
    let first = cells(good)
    good[11] = "#VÄRDEFEL!"
    let book = WorkbookBytes(cells(names) + first + cells(good))
    let report = try await ingest(named: "maj.xlsx", book.data).reports[0]
    #expect(report.name.hasSuffix("maj.xlsx, blad Blad1"))
    #expect(report.accepted == 1 && report.rejected == 1)
    #expect(report.rejects.map(\.line.cell) == [3])
    #expect(report.rejects.map(\.column) == ["belopp"])
  }

  /// In a text 1.125 could be a thousand; a number of a sheet has said what it is.
  @Test func `a number of a sheet raises no question that a text would`() async throws {
    let text =
      "kommun,ärende,inkommen,orgnr,brukare,assistent,sjuk_från,sjuk_till,sjuktimmar,timlön,"
      + "sjuklön,belopp\n"
    let names = text.dropLast().split(separator: ",")
    let values = [
      "2080", "Ä1", "2025-04-10", company(1), person(5000), person(1), "2025-03-03", "2025-03-05",
      "24", "160", "1.125", "1.125",
    ]
    let csv =
      text.replacing("sjuklön,", with: "Sjuklön efter karens,")
      + values.joined(separator: ",") + "\n"
    guard
      case .refused(.unclearDecimalSign) = try await ingest(named: "a.csv", Data(csv.utf8))
        .reports[0].outcome
    else {
      Issue.record("a text was guessed")
      return
    }
    func cell(_ text: some StringProtocol, _ isNumber: Bool) -> String {
      isNumber ? "<c><v>\(text)</v></c>" : "<c t=\"str\"><v>\(text)</v></c>"
    }
    let rows =
      "<row>" + names.map { cell($0, false) }.joined() + "</row><row>"
      + values.enumerated().map { cell($1, $0 > 7) }.joined() + "</row>"
    let found = try await ingest(named: "a.xlsx", WorkbookBytes(rows).data)
    #expect(found.reports[0].accepted == 1)
    #expect(found.parts[0].claims.column(.amount).first == 113)
  }
}
