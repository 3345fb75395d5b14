import Evaluation
import Foundation

/// The file that a picture is drawn in, tried before the hours of work that it is to show.
enum DiagramFile {
  /// - Throws: `CommandFault` where no file can be written at the path.
  static func check(_ path: String) throws {
    let files = FileManager.default
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw CommandFault(
        message: "diagrammet \(path) kan inte skrivas: mappen \(folder) finns inte")
    }
    let isTaken = files.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    if isTaken || !files.isWritableFile(atPath: folder) { throw fault(path) }
  }

  /// Whole or not at all.
  static func write(_ diagram: PrecisionDiagram, to path: String) throws {
    do {
      try Data(diagram.svg.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch { throw fault(path) }
  }

  private static func fault(_ path: String) -> CommandFault {
    CommandFault(message: "diagrammet \(path) går inte att skriva")
  }
}
