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
    ["scan", "in", "--datum", "2025-02-30"], ["scan", "in", "--datum", "1800-06-01"],
    ["scan", "in", "--datum", "2199-12-31"], ["bolag"], ["avfärda", "0123456789"],
    ["bekräfta", "0123456789", "--kr", "mycket"],
  ])
  func `a command line that cannot be read exits 2`(_ arguments: [String]) throws {
    let folder = try Folder.withWorld()
    let outcome = try folder.start(arguments).wait()
    expectFault(outcome, "sjuklonevakt: Kommandot kunde inte läsas. Se sjuklonevakt --help.\n")
    #expect(!folder.has("sjuklonevakt.sqlite"))
  }

  /// Words of the argument parser that nobody here writes.
  private static let english = [
    "Please", "provide", "one of", "Did you", "mean", "Missing", "Unknown", "Unexpected", "value",
    "The ", " or ", " and ", "invalid", "specified", "following",
  ]

  @Test(arguments: [
    (
      ["scan", "in", "--format", "xml"],
      "'--format <format>'; ange något av 'tabell', 'json' eller 'csv'."
    ),
    (["utvärdera", "--format", "xml"], "ange något av 'tabell' och 'json'."),
    (["scan", "in", "--excel=ja"], "Valet '--excel' tar inget värde, men 'ja' angavs."),
    (["scan", "in", "--exsel"], "Okänt val '--exsel'. Menades '--excel'?"),
    (["regler", "a", "b", "c"], "2 oväntade argument: 'b', 'c'"),
    (["scan", "in", "--format"], "Värde saknas för '--format <format>'"),
    (["avfärda"], "Argument saknas: '<fynd>'"),
  ])
  func `what the argument parser says is Swedish`(
    _ arguments: [String], _ sentence: String
  ) throws {
    let folder = try Folder()
    let outcome = try folder.start(arguments).wait()
    expectFault(outcome, sentence)
    #expect(FaultTests.english.filter { outcome.stderr.contains($0) }.isEmpty, "\(outcome.stderr)")
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
    expectFault(try folder.run("scan", "in", option, value), "sjuklonevakt: \(sentence)")
  }

  @Test(arguments: [[], ["--format", "json"]])
  func `Excel's form is refused where no csv is written`(_ format: [String]) throws {
    let folder = try Folder.withWorld()
    expectFault(
      try folder.start(["scan", "in", "--excel"] + format).wait(),
      "sjuklonevakt: --excel gäller bara --format csv; ange båda, eller ingen\n")
    #expect(!folder.has("sjuklonevakt.sqlite"))
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

  @Test(
    arguments: [
      ([String](), "in/sjukloner.csv", nil), (["1;2"], "in/sjukloner.csv", "in/sjukloner.csv: "),
      (nil, "in/pass.csv", nil),
    ] as [([String]?, String, String?)])
  func `without an accepted claim there is no scan`(
    _ rows: [String]?, _ file: String, _ named: String?
  ) throws {
    let folder = try Folder.withWorld()
    let world = try World.shared.get()
    try folder.write(
      Table(header: world.claims.header, rows: rows ?? []).text, to: "in/sjukloner.csv")
    let outcome = try folder.run("scan", file)
    expectFault(outcome, "sjuklonevakt: inget gick att läsa; ingen körning sparades\n")
    if let named {
      #expect(outcome.stderr.contains(named + "ingen rad gick att läsa; den första, rad 2: "))
      #expect(try folder.run("läs", file).status == 2)
    }
    #expect(try folder.query("SELECT count(*) FROM scan") == ["0"])
  }

  @Test func `a day that stands far from all others is asked about, unless a date is given`() throws
  {
    let folder = try Folder.withWorld()
    let world = try World.shared.get()
    var rows = world.claims.rows
    rows[4] = try world.claims.row(4, "inkommen", "2052-05-01")
    try folder.write(Table(header: world.claims.header, rows: rows).text, to: "in/sjukloner.csv")
    let latest = try #require(try world.claims.column("inkommen").max())
    expectFault(
      try folder.run("scan", "in"),
      "in/sjukloner.csv, rad 6: inkommen 2052-05-01 ligger långt efter näst senaste dag, \(latest)")
    #expect(try folder.run("scan", "in", "--datum", latest).status == 0)
  }

  @Test func `a list of amounts takes the old one's place only when the scan is stored`() throws {
    let folder = try Folder.withWorld()
    try folder.write("förra", to: "ut.csv")
    try folder.write("a;b\n1;2\n", to: "inget.csv")
    for arguments in [
      ["scan", "in", "--avsändare", "finns-inte.yml"], ["scan", "inget.csv"],
      ["scan", "in", "--rapport", "ut.csv"],
    ] {
      let outcome = try folder.start(arguments + ["--belopp", "ut.csv"]).wait()
      #expect(outcome.status == 2)
      #expect(try folder.text("ut.csv") == "förra")
      #expect(!folder.has("ut.csv.halvskriven"))
    }
    #expect(try folder.run("scan", "in", "--belopp", "ut.csv").status == 0)
    #expect(try folder.text("ut.csv").split(separator: "\n").count > 100)
    #expect(!folder.has("ut.csv.halvskriven"))
  }

  @Test func `a report folder that can't be made stops the scan before it begins`() throws {
    let folder = try Folder.withWorld()
    expectFault(
      try folder.run("scan", "in", "--rapport", "in/pass.csv"),
      "sjuklonevakt: mappen in/pass.csv går inte att skapa eller är en fil\n")
    #expect(try folder.query("SELECT count(*) FROM scan") == ["0"])
  }

  @Test(arguments: [
    (["--rader", "9223372036854775807"], "--rader ska vara högst"),
    (["--bolag", "999999999999"], "--bolag högst"),
    (["--från", "2019-06-30"], "--från ska vara från 2019-07-01 till 2025-11-30"),
    (
      ["--rader", "100", "--fuskande", "50"], "--fuskande ska vara från 0 till antalet bolag, här 8"
    ),
  ])
  func `a world larger than its numbers of persons is not begun`(
    _ arguments: [String], _ sentence: String
  ) throws {
    let folder = try Folder()
    expectFault(try folder.start(["demo-data", "w"] + arguments).wait(), sentence)
    #expect(try folder.files().isEmpty)
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
    ("dubblett: 1.63", "dublett: 1.63", true),
    ("vikter:", "vikter: [", false), ("dubblett: 1.63", "dubblett: 1000", true),
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
