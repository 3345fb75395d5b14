import Foundation
import Reporting

/// A folder with the list as a page and as a table for Excel. Each file is written whole or not at
/// all.
struct ReportFolder {
  private let folder: URL

  /// Makes the folder where there is none, so that a scan does not end on it.
  init(path: String) throws {
    folder = URL(fileURLWithPath: path, isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandFault(message: "mappen \(path) går inte att skapa eller är en fil")
    }
  }

  func write(_ view: ReportView) throws {
    var page = ""
    HTMLFormat.write(view, to: &page)
    try Data(page.utf8).write(to: folder.appendingPathComponent("lista.html"), options: .atomic)
    var table = ""
    CSVFormat.excel.write(view.report, to: &table)
    try Data(table.utf8).write(to: folder.appendingPathComponent("lista.csv"), options: .atomic)
  }
}
