public import BenchmarkWorld
import Configuration
import Detection
import Foundation
import Ingest
import Ledger
import SickPay

/// What stages work on: the same twenty thousand claims each time, so that their figures can be
/// held against those of another day. What one stage has asked for, the next one finds.
public actor StageInputs {
  private static let rows = 20_000

  public nonisolated let world: BenchmarkWorld
  nonisolated let configuration: Configuration
  private var joinedParts: [LedgerPart]?
  private var joinedLedger: Ledger?
  private var preparedEvidence: Evidence?

  public init() throws {
    world = try BenchmarkWorld(rows: StageInputs.rows)
    configuration = try Configuration()
  }

  /// Rows of claims and shifts.
  nonisolated var rows: Int { world.claims + world.shifts }

  nonisolated func bytes(_ table: TableKind) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path(table))))
  }

  nonisolated func rows(_ table: TableKind) -> Int {
    table == .shifts ? world.shifts : world.claims
  }

  nonisolated func read(_ table: TableKind) async -> Ingestion {
    let ingestion = await Ingestion.read(InputList(paths: [path(table)]).sources, threads: 1)
    precondition(ingestion.reports.allSatisfy { $0.rejected == 0 }, "rows were rejected")
    return ingestion
  }

  nonisolated private func path(_ table: TableKind) -> String {
    table == .shifts ? world.shiftsFile : world.claimsFile
  }

  func parts() async -> [LedgerPart] {
    if let joinedParts { return joinedParts }
    var (claims, shifts) = (await read(.claims), await read(.shifts))
    let parts = claims.takeParts() + shifts.takeParts()
    joinedParts = parts
    return parts
  }

  nonisolated func ledger(_ parts: [LedgerPart]) -> Ledger {
    Ledger(
      parts: parts, date: nil, windowMonths: configuration.settings.windowMonths,
      law: configuration.rulebook.law.sickPeriod)
  }

  func ledger() async -> Ledger {
    if let joinedLedger { return joinedLedger }
    let ledger = ledger(await parts())
    joinedLedger = ledger
    return ledger
  }

  nonisolated var names: Names { Names(assistent: { _ in "A" }, company: { _ in "bolag" }) }

  nonisolated func evidence(_ ledger: Ledger) async -> Evidence {
    await Evidence(ledger, rulebook: configuration.rulebook, names: names)
  }

  func evidence() async -> Evidence {
    if let preparedEvidence { return preparedEvidence }
    let evidence = await evidence(await ledger())
    preparedEvidence = evidence
    return evidence
  }
}
