public import Configuration
import Ingest
import Ledger
public import Reporting
public import Secrecy
import SickPay

/// The persons on some rows, read again from the files that hold them: the database has none.
public struct PersonsOnRows: Sendable {
  public struct Person: Sendable, Hashable {
    public let token: String
    /// In clear.
    public let number: String
    /// `assistent`, `brukare` or `vikarie`.
    public let role: String
  }

  /// By token.
  public private(set) var found: [Person] = []
  /// Files that can't be read any more.
  public private(set) var missingFiles: [String] = []

  /// The caller has written to the log of reads first.
  public static func read(
    _ rows: [RowReference], _ pseudonyms: Pseudonyms, senders: SavedSenders
  ) async -> PersonsOnRows {
    let inputs = InputList(filesOf: rows.map(\.file))
    let ingestion = await Ingestion.read(
      inputs.sources, threads: 1, senders: senders.formats)
    var result = PersonsOnRows()
    let readable = ingestion.reports.filter { $0.outcome == .read }
    // Of an archive or a workbook only what the rows stand in need be there.
    result.missingFiles = Set(rows.map(\.file)).subtracting(readable.map(\.name)).sorted()
    var persons: Set<Person> = []
    for (report, part) in zip(readable, ingestion.parts) {
      let lines = Set(rows.filter { $0.file == report.name }.map { Int32($0.line) })
      let calls = Calls(part.dictionaries, pseudonyms)
      for row in 0..<part.claims.count where lines.contains(part.claims[.line, row].cell) {
        persons.insert(calls.person(part.claims[.assistent, row], "assistent"))
        persons.insert(calls.person(part.claims[.brukare, row], "brukare"))
      }
      for row in 0..<part.shifts.count where lines.contains(part.shifts[.line, row].cell) {
        persons.insert(calls.person(part.shifts[.assistent, row], "assistent"))
        if let vikarie = part.shifts.value(.vikarie, row) {
          persons.insert(calls.person(vikarie, "vikarie"))
        }
      }
    }
    result.found = persons.sorted { ($0.token, $0.role) < ($1.token, $1.role) }
    return result
  }
}

extension Calls {
  fileprivate func person(_ id: PersonID, _ role: String) -> PersonsOnRows.Person {
    PersonsOnRows.Person(
      token: role == "brukare" ? brukare(id) : assistent(id), number: clearNumber(id), role: role)
  }
}
