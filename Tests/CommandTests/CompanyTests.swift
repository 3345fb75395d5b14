import Foundation
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
    let numbers = numbersOfPersons(in: outcome)
    let rows = company["findings"].items.flatMap { $0["rows"].items }
    let persons = try personsOnRows(of: Set(rows.map { $0["arende"].text }))
    #expect(!numbers.isEmpty)
    #expect(numbers.isSubset(of: persons))
    #expect(try folder.query("SELECT orgnr, reason FROM läslogg") == ["\(orgnr)|ärende 17"])
  }

  /// The numbers of twelve digits in what the command shows of the company's persons.
  private func shownPersons() throws -> (numbers: Set<String>, outcome: Outcome) {
    let outcome = try folder.run("bolag", orgnr, "--visa-personer", "--skäl", "ärende 17")
    return (numbersOfPersons(in: outcome), outcome)
  }

  /// Twelve digits, which the id of a finding may be by chance.
  private func numbersOfPersons(in outcome: Outcome) -> Set<String> {
    let text = outcome.stdout.replacing(#/Id: [0-9a-f]+/#, with: "")
    let words = text.split { !("0"..."9").contains($0) }
    return Set(words.filter { $0.count == 12 }.map(String.init))
  }

  @Test func `lines of a file that has changed since the scan are not shown`() throws {
    let world = try World.shared.get()
    let turned = Table(header: world.claims.header, rows: world.claims.rows.reversed())
    try folder.write(turned.text, to: "in/sjukloner.csv")
    try folder.write(world.shifts.text + "\n", to: "in/pass.csv")
    let (numbers, outcome) = try shownPersons()
    #expect(outcome.status == 0 && numbers.isEmpty)
    #expect(outcome.stdout.contains("in/sjukloner.csv har ändrats sedan körningen"))
  }

  @Test func `what came by standard input is not read again`() throws {
    let world = try World.shared.get()
    #expect(try folder.run("scan", "-", input: world.claims.text).status == 0)
    let (numbers, outcome) = try shownPersons()
    #expect(outcome.status == 0 && numbers.isEmpty)
    #expect(outcome.stdout.contains("Rader från standard in går inte att läsa igen."))
  }

  @Test func `another key is refused, and reading makes none`() throws {
    try folder.write(String(repeating: "0", count: 64), to: "annan.nyckel")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder.url.appending(path: "annan.nyckel").path)
    for command in [["scan", "in"], ["bolag", orgnr, "--visa-personer", "--skäl", "ärende 17"]] {
      let other = try folder.start(command + ["--nyckel", "annan.nyckel"]).wait()
      #expect(other.status == 2)
      #expect(other.stderr.contains("databasens beteckningar är gjorda med en annan nyckelfil"))
      let missing = try folder.start(command + ["--nyckel", "ingen.nyckel"]).wait()
      #expect(missing.status == 2)
      #expect(missing.stderr.contains("nyckelfilen ingen.nyckel finns inte"))
    }
    #expect(!folder.has("ingen.nyckel"))
    #expect(try folder.query("SELECT count(*) FROM läslogg") == ["0"])
  }

  @Test func `persons whose identity is protected count and are not shown`() throws {
    let world = try World.shared.get()
    let rows = try world.claims.rows.indices.map {
      try world.claims.row($0, "skydd", $0 % 10 == 0 ? "1" : "")
    }
    try folder.write(Table(header: world.claims.header, rows: rows).text, to: "in/sjukloner.csv")
    let outcome = try folder.run("scan", "in", "--format", "json", "--belopp", "ut.csv")
    #expect(outcome.status == 0)
    let companies = try JSONValue(outcome.stdout)["companies"].items
    #expect(
      companies.map { $0["kronor"] } == world.list["companies"].items.map { $0["kronor"] })
    let findings = companies.flatMap { $0["findings"].items }
    #expect(findings.contains { $0["text"].text.contains("skyddade personuppgifter") })
    #expect(findings.contains { !$0["rows"].items.isEmpty })
    let hidden = try Self.hiddenCases(world.claims)
    #expect(!hidden.isEmpty)
    let places = try findings.flatMap { $0["rows"].items } + sample(outcome)
    let cases =
      places.map { $0["arende"].text } + findings.flatMap { $0["claims"].items.map(\.text) }
    let amounts = try Table(folder.text("ut.csv")).column("ärende")
    let words = findings.flatMap { $0["text"].text.split { " ,.;".contains($0) }.map(String.init) }
    #expect(hidden.isDisjoint(with: cases + amounts + words))
  }

  private func sample(_ outcome: Outcome) throws -> [JSONValue] {
    try JSONValue(outcome.stdout)["randomSample"].items
  }

  /// The ärenden on whose every row a person stands who stands on a row in ten.
  private static func hiddenCases(_ claims: Table) throws -> Set<String> {
    let (workers, brukare) = (try claims.column("assistent"), try claims.column("brukare"))
    var persons: Set<String> = []
    for row in stride(from: 0, to: claims.rows.count, by: 10) {
      persons.formUnion([workers[row], brukare[row]])
    }
    var (hidden, visible): (Set<String>, Set<String>) = ([], [])
    for (row, name) in try claims.column("ärende").enumerated() {
      if persons.isDisjoint(with: [workers[row], brukare[row]]) {
        visible.insert(name)
      } else {
        hidden.insert(name)
      }
    }
    return hidden.subtracting(visible)
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
