public import Foundation
public import Ingest
public import Ledger
public import SickPay

/// Small tables for tests: rows say only what matters, the rest has values that break no rule.
///
/// A row is `"ärende=Ä1; sjuk_från=2025-03-03"`. Persons are invented numbers of the series
/// 980–999.
public struct TestTables: Sendable {
  public var claims: [[String: String]] = []
  public var shifts: [[String: String]] = []
  /// By the register's name, as in `tid`.
  public var registers: [String: [[String: String]]] = [:]

  /// - Parameter registers: Rows by the register's name; a register without rows has a header.
  public init(
    claims: [String] = [], shifts: [String] = [], registers: [String: [String]] = [:]
  ) {
    self.claims = claims.map { parsed($0, over: defaultClaim) }
    self.shifts = shifts.map { parsed($0, over: defaultShift) }
    self.registers = registers.mapValues { rows in rows.map { parsed($0, over: [:]) } }
  }

  /// The tables as files of one folder would hold them; empty where a table has no rows.
  public var claimsCSV: String { csv(claims, claimColumnNames) }
  public var shiftsCSV: String { csv(shifts, shiftColumnNames) }

  public func registerCSV(_ name: String) -> String {
    registerCSV(registers[name] ?? [], name)
  }

  private func registerCSV(_ rows: [[String: String]], _ name: String) -> String {
    let columns = registerColumnNames[name] ?? []
    return rows.isEmpty ? columns.joined(separator: ";") + "\n" : csv(rows, columns)
  }

  /// Reads the tables through the whole ingestion.
  public func ledger(
    date: Day? = nil, windowMonths: Int = 24, law: SickPeriodLaw = sickPeriodLaw
  ) async throws -> Ledger {
    try await ledger(cutInto: 1, date: date, windowMonths: windowMonths, law: law)
  }

  /// Reads the tables from `pieces` files of claims and as many of shifts.
  public func ledger(
    cutInto pieces: Int, date: Day? = nil, windowMonths: Int = 24,
    law: SickPeriodLaw = sickPeriodLaw
  ) async throws -> Ledger {
    let texts =
      cut(claims, pieces).map { csv($0, claimColumnNames) }
      + cut(shifts, pieces).map { csv($0, shiftColumnNames) }
      + registers.sorted { $0.key < $1.key }.flatMap { name, rows in
        cut(rows, pieces).map { registerCSV($0, name) }
      }
    return try await TestSupport.ledger(
      of: texts.filter { !$0.isEmpty }, date: date, windowMonths: windowMonths, law: law)
  }

  private func cut<Row>(_ rows: [Row], _ pieces: Int) -> [[Row]] {
    (0..<pieces).map { piece in
      rows.indices.filter { $0 % pieces == piece }.map { rows[$0] }
    }
  }
}

/// Reads tables through the whole ingestion; every row has to be accepted, but for as many in each
/// file as are said to be rejected.
public func ledger(
  of texts: [String], date: Day? = nil, windowMonths: Int = 24,
  law: SickPeriodLaw = sickPeriodLaw, rejected: Int = 0
) async throws -> Ledger {
  let ingestion = try await ingest(texts)
  for report in ingestion.reports where report.rejected != rejected || report.outcome != .read {
    throw TestTableProblem(report: report)
  }
  return Ledger(
    parts: ingestion.parts, date: date, windowMonths: windowMonths, law: law)
}

/// Relapse within five days, sick pay for fourteen: sjuklönelagen (1991:1047) 7 §.
public let sickPeriodLaw = SickPeriodLaw(
  relapseDays: lasting(5), payableDays: lasting(14))

/// A value that holds on every day; `nil` for one that is not known on any.
public func lasting<Value>(_ value: Value?) -> Dated<Value> {
  Dated([
    Dated.Entry(
      from: Day(cell: .min / 2), to: nil, value: value, tag: .statute, source: "påhittad")
  ])
}

public struct TestTableProblem: Error {
  public let report: FileReport
}

/// Reads texts as files `0.csv`, `1.csv` … of a folder that is gone afterwards.
public func ingest(_ texts: [String]) async throws -> Ingestion {
  try await ingest(texts.map { Data($0.utf8) })
}

public func ingest(_ files: [Data], threads: Int = 2) async throws -> Ingestion {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "sjuklonevakt-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (index, data) in files.enumerated() {
    try data.write(to: folder.appendingPathComponent("\(index).csv"))
  }
  return await Ingestion.read(InputList(paths: [folder.path]).sources, threads: threads)
}

