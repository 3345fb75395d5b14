import Testing

struct CompanyTests {
  private let folder: Folder
  private let company: JSONValue
  private var orgnr: String { company["orgnr"].text }

  init() throws {
    folder = try .withWorld()
    let companies = try World.shared.get().list["companies"].items
    company = try #require(
      companies.first { $0["findings"].items.contains { $0["kind"].text == "rule" } })
    try #require(folder.run("scan", "in").status == 0)
  }

  @Test func `a company is shown with every finding and where it stands in the files`() throws {
    let outcome = try folder.run("bolag", orgnr)
    #expect(outcome.status == 0)
    #expect(outcome.stderr.isEmpty)
    #expect(outcome.stdout.contains(company["name"].text))
    for finding in company["findings"].items {
      #expect(outcome.stdout.contains(finding["id"].text))
      for row in finding["rows"].items.prefix(3) {
        #expect(outcome.stdout.contains(row["arende"].text))
      }
    }
    let dashed = orgnr.prefix(6) + "-" + orgnr.dropFirst(6)
    #expect(try folder.run("bolag", String(dashed)).stdout == outcome.stdout)
  }

  @Test func `a company that is not in the list exits 2 with a sentence`() throws {
    let outcome = try folder.run("bolag", "5560000001")
    #expect(outcome.status == 2)
    #expect(outcome.stdout.isEmpty)
    #expect(
      outcome.stderr == "sjuklonevakt: bolaget 5560000001 finns inte i senaste körningen\n")
  }

  @Test func `before the first scan there is no company, and no database is made`() throws {
    let empty = try Folder()
    let outcome = try empty.run("bolag", orgnr)
    #expect(outcome.status == 2)
    #expect(outcome.stdout.isEmpty)
    #expect(outcome.stderr.contains("finns inte än; kör först sjuklonevakt scan MAPP"))
    #expect(empty.files().isEmpty)
  }

  @Test(arguments: [[], ["--skäl", "  "]])
  func `persons are not shown without a reason, and nothing is logged`(_ reason: [String]) throws {
    let outcome = try folder.start(["bolag", orgnr, "--visa-personer"] + reason).wait()
    #expect(outcome.status == 2)
    #expect(outcome.stdout.isEmpty)
    #expect(
      outcome.stderr == "sjuklonevakt: --visa-personer kräver --skäl \"…\"; läsningen loggas\n")
    #expect(try folder.query("SELECT count(*) FROM läslogg") == ["0"])
  }

  @Test(arguments: ["--skäl", "--skal"])
  func `persons are shown with a reason, and the reading is logged`(_ option: String) throws {
    let outcome = try folder.run("bolag", orgnr, "--visa-personer", option, "ärende 17")
    #expect(outcome.status == 0)
    let world = try World.shared.get()
    let persons = Set(
      try world.claims.column("assistent") + world.claims.column("brukare")
        + world.shifts.column("vikarie"))
    let shown = outcome.stdout.split { !$0.isASCII || !$0.isNumber }.filter { $0.count == 12 }
    #expect(!shown.isEmpty)
    #expect(shown.allSatisfy { persons.contains(String($0)) })
    let cases = Set(
      company["findings"].items.flatMap { $0["rows"].items }.map { $0["arende"].text })
    for (row, assistent) in zip(world.claims.rows, try world.claims.column("assistent"))
    where shown.contains(Substring(assistent)) {
      #expect(
        cases.contains { row.contains($0) }
          || world.claims.rows.contains { other in
            other.contains(assistent) && cases.contains { other.contains($0) }
          })
    }
    #expect(try folder.query("SELECT orgnr, reason FROM läslogg") == ["\(orgnr)|ärende 17"])
  }
}
