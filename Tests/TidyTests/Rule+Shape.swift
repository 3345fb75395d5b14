extension Rule {
  static let columns = 100
  static let linesPerFile = 400
  static let linesPerFunction = 70

  /// å in one scalar and in two are two identifiers that look the same.
  static let asciiNames = Rule("names are ASCII") { file, index in
    file.code[index].utf8.allSatisfy { $0 < 128 }
      ? nil : "a name outside of strings and comments has a letter that is not ASCII"
  }

  static let shortLines = Rule("lines have at most \(columns) columns") { file, index in
    let line = file.lines[index]
    guard line.utf8.count > columns, line.count > columns else { return nil }
    return "the line has \(line.count) columns, more than \(columns)"
  }

  static let shortFiles = Rule(name: "files have at most \(linesPerFile) lines") { file in
    guard file.lines.count > linesPerFile else { return [] }
    return [
      Violation(
        path: file.path, line: file.lines.count,
        message: "the file has \(file.lines.count) lines, more than \(linesPerFile)")
    ]
  }

  static let shortFunctions = Rule(
    name: "functions have at most \(linesPerFunction) lines"
  ) { file in
    guard file.lines.count > linesPerFunction else { return [] }
    return functions(in: file).filter { $0.count > linesPerFunction }.map {
      Violation(
        path: file.path, line: $0.lowerBound + 1,
        message: "the function has \($0.count) lines, more than \(linesPerFunction)")
    }
  }

  private static let emptyWords = ["Util", "Helper", "Common", "Manager"]

  static let tellingFileNames = Rule(name: "file names say what is in the file") { file in
    emptyWords.filter { file.name.contains($0) }.map {
      Violation(path: file.path, line: 1, message: "\($0) in a file's name says nothing")
    }
  }

  // In two parts, so that this file keeps the rule.
  private static let reminders = ["TO" + "DO", "FIX" + "ME", "X" + "XX"]

  static let nothingLeftToDo = Rule("nothing is left for later") { file, index in
    reminders.first { contains(word: $0, in: file.lines[index]) }
      .map { "\($0) does not belong in the tree: do it, or leave it" }
  }

  /// Whether the text stands in the line with no letter, digit or `_` at its ends. Ends of `word`
  /// that are none of these themselves may stand next to anything.
  static func contains(word: String, in line: Substring) -> Bool {
    guard line.contains(word) else { return false }
    let (bytes, wanted) = (Array(line.utf8), Array(word.utf8))
    guard let first = wanted.first, let last = wanted.last, bytes.count >= wanted.count else {
      return false
    }
    return (0...bytes.count - wanted.count).contains { start in
      let end = start + wanted.count
      return bytes[start] == first && bytes[start..<end].elementsEqual(wanted)
        && !(isPartOfName(first) && start > 0 && isPartOfName(bytes[start - 1]))
        && !(isPartOfName(last) && end < bytes.count && isPartOfName(bytes[end]))
    }
  }
}
