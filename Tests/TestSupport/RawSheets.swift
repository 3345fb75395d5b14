public import Foundation
public import Ingest

/// Reads bytes as a file that a person named `name`.
public func ingest(named name: String, _ data: Data) async throws -> Ingestion {
  try await withFile(name, data) { path in
    await Ingestion.read([.file(path: path, isNamed: true)], threads: 1)
  }
}

/// The rows of bytes as they stand, by the file or sheet, and why each was refused.
public func rawRows(_ data: Data) async throws -> [RawSheet] {
  try await withFile("fil", data) { path in
    var sheets: [RawSheet] = []
    RawReading.eachFile(in: .file(path: path, isNamed: true)) { file in
      var sheet = RawSheet(name: String(file.name.dropFirst(path.count)))
      do throws(RefusalReason) {
        sheet.filledFields = try file.read(
          onForm: { sheet.form = $0 },
          onEvent: { event in
            switch event {
            case .row(let line, let cells), .preamble(let line, let cells):
              sheet.rows.append((line, cells))
            case .table(let names, let line) where !names.isEmpty: sheet.rows.append((line, names))
            default: break
            }
          })
      } catch { sheet.refusal = error }
      sheets.append(sheet)
    }
    return sheets
  }
}

public struct RawSheet {
  /// What stands after the file's own name.
  public let name: String
  public var rows: [(line: Int, cells: [String])] = []
  public var form: RawReading.Form?
  public var filledFields = 0
  public var refusal: RefusalReason?
}

private func withFile<Result>(
  _ name: String, _ data: Data, _ body: (String) async -> Result
) async throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "sjuklonevakt-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appendingPathComponent(name)
  try data.write(to: file)
  return await body(file.path)
}
