import Testing

struct HelpTests {
  static let commands = [
    "", "scan", "vakta", "läs", "bolag", "fråga", "avfärda", "bekräfta", "regler", "demo-data",
    "utvärdera", "rättvisa", "jämför",
  ]

  private func help(_ command: String) throws -> Outcome {
    let folder = try Folder()
    return command.isEmpty ? try folder.run("--help") : try folder.run(command, "--help")
  }

  @Test(
    arguments: zip(
      commands,
      [
        "alla", "scan", "vakta", "las", "bolag", "fraga", "avfarda", "bekrafta", "regler",
        "demo-data", "utvardera", "rattvisa", "jamfor",
      ]))
  func `every command explains itself`(_ command: String, _ golden: String) throws {
    let outcome = try help(command)
    #expect(outcome.status == 0)
    #expect(outcome.stderr.isEmpty)
    try expectGolden(outcome.stdout, "\(golden).txt")
  }

  @Test func `every command in the list of commands is tried here`() throws {
    let lines = try help("").stdout.split(separator: "\n", omittingEmptySubsequences: false)
    // Names stand two columns in, explanations far behind them.
    let names = lines.drop { !$0.hasPrefix("  scan ") }.prefix { !$0.isEmpty }
      .filter { !$0.hasPrefix("   ") }.compactMap { $0.split { " ,".contains($0) }.first }
    #expect(names.map(String.init) == HelpTests.commands.filter { !$0.isEmpty })
  }

  @Test(arguments: commands)
  func `the help is Swedish throughout`(_ command: String) throws {
    let text = try help(command).stdout
    let english = [
      "OVERVIEW", "USAGE", "OPTIONS", "SUBCOMMANDS", "ARGUMENTS", "Show help", "See '", "default:",
      "values:", "<subcommand>", "<paths>", "<folder>", "<finding>", "<inbox>", "<rule>", "<kind>",
    ].filter(text.contains)
    #expect(english.isEmpty)
  }

  @Test func `the help says the same on every machine`() throws {
    let words = try help("scan").stdout.split(whereSeparator: \.isWhitespace)
    let threads = try #require(words.firstIndex { $0.hasPrefix("--trådar,") })
    let end = try #require(words.firstIndex { $0.hasPrefix("--utförlig,") })
    #expect(!words[threads..<end].contains { $0.contains(where: \.isNumber) })
  }

  @Test(arguments: [
    ("las", "läs"), ("avfarda", "avfärda"), ("bekrafta", "bekräfta"), ("utvardera", "utvärdera"),
    ("rattvisa", "rättvisa"), ("jamfor", "jämför"), ("fraga", "fråga"),
  ])
  func `a command can be called without å, ä and ö`(_ plain: String, _ name: String) throws {
    #expect(try help(plain).stdout == help(name).stdout)
  }
}
