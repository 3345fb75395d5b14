import Foundation
import Testing

/// Persons are rows of a question only inside of one company, for a reason, and in the log.
struct QuestionPersonTests {
  private let folder: Folder
  private let world: World
  private let orgnr: String

  init() throws {
    folder = try .withWorld()
    world = try World.shared.get()
    let largest = world.list["companies"].items.min {
      $0["sizeRank"].number < $1["sizeRank"].number
    }
    orgnr = try #require(largest)["orgnr"].text
  }

  private var log: [String] {
    get throws { try folder.query("SELECT orgnr, reason FROM läslogg") }
  }

  private func ask(_ arguments: [String]) throws -> Outcome {
    try folder.start(["fråga", "in"] + arguments).wait()
  }

  @Test(arguments: ["anställd", "brukare", "kommun,anställd"])
  func `without exactly one company no person is shown`(_ keys: String) throws {
    try #require(folder.run("scan", "in").status == 0)
    for filter in [
      [], ["--filter", "belopp > 1"], ["--filter", "bolag != \(orgnr)"],
      ["--filter", "bolag = \(orgnr) eller belopp > 1"],
    ] {
      let outcome = try ask(["--per", keys, "--skäl", "ärende 17"] + filter)
      #expect(outcome.status == 2 && outcome.stdout.isEmpty)
      #expect(outcome.stderr.contains("går bara inom ett enda bolag"))
    }
    #expect(try log.isEmpty)
  }

  @Test func `without a reason, a database or its key no person is shown`() throws {
    let question = ["--per", "anställd", "--filter", "bolag = \(orgnr)"]
    let noDatabase = try ask(question + ["--skäl", "ärende 17"])
    #expect(noDatabase.status == 2 && noDatabase.stdout.isEmpty)
    #expect(noDatabase.stderr.contains("finns inte än; kör först sjuklonevakt scan MAPP"))
    try #require(folder.run("scan", "in").status == 0)
    for reason in [[], ["--skäl", "  "]] {
      let outcome = try ask(question + reason)
      #expect(outcome.status == 2 && outcome.stdout.isEmpty)
      #expect(
        outcome.stderr
          == "sjuklonevakt: --per anställd kräver --skäl \"…\"; läsningen loggas\n")
    }
    let otherKey = try ask(question + ["--skäl", "ärende 17", "--nyckel", "annan.nyckel"])
    #expect(otherKey.status == 2 && otherKey.stdout.isEmpty)
    let unknown = try ask(
      ["--per", "anställd", "--filter", "bolag = 5560000001", "--skäl", "ärende 17"])
    #expect(unknown.status == 2 && unknown.stdout.isEmpty)
    #expect(unknown.stderr.contains("bolaget 5560000001 finns inte bland raderna"))
    #expect(try log.isEmpty)
  }

  @Test(arguments: ["--skäl", "--skal"])
  func `with all of them persons stand as tokens, and the reading is logged`(
    _ option: String
  ) throws {
    try #require(folder.run("scan", "in").status == 0)
    let outcome = try ask(
      [
        "--per", "anställd,brukare", "--filter", "bolag = \(orgnr) och belopp > 0", option,
        "ärende 17", "--format", "json",
      ])
    #expect(outcome.status == 0)
    #expect(try log == ["\(orgnr)|ärende 17"])
    let rows = try JSONValue(outcome.stdout)["rows"].items
    #expect(!rows.isEmpty)
    #expect(rows.allSatisfy { $0["keys"].items[0].text.hasPrefix("A-") })
    #expect(rows.allSatisfy { $0["keys"].items[1].text.hasPrefix("B-") })
    for number in try world.claims.column("assistent") + world.claims.column("brukare") {
      #expect(!outcome.stdout.contains(number.suffix(10)))
    }
    let tokens = Set(rows.map { $0["keys"].items[0].text })
    let companies = try zip(world.claims.column("orgnr"), world.claims.column("assistent"))
      .filter { $0.0.replacing("-", with: "").hasSuffix(orgnr) }
    let persons = Set(companies.map { $0.1.replacing("-", with: "").suffix(10) })
    #expect(tokens.count > 1 && tokens.count <= persons.count)
  }

  @Test func `persons whose identity is protected are never a row`() throws {
    try #require(folder.run("scan", "in").status == 0)
    let question = [
      "--per", "anställd", "--filter", "bolag = \(orgnr)", "--skäl", "ärende 17", "--format",
      "json",
    ]
    let before = try JSONValue(try ask(question).stdout)
    let ofCompany = try zip(world.claims.column("orgnr"), world.claims.column("assistent"))
      .first { $0.0.replacing("-", with: "").hasSuffix(orgnr) }
    let person = try #require(ofCompany).1
    let numbers = try world.claims.column("assistent")
    let rows = try world.claims.rows.indices.map {
      try world.claims.row($0, "skydd", numbers[$0] == person ? "1" : "")
    }
    try folder.write(Table(header: world.claims.header, rows: rows).text, to: "in/sjukloner.csv")
    let after = try JSONValue(try ask(question).stdout)
    #expect(after["total"] == before["total"])
    #expect(after["rows"].items.count < before["rows"].items.count)
    #expect(after["merged"]["groups"].number >= 5)
    let names = Set(after["rows"].items.map { $0["keys"].items[0].text })
    #expect(names.isSubset(of: before["rows"].items.map { $0["keys"].items[0].text }))
  }
}
