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
  /// Files that hold something else than when they were scanned: their lines may be other rows.
  public private(set) var changedFiles: [String] = []
  /// Whether rows came by standard input, which can't be read again.
  public private(set) var hasStandardInput = false

  /// Persons whose identity is protected are left out. The caller has written to the log of reads
  /// first.
  ///
  /// - Parameter hashes: Hexadecimal SHA-256 of each file when it was scanned, by its name.
  public static func read(
    _ rows: [RowReference], hashes: [String: String], _ pseudonyms: Pseudonyms,
    senders: SavedSenders
  ) async -> PersonsOnRows {
    let all = Set(rows.map(\.file))
    let names = all.filter { InputSource(holding: $0) != .standardInput }
    let inputs = InputList(filesOf: names.sorted())
    let ingestion = await Ingestion.read(
      inputs.sources, threads: 1, senders: senders.formats)
    var result = PersonsOnRows()
    result.hasStandardInput = names.count < all.count
    let readable = ingestion.reports.filter { $0.outcome == .read }
    // Of an archive or a workbook only what the rows stand in need be there.
    result.missingFiles = names.subtracting(readable.map(\.name)).sorted()
    result.changedFiles = readable.filter {
      names.contains($0.name) && hashes[$0.name] != $0.sha256
    }
    .map(\.name)
    let changed = Set(result.changedFiles)
    var persons: Set<Person> = []
    for (report, part) in zip(readable, ingestion.parts) where !changed.contains(report.name) {
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
    let hidden = Set(ingestion.parts.flatMap(protectedNumbers))
    result.found = persons.filter { !hidden.contains($0.number) }.sorted {
      ($0.token, $0.role) < ($1.token, $1.role)
    }
    return result
  }
}

extension Calls {
  fileprivate func person(_ id: PersonID, _ role: String) -> PersonsOnRows.Person {
    PersonsOnRows.Person(
      token: role == "brukare" ? brukare(id) : assistent(id), number: clearNumber(id), role: role)
  }
}

/// In clear.
private func protectedNumbers(_ part: LedgerPart) -> [String] {
  ProtectedPersons(part.claims, persons: part.dictionaries.persons.count).ids
    .map(part.dictionaries.persons.clearText)
}
