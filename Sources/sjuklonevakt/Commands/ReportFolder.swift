import Foundation
import Reporting

/// A folder with the list as a page and as a table for Excel. Each file is written whole or not at
/// all.
struct ReportFolder {
  let path: String

  func write(_ view: ReportView) throws {
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var page = ""
    HTMLFormat.write(view, to: &page)
    try Data(page.utf8).write(to: folder.appendingPathComponent("lista.html"), options: .atomic)
    var table = ""
    CSVFormat.excel.write(view.report, to: &table)
    try Data(table.utf8).write(to: folder.appendingPathComponent("lista.csv"), options: .atomic)
  }
}
