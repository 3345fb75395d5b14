import ArgumentParser
import Foundation
import Store

/// The database, for all commands that use it.
struct StoreOptions: ParsableArguments {
  @Option(name: .customLong("databas"), help: "Databasen med tidigare körningar.")
  var database = "./sjuklonevakt.sqlite"

  func open() throws -> ScanStore { try ScanStore(path: database) }

  /// The database; `nil` where there is none yet.
  func openIfThere() throws -> ScanStore? {
    FileManager.default.fileExists(atPath: database) ? try open() : nil
  }

  /// The database of earlier scans; a fault where there is none yet.
  func openExisting() throws -> ScanStore {
    guard let store = try openIfThere() else {
      throw CommandFault(
        message: "databasen \(database) finns inte än; kör först sjuklonevakt scan MAPP")
    }
    return store
  }
}

/// Who is at the keyboard, for the decisions and the log of reads.
func currentUser() -> String {
  let name = ProcessInfo.processInfo.userName
  return name.isEmpty ? "okänd" : name
}
