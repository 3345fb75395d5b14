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
    let findings = company["findings"].items
    let rows = findings.flatMap { $0["rows"].items.prefix(3) }
    for names in [findings.map { $0["id"].text }, rows.map { $0["arende"].text }] {
      let missing = names.filter { !outcome.stdout.contains($0) }
      #expect(missing.isEmpty)
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
    #expect(try empty.files().isEmpty)
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
    let shown: [Substring] = outcome.stdout.split { !("0"..."9").contains($0) }
    let numbers = Set(shown.filter { $0.count == 12 }.map(String.init))
    let rows = company["findings"].items.flatMap { $0["rows"].items }
    let persons = try personsOnRows(of: Set(rows.map { $0["arende"].text }))
    #expect(!numbers.isEmpty)
    #expect(numbers.isSubset(of: persons))
    #expect(try folder.query("SELECT orgnr, reason FROM läslogg") == ["\(orgnr)|ärende 17"])
  }

  private func personsOnRows(of cases: Set<String>) throws -> Set<String> {
    let world = try World.shared.get()
    var persons: Set<String> = []
    for (table, columns) in [
      (world.claims, ["assistent", "brukare"]),
      (world.shifts, ["assistent", "brukare", "vikarie"]),
    ] {
      let isOfCase = try table.column("ärende").map(cases.contains)
      for column in columns {
        for (number, isOfCase) in zip(try table.column(column), isOfCase) where isOfCase {
          persons.insert(number)
        }
      }
    }
    return persons
  }
}
