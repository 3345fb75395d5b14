import Foundation
import Ledger
import SickPay
import Snapshot
import Synchronization

@testable import Ingest

/// A folder with files and a folder of kept columns beside it, both gone with the value.
final class Inbox: Sendable {
  private let parent = FileManager.default.temporaryDirectory
    .appending(path: "sjuklonevakt-\(UUID().uuidString)")
  var files: URL { parent.appending(path: "in") }
  var columns: URL { parent.appending(path: "kolumner") }

  /// Long after any file of the test was written.
  static let later = Int64(Date().timeIntervalSince1970) + 3600

  init(_ contents: [String: String] = [:]) throws {
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    for (name, text) in contents { try write(Data(text.utf8), to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: parent) }

  func write(_ bytes: Data, to name: String) throws {
    try bytes.write(to: files.appending(path: name))
  }

  func path(_ name: String) -> String { files.appending(path: name).path }

  /// Reads the files once, with the columns that earlier nights have left.
  func night(
    reader: String = "bygge 1", checksContent: Bool = false, now: Int64 = Inbox.later
  ) async throws -> (ingestion: Ingestion, summary: SnapshotFolder.Summary) {
    let folder = try SnapshotFolder(
      folder: columns.path, reader: reader, checksContent: checksContent, now: { now })
    let ingestion = await Ingestion.read(
      InputList(paths: [files.path]).sources, threads: 2, earlier: folder)
    folder.removeUnused()
    return (ingestion, folder.summary)
  }

  /// The files read with nothing kept.
  func plainReading() async -> Ingestion {
    await Ingestion.read(InputList(paths: [files.path]).sources, threads: 1)
  }

  /// The files of kept columns.
  func kept() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: columns, includingPropertiesForKeys: nil)
      .sorted { $0.path < $1.path }
  }
}

/// What a reading gave, but for how columns were understood, which only a trial reading tells.
struct Answer: Equatable {
  private let reports: [KeptReport?]
  private let refused: [FileReport]
  private let parts: [[[Int32]]]
  private let texts: [[String]]

  init(_ ingestion: Ingestion) {
    reports = ingestion.reports.map {
      ReadDocument(report: $0, part: nil, underlagOf: nil).keptReport
    }
    refused = zip(ingestion.reports, reports).filter { $1 == nil }.map(\.0)
    parts = ingestion.parts.map { part in
      let registers = part.registers
      return part.claims.columns + part.shifts.columns + registers.permits.columns
        + registers.decisions.columns + registers.workedTime.columns + registers.wages.columns
        + registers.companies.columns + registers.payments.columns + registers.outcomes.columns
    }
    texts = ingestion.parts.map { part in
      let dictionaries = part.dictionaries
      return (0..<dictionaries.texts.count).map { dictionaries.texts[TextID(index: $0)] }
        + (0..<dictionaries.persons.count).map {
          dictionaries.persons.clearText(PersonID(index: $0))
        }
        + (0..<dictionaries.companyCount).map {
          dictionaries.number(CompanyID(index: $0)).description
        }
        + part.registers.given.map(\.rawValue).sorted()
    }
  }
}
