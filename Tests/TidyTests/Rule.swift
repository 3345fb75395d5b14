import Testing

/// A place that breaks a rule.
struct Violation: Sendable, CustomStringConvertible {
  let path: String
  /// From 1.
  let line: Int
  let message: String

  var description: String { "\(path):\(line): \(message)" }
}

/// Something that can be checked about each file by itself.
struct Rule: Sendable, CustomTestStringConvertible {
  let name: String
  let check: @Sendable (SourceFile) -> [Violation]

  var testDescription: String { name }

  static let all: [Rule] = [
    asciiNames, shortLines, shortFiles, shortFunctions, tellingFileNames, nothingLeftToDo, imports,
    bannedSpellings,
  ]
}

extension Rule {
  /// A rule about single lines.
  ///
  /// - Parameter fault: What is wrong with the line with this index of the file, if anything.
  init(_ name: String, fault: @escaping @Sendable (SourceFile, Int) -> String?) {
    self.init(name: name) { file in
      file.lines.indices.compactMap { index in
        fault(file, index).map { Violation(path: file.path, line: index + 1, message: $0) }
      }
    }
  }
}
