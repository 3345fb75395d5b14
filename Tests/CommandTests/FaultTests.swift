import Testing

struct FaultTests {
  /// Exit code 2, a sentence on standard error and nothing on standard output.
  private func expectFault(
    _ outcome: Outcome, _ sentence: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.status == 2, sourceLocation: sourceLocation)
    #expect(outcome.stdout.isEmpty, sourceLocation: sourceLocation)
    #expect(outcome.stderr.contains(sentence), sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    ["scan", "in", "--finns-inte"], ["skanna", "in"], ["scan"], ["scan", "in", "--format", "xml"],
    ["scan", "in", "--datum", "2025-02-30"], ["bolag"], ["avfärda", "0123456789"],
    ["bekräfta", "0123456789", "--kr", "mycket"],
  ])
  func `a command line that cannot be read exits 2`(_ arguments: [String]) throws {
    let folder = try Folder.withWorld()
    let outcome = try folder.start(arguments).wait()
    expectFault(outcome, "sjuklonevakt: Kommandot kunde inte läsas. Se sjuklonevakt --help.\n")
    #expect(!folder.has("sjuklonevakt.sqlite"))
  }

  @Test(arguments: [
    ("--topp", "-1", "--topp ska vara minst 0"), ("--trådar", "0", "--trådar ska vara minst 1"),
    ("--kommun", "208", "--kommun ska vara en kommunkod med fyra siffror"),
  ])
  func `an option outside of its range exits 2`(
    _ option: String, _ value: String, _ sentence: String
  ) throws {
    let folder = try Folder.withWorld()
    expectFault(try folder.run("scan", "in", "\(option)=\(value)"), "sjuklonevakt: \(sentence)")
  }

  @Test func `a path that does not exist exits 2 and is named`() throws {
    let folder = try Folder.withWorld()
    expectFault(
      try folder.run("scan", "in", "finns-inte"), "sjuklonevakt: finns-inte finns inte\n")
    #expect(!folder.has("sjuklonevakt.sqlite"))
  }

  @Test func `a folder without a table exits 2`() throws {
    let folder = try Folder()
    try folder.write("inget", to: "tom/läs.txt")
    expectFault(
      try folder.run("scan", "tom"), "sjuklonevakt: inget gick att läsa; ingen körning sparades\n")
  }

  @Test func `files of which none can be read exit 2 and each is named`() throws {
    let folder = try Folder()
    try folder.write("a;b\n1;2\n", to: "a.csv")
    try folder.write("", to: "b.csv")
    let outcome = try folder.run("scan", "a.csv", "b.csv", "--format", "json")
    expectFault(outcome, "sjuklonevakt: inget gick att läsa; ingen körning sparades\n")
    #expect(outcome.stderr.contains("a.csv: rubrikraden känns inte igen"))
    #expect(outcome.stderr.contains("b.csv: filen är tom"))
  }

  @Test(arguments: ["tabell", "json", "csv"])
  func `one file that is refused exits 1, with its name, its column and the list of the rest`(
    _ format: String
  ) throws {
    let folder = try Folder.withWorld()
    let world = try World.shared.get()
    let header = world.shifts.header.replacing(";vikarie;", with: ";färg;")
    try folder.write(Table(header: header, rows: world.shifts.rows).text, to: "in/pass.csv")
    let outcome = try folder.run("scan", "in", "--format", format)
    #expect(outcome.status == 1)
    let told = format == "tabell" ? outcome.stdout : outcome.stderr
    #expect(told.contains("in/pass.csv") && told.contains("kolumner saknas för pass: vikarie"))
    let first = try #require(world.list["companies"].items.first)
    #expect(outcome.stdout.contains(first["orgnr"].text))
  }

  @Test(arguments: ["tabell", "json", "csv"])
  func `files that can all be read exit 0, with nothing on standard error`(_ format: String) throws
  {
    let outcome = try Folder.withWorld().run("scan", "in", "--format", format)
    #expect(outcome.status == 0)
    #expect(outcome.stderr.isEmpty)
    #expect(!outcome.stdout.isEmpty)
  }

  @Test(arguments: [
    ("fönster_månader: 24", "fönster_månader: många", true),
    ("dubblett: 1.2", "dublett: 1.2", true),
    ("vikter:", "vikter: [", false), ("dubblett: 1.2", "dubblett: 1000", true),
  ])
  func `a configuration with a fault is refused with its line before anything is stored`(
    _ good: String, _ bad: String, _ knowsLine: Bool
  ) throws {
    let folder = try Folder.withWorld()
    let lines = try Folder.standardConfiguration().replacing(good, with: bad)
    try folder.write(lines, to: "egen.yml")
    let outcome = try folder.run("scan", "in", "--config", "egen.yml")
    let place = lines.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains(bad) }
    let named = try #require(place) + 1
    expectFault(outcome, knowsLine ? "egen.yml, rad \(named): " : "egen.yml, rad ")
    #expect(
      try folder.files() == ["egen.yml", "in/pass.csv", "in/sjukloner.csv", Folder.keyFile])
  }

  @Test func `a configuration that is not there exits 2`() throws {
    let folder = try Folder.withWorld()
    expectFault(
      try folder.run("scan", "in", "--config", "egen.yml"),
      "konfigurationen egen.yml går inte att läsa")
  }

  @Test func `a list that nobody takes, as on a full disk, exits 2 with a sentence`() throws {
    let folder = try Folder.withWorld()
    let outcome = try folder.start(["scan", "in"], to: "/dev/full").wait()
    expectFault(outcome, "sjuklonevakt: ")
    #expect(!outcome.stderr.contains("Fatal error"))
  }
}
