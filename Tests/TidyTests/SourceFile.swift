import Foundation

/// A Swift file of the package, as text and as code.
struct SourceFile: Sendable {
  /// From the package's folder, with `/`.
  let path: String
  let lines: [Substring]
  /// The lines without comments and the contents of strings; see `codeOnly`.
  let code: [Substring]

  init(path: String, text: String) {
    self.path = path
    lines = SourceFile.lines(text)
    code = SourceFile.lines(String(decoding: codeOnly(Array(text.utf8)), as: UTF8.self))
  }

  private static func lines(_ text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  var name: Substring { path.split(separator: "/").last ?? "" }

  /// Whether the file is in `Sources`, and so in the program.
  var isProgram: Bool { path.hasPrefix("Sources/") }

  /// The target, by the folder that the file is in: the second of its path.
  var target: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : ""
  }
}

extension SourceFile {
  /// Every Swift file of the package.
  static let all: [SourceFile] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var paths = ["Package.swift"]
    for folder in ["Sources", "Tests", "Benchmarks", "Fuzz"] {
      let files = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
      for case let file as String in files ?? .init() where file.hasSuffix(".swift") {
        // Hidden folders hold what others wrote.
        if !("/" + file).contains("/.") { paths.append(folder + "/" + file) }
      }
    }
    return paths.sorted().compactMap { path in
      guard let data = FileManager.default.contents(atPath: root.appending(path: path).path) else {
        return nil
      }
      return SourceFile(path: path, text: String(decoding: data, as: UTF8.self))
    }
  }()
}
