import BenchmarkWorld
import Configuration
import Detection
import Ingest
import Ledger
import SickPay

/// What a stage works on: the same twenty thousand claims each time, so that its figures can be
/// held against those of another day.
struct StageInputs: Sendable {
  static let rows = 20_000

  let world: BenchmarkWorld
  let configuration: Configuration

  init() throws {
    world = try BenchmarkWorld(rows: StageInputs.rows)
    configuration = try Configuration()
  }

  func read(_ path: String) async -> Ingestion {
    let ingestion = await Ingestion.read(InputList(paths: [path]).sources, threads: 1)
    precondition(ingestion.reports.allSatisfy { $0.rejected == 0 }, "rows were rejected")
    return ingestion
  }

  func parts() async -> [LedgerPart] {
    var (claims, shifts) = (await read(world.claimsFile), await read(world.shiftsFile))
    return claims.takeParts() + shifts.takeParts()
  }

  func ledger(_ parts: [LedgerPart]) -> Ledger {
    Ledger(
      parts: parts, date: nil, windowMonths: configuration.settings.windowMonths,
      law: configuration.rulebook.law.sickPeriod)
  }

  func evidence(_ ledger: Ledger) async -> Evidence {
    let names = Names(assistent: { _ in "A" }, company: { _ in "bolag" })
    return await Evidence(ledger, rulebook: configuration.rulebook, names: names)
  }
}

/// Values as they lie in the rows of shifts, made before they are interned.
struct TextsOfRows: Sendable {
  private let bytes: [UInt8]
  private let ends: [Int]
  let persons: [PersonNumber]

  init(_ part: LedgerPart) {
    var (bytes, ends): ([UInt8], [Int]) = ([], [])
    for row in 0..<part.shifts.count {
      bytes += Array(part.dictionaries.texts[part.shifts[.arende, row]].utf8)
      ends.append(bytes.count)
    }
    (self.bytes, self.ends) = (bytes, ends)
    persons = (0..<part.shifts.count).compactMap { row in
      part.dictionaries.persons.number(part.shifts[.assistent, row])
    }
  }

  /// Gives every row's text and person an id; how many there are.
  func intern() -> Int {
    var (texts, people) = (TextDictionary(), PersonDictionary())
    var start = 0
    for end in ends {
      _ = texts.intern(bytes.span.extracting(start..<end))
      start = end
    }
    for person in persons { _ = people.intern(person) }
    return texts.count + people.count
  }
}