/// The `n`th invented person, 0…19,999: born 1980 or later in the series 980–999.
public func person(_ n: Int) -> String {
  guard let birth = Day(year: 1980, month: 1, day: 1)?.advanced(by: n / 20) else { return "" }
  let date = birth.description.split(separator: "-").joined()
  let digits = UInt64(date.dropFirst(2) + String(980 + n % 20)) ?? 0
  return date + String(980 + n % 20) + String(Luhn.checkDigit(digits))
}

/// The `n`th invented company, of the group 4 that is not in use.
public func company(_ n: Int) -> String {
  let digits = UInt64(455_000_000 + n)
  return String(digits) + String(Luhn.checkDigit(digits))
}

private func parsed(_ text: String, over base: [String: String]) -> [String: String] {
  var row = base
  for part in text.split(separator: ";") {
    let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let key = pair[0].trimmingCharacters(in: .whitespaces)
    row[key] = pair.count > 1 ? pair[1].trimmingCharacters(in: .whitespaces) : ""
  }
  return row
}

private func csv(_ rows: [[String: String]], _ columns: [String]) -> String {
  if rows.isEmpty { return "" }
  let lines = rows.map { row in columns.map { row[$0] ?? "" }.joined(separator: ";") }
  return ([columns.joined(separator: ";")] + lines).joined(separator: "\n") + "\n"
}

/// A 30-hour week, 24 hours lost, karens 6 hours, 18 hours paid; on-costs left at zero.
private let defaultClaim: [String: String] = [
  "kommun": "2080", "ärende": "Ä1", "inkommen": "2025-04-10", "orgnr": company(1),
  "brukare": person(5000), "assistent": person(1), "sjuk_från": "2025-03-03",
  "sjuk_till": "2025-03-05", "sjuktimmar": "24", "timlön": "160", "sjuklön": "2304",
  "belopp": "2304", "fakturanummer": "F1", "veckotimmar": "30", "ersatta_timmar": "18",
  "karenstimmar": "6", "semesterersättning": "0", "arbetsgivaravgift": "0",
]

private let defaultShift: [String: String] = [
  "kommun": "2080", "ärende": "Ä1", "assistent": person(1), "brukare": person(5000),
  "start": "2025-03-03 08:00", "slut": "2025-03-03 16:00", "vikarie": person(2),
  "vikarie_start": "2025-03-03 08:00", "vikarie_slut": "2025-03-03 16:00",
]

private let claimColumnNames = [
  "kommun", "ärende", "inkommen", "fakturanummer", "fakturadatum", "orgnr", "bolag", "betalkonto",
  "brukare", "assistent", "anställd_från", "anställd_till", "anställningsform", "veckotimmar",
  "avtal", "lagrum", "frånvaro", "sjuk_från", "sjuk_till", "sjukperiod_från", "sjuktimmar",
  "ersatta_timmar", "jourtimmar", "karenstimmar", "karensavdrag", "karens_skäl", "timlön",
  "sjuklön", "ob", "jour", "semesterersättning", "semester_procent", "arbetsgivaravgift",
  "avgift_procent", "avtalskostnad", "avtal_procent", "moms", "belopp", "lön_utbetald",
  "läkarintyg_från", "läkarintyg_till", "omfattning", "fördelning", "krediterar", "ersätter",
  "skydd",
]

private let registerColumnNames: [String: [String]] = [
  "tillstånd": ["orgnr", "från", "till", "underrättad"],
  "beslut": ["kommun", "brukare", "lagrum", "från", "till", "veckotimmar", "orgnr"],
  "tid": ["orgnr", "assistent", "brukare", "start", "slut"],
  "löner": ["orgnr", "assistent", "månad", "timlön", "timmar"],
  "bolag": ["orgnr", "namn", "adress", "telefon", "företrädare", "registrerad", "upphörd"],
  "betalningar": ["kommun", "ärende", "fakturanummer", "betald", "belopp", "betalkonto"],
  "utfall": ["kommun", "ärende", "utfall", "belopp", "urval"],
]

private let shiftColumnNames = [
  "kommun", "ärende", "assistent", "brukare", "start", "slut", "typ", "vikarie", "vikarie_start",
  "vikarie_slut",
]
