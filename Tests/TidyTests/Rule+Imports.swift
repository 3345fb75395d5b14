extension Rule {
  /// Who may import a module that others may not.
  private static let importers: [String: Set<String>] = [
    "GRDBSQLite": ["Store"], "GRDB": ["Store", "StoreTests", "CommandTests"],
    "Yams": ["Configuration"],
    "ArgumentParser": ["sjuklonevakt"],
    "CExpat": ["Ingest"],
    "CLibCSV": ["Ingest", "Benchmarks"],
    "CZlib": ["Ingest", "TestSupport"],
  ]

  private static let foundation: Set<String> = [
    "Foundation", "FoundationEssentials", "FoundationInternationalization", "FoundationNetworking",
    "FoundationXML",
  ]

  /// What a target may not import.
  private static let forbidden: [String: Set<String>] = [
    "SickPay": foundation,
    "Ledger": foundation.union(["Ingest", "Detection", "Store"]),
    "Detection": foundation.union(["Ingest", "Store"]),
    "Questions": foundation.union(["Ingest", "Store"]),
  ]

  static let imports = Rule("targets import what they may") { file, index in
    guard let module = importedModule(file.code[index]) else { return nil }
    if let targets = importers[module], !targets.contains(file.target) {
      return "only \(targets.sorted().joined(separator: ", ")) may import \(module)"
    }
    if forbidden[file.target]?.contains(module) == true {
      return "\(file.target) may not import \(module)"
    }
    return nil
  }

  private static let kinds: Set<Substring> = [
    "class", "enum", "func", "let", "protocol", "struct", "typealias", "var",
  ]

  /// The module that the line imports: `Foundation` in `@testable public import struct
  /// Foundation.URL`.
  static func importedModule(_ line: Substring) -> String? {
    let words = line.split(separator: " ")
    guard let place = words.firstIndex(of: "import"),
      words[..<place].allSatisfy({ isBeforeImport($0) })
    else { return nil }
    let rest = words[(place + 1)...].drop { kinds.contains($0) }
    return rest.first?.split(separator: ".").first.map(String.init)
  }

  private static func isBeforeImport(_ word: Substring) -> Bool {
    word.hasPrefix("@")
      || ["public", "package", "internal", "fileprivate", "private"].contains(String(word))
  }
}
