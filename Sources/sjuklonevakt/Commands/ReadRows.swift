import ArgumentParser
import Configuration
import Detection
import Evaluation
import Foundation
import Ingest
import Ledger
import SickPay

/// The rows of some paths, read once, for commands that try lists without storing them.
struct ReadRows {
  private let parts: [LedgerPart]
  /// Whether a file was refused, which the exit code tells.
  let hasRefused: Bool

  /// - Parameter senders: Forms of senders' files that the office has saved.
  /// - Throws: `CommandFault` where a path does not exist or nothing can be read.
  init(_ paths: [String], senders: SavedSenders) async throws {
    let inputs = try InputList(existing: paths)
    var ingestion = await Ingestion.read(
      inputs.sources, threads: ProcessInfo.processInfo.activeProcessorCount,
      senders: senders.formats)
    let refused = ingestion.reports.filter {
      if case .refused = $0.outcome { true } else { false }
    }
    for report in refused {
      writeError("\(report.name) används inte; sjuklonevakt scan säger varför\n")
    }
    hasRefused = !refused.isEmpty
    parts = ingestion.takeParts()
    if parts.allSatisfy({ $0.claims.count == 0 }) {
      throw CommandFault(message: "inga ärenderader i \(paths.joined(separator: ", "))")
    }
  }

  func ledger(date: Day?, _ configuration: Configuration) -> Ledger {
    Ledger(
      parts: parts, date: date, windowMonths: configuration.settings.windowMonths,
      law: configuration.rulebook.law.sickPeriod)
  }
}

/// A folder with what is true of a world's companies.
struct TruthOptions: ParsableArguments {
  @Option(
    name: .customLong("facit"),
    help: "Mapp med bolag.csv och rader.csv som säger vilka bolag som fuskar.")
  var folder: String?

  /// - Throws: `CommandFault` that says what is wrong in the folder.
  func read() throws -> Truth? {
    guard let folder else { return nil }
    do { return try Truth(folder: folder) } catch {
      throw CommandFault(message: sentence(error))
    }
  }

  private func sentence(_ fault: TruthFault) -> String {
    switch fault {
    case .unreadable(let path): "facit \(path) går inte att läsa"
    case .missingColumn(let path, let column): "facit \(path) saknar kolumnen \(column)"
    case .badLine(let path, let line): "facit \(path), rad \(line): ett tal eller ett fält saknas"
    }
  }
}
