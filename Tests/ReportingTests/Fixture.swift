import Reporting
import SickPay

/// A small report with the names and cases that formats stumble on.
enum Fixture {
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(number: 0)
  }

  static let date = day(2025, 11, 20)
  static let since = day(2025, 11, 13)

  static let head = ScanHead(
    id: "9f3c2a7be1d04c55", date: date, window: day(2023, 11, 21)...date,
    configHash: "c0ffee12", version: "0.1.0")

  static let report = ScanReport(
    head: head, ingestion: ingestion, companies: [quoted, formula, long, soleTrader],
    skipped: [
      SkippedReport(indicator: "tillstand-saknas", reason: "tillstånd.csv saknas", rows: 0),
      SkippedReport(
        indicator: "karens-fel", reason: "veckotimmar saknas på en del av raderna", rows: 1),
    ])

  static let view = view(top: 3)

  static func view(top: Int, openLimit: Int = 50) -> ReportView {
    ReportView(
      report: report, comparison: comparison, decisions: decisions, top: top, openLimit: openLimit)
  }

  static let comparison = ListComparison(
    previous: [
      "5560000009": ListedCompany(name: "Gamla Assistansen AB", rank: 2, isRiskforetag: true),
      "5569876543": ListedCompany(name: "=SUMMA(A1:A9)", rank: 1, isRiskforetag: true),
      "5561112223": ListedCompany(name: long.name, rank: 4, isRiskforetag: true),
      "5560000002": ListedCompany(name: "Aldrig utpekad AB", rank: 9, isRiskforetag: false),
    ], since: since)

  static let decisions: [String: FindingDecision] = [
    "f-away": .putAway(until: day(2025, 12, 31)),
    "f-over": .putAway(until: day(2025, 11, 1)),
    "f-sure": .confirmed(Ore(12_000_00)),
  ]

  static let empty = ScanReport(
    head: head, ingestion: IngestionReport(), companies: [], skipped: [])

  static var ingestion: IngestionReport {
    var ingestion = IngestionReport()
    ingestion.files = [claimFile, shiftFile, copyFile, refusedFile]
    ingestion.repeated = 14
    ingestion.shiftsWithoutClaim = 4
    ingestion.laterRows = 1
    ingestion.unmatchedCredits = [
      RowReference(kommun: "2080", arende: "2080-2025-000777", file: "sjukloner.csv", line: 90)
    ]
    ingestion.leftAlone = ["brev.pdf", "läs mig.txt"]
    return ingestion
  }

  private static let claimFile = FileEntry(
    name: "sjukloner.csv", table: "sjukloner", sha256: String(repeating: "ab", count: 32),
    bytes: 1_234_567, rows: 8361, accepted: 8358, rejected: 3,
    rejects: [
      RejectEntry(line: 17, column: "timlön", shape: "999,aa", reason: "är inget belopp"),
      RejectEntry(line: 812, column: nil, shape: "", reason: "har 19 fält men rubriken har 20"),
    ], unknownColumns: ["anteckning", "handläggare"], refusal: nil, sameAs: nil)

  private static let shiftFile = FileEntry(
    name: "pass.csv", table: "pass", sha256: String(repeating: "cd", count: 32), bytes: 99_000,
    rows: 2000, accepted: 2000, rejected: 0, rejects: [], unknownColumns: [], refusal: nil,
    sameAs: nil)

  private static let copyFile = FileEntry(
    name: "pass (kopia).csv", table: "pass", sha256: String(repeating: "cd", count: 32),
    bytes: 99_000, rows: 0, accepted: 0, rejected: 0, rejects: [], unknownColumns: ["x"],
    refusal: nil, sameAs: "pass.csv")

  private static let refusedFile = FileEntry(
    name: "oktober <sista>.csv", table: nil, sha256: "", bytes: 12, rows: 0, accepted: 0,
    rejected: 0, rejects: [], unknownColumns: [], refusal: "kolumnen orgnr saknas", sameAs: nil)
}
