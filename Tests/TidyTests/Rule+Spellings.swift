/// A text that may not stand in the code of some targets.
private struct Ban: Sendable {
  let spellings: [String]
  let instead: String
  let applies: @Sendable (SourceFile) -> Bool
}

extension Rule {
  /// Targets to which time, chance and environment are passed.
  private static let withoutClock: Set<String> = [
    "SickPay", "Ledger", "Ingest", "Detection", "Questions", "Configuration", "Reporting",
    "Secrecy", "SampleWorld",
  ]
  /// Targets that also know no files.
  private static let withoutFiles: Set<String> = withoutClock.subtracting(["Ingest", "Secrecy"])
  private static let fileSink = "Sources/SampleWorld/Tables/DirectorySink.swift"

  private static let bans = [
    Ban(spellings: ["try!", "as!", "fatalError("], instead: "throw, or use a precondition") {
      $0.isProgram
    },
    Ban(spellings: ["print(", "debugPrint("], instead: "return the text, or log") {
      $0.isProgram && $0.target != "sjuklonevakt"
    },
    Ban(
      spellings: ["Date()", "Date.now", "ProcessInfo", "getenv(", "SystemRandomNumberGenerator"],
      instead: "let the caller pass it in"
    ) { $0.isProgram && withoutClock.contains($0.target) },
    Ban(spellings: ["FileManager", "fopen("], instead: "let the caller read or write") {
      $0.isProgram && withoutFiles.contains($0.target) && $0.path != fileSink
    },
  ]

  static let bannedSpellings = Rule("banned spellings are not used") { file, index in
    for ban in bans where ban.applies(file) {
      if let found = ban.spellings.first(where: { contains(word: $0, in: file.code[index]) }) {
        return "\(found) is not used in \(file.target); \(ban.instead)"
      }
    }
    return nil
  }
}
