import Foundation

extension Folder {
  /// The configuration that is built into the command, from the sources.
  static func standardConfiguration() throws -> String {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = package.appending(path: "Sources/Configuration/standard.yml")
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}
