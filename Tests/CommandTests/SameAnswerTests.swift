import Testing

/// A scan is a function of what is in the files.
struct SameAnswerTests {
  private let world: World

  init() throws { world = try World.shared.get() }

  private func expectSame(
    _ list: JSONValue, _ other: JSONValue, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let difference = list.difference(from: other)
    #expect(difference == nil, sourceLocation: sourceLocation)
  }

  /// Companies and findings but for the places of rows.
  private func answers(_ list: JSONValue) -> JSONValue {
    .object([
      "companies": list["companies"].without(["file", "line"]), "skipped": list["skipped"],
    ])
  }

  @Test func `the same folder scanned again gives the same bytes`() throws {
    let folder = try Folder.withWorld()
    #expect(try folder.run("scan", "in", "--format", "json").stdout == world.json)
    #expect(try folder.run("scan", "in", "--format", "json").stdout == world.json)
  }

  @Test(arguments: ["1", "2", "7"])
  func `the number of threads does not matter`(_ threads: String) throws {
    let outcome = try Folder.withWorld().run("scan", "in", "--format", "json", "--trådar", threads)
    #expect(outcome.stdout == world.json)
  }

  @Test func `the order in which files are named does not matter`() throws {
    let folder = try Folder.withWorld()
    let (claims, shifts) = ("in/sjukloner.csv", "in/pass.csv")
    #expect(try folder.run("scan", claims, shifts, "--format", "json").stdout == world.json)
    #expect(try folder.run("scan", shifts, claims, "--format", "json").stdout == world.json)
    #expect(try folder.run("scan", claims, "in", "--format", "json").stdout == world.json)
  }

  @Test func `claims from standard input give the same companies as from a file`() throws {
    let folder = try Folder.withWorld()
    let file = try folder.run("scan", "in/sjukloner.csv", "--format", "json")
    let input = try folder.run("scan", "-", "--format", "json", input: world.claims.text)
    #expect(input.status == 0)
    expectSame(try answers(JSONValue(input.stdout)), try answers(JSONValue(file.stdout)))
    let rows = try JSONValue(input.stdout)["companies"].items.flatMap { $0["findings"].items }
      .flatMap { $0["rows"].items }
    #expect(Set(rows.map { $0["file"].text }) == ["-"])
  }

  @Test(arguments: [2, 7])
  func `claims dealt out over files give the same companies and findings`(_ parts: Int) throws {
    let folder = try Folder.withKey()
    for (index, part) in world.claims.dealt(into: parts).enumerated() {
      try folder.write(part.text, to: "in/del-\(index).csv")
    }
    for (index, part) in world.shifts.dealt(into: parts).enumerated() {
      try folder.write(part.text, to: "in/pass-\(index).csv")
    }
    let list = try JSONValue(folder.run("scan", "in", "--format", "json").stdout)
    #expect(list["ingestion"]["files"].number == Double(2 * parts))
    #expect(list["ingestion"]["rows"] == world.list["ingestion"]["rows"])
    expectSame(answers(list), answers(world.list))
  }

  @Test func `the order of rows and of columns does not matter`() throws {
    let folder = try Folder.withWorld()
    let reversed = Table(header: world.claims.header, rows: world.claims.rows.reversed())
    let lines = ([reversed.header] + reversed.rows).map { line in
      line.split(separator: ";", omittingEmptySubsequences: false).reversed()
        .joined(separator: ";")
    }
    try folder.write(lines.joined(separator: "\r\n") + "\r\n", to: "in/sjukloner.csv")
    let list = try JSONValue(folder.run("scan", "in", "--format", "json").stdout)
    expectSame(answers(list), answers(world.list))
  }

  @Test func `a file that comes again changes nothing but the count of repeated rows`() throws {
    let folder = try Folder.withWorld()
    try folder.write(world.claims.text, to: "in/sjukloner_igen.csv")
    try folder.write(world.shifts.text, to: "in/z/pass.csv")
    let outcome = try folder.run("scan", "in", "--format", "json")
    #expect(outcome.status == 0)
    let list = try JSONValue(outcome.stdout)
    expectSame(list["companies"], world.list["companies"])
    expectSame(list["skipped"], world.list["skipped"])
    expectSame(
      list["scan"].without(["id"]), world.list["scan"].without(["id"]))
    let counts: Set = ["files", "rows", "accepted", "repeated", "fileReports"]
    expectSame(list["ingestion"].without(counts), world.list["ingestion"].without(counts))
    let rows = world.claims.rows.count + world.shifts.rows.count
    #expect(list["ingestion"]["rows"].number == Double(2 * rows))
    #expect(
      list["ingestion"]["repeated"].number
        == world.list["ingestion"]["repeated"].number + Double(rows))
    let copies = list["ingestion"]["fileReports"].items.filter { $0["sameAs"] != .null }
    #expect(copies.map { $0["name"].text } == ["in/sjukloner_igen.csv", "in/z/pass.csv"])
  }

  @Test func `the window ends on the date that is given`() throws {
    let folder = try Folder.withWorld()
    let outcome = try folder.run("scan", "in", "--datum", "2025-06-30", "--format", "json")
    let scan = try JSONValue(outcome.stdout)["scan"]
    #expect(scan["date"] == .string("2025-06-30"))
    #expect(scan["window"] == .array([.string("2023-07-01"), .string("2025-06-30")]))
  }
}
