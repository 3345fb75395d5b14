import Testing

struct DecisionTests {
  private let folder: Folder
  /// A company of the list with its findings, and one that rows prove: what a statistic rests on
  /// changes with the window.
  private let company: JSONValue
  private let finding: JSONValue
  private var id: String { finding["id"].text }

  init() throws {
    folder = try .withWorld()
    let companies = try World.shared.get().list["companies"].items
    company = try #require(
      companies.first { $0["findings"].items.contains { $0["kind"].text == "rule" } })
    finding = try #require(company["findings"].items.first { $0["kind"].text == "rule" })
    try #require(folder.run("scan", "in").status == 0)
  }

  private func idsInNextList(_ options: String...) throws -> Set<String> {
    let outcome = try folder.start(["scan", "in", "--format", "json"] + options).wait()
    #expect(outcome.status == 0)
    let companies = try JSONValue(outcome.stdout)["companies"].items
    return Set(companies.flatMap { $0["findings"].items }.map { $0["id"].text })
  }

  private func idsBefore() throws -> Set<String> {
    let companies = try World.shared.get().list["companies"].items
    return Set(companies.flatMap { $0["findings"].items }.map { $0["id"].text })
  }

  @Test(arguments: ["avfärda", "avfarda"], ["--skäl", "--skal"])
  func `a finding that is put away leaves the next list`(
    _ command: String, _ option: String
  ) throws {
    #expect(try idsBefore().contains(id))
    let outcome = try folder.run(command, String(id.prefix(10)), option, "avtal visat")
    #expect(outcome.status == 0)
    #expect(outcome.stdout.contains(id))
    #expect(outcome.stderr.isEmpty)
    let next = try idsInNextList()
    #expect(!next.contains(id))
    #expect(next.isSubset(of: try idsBefore()))
  }

  @Test func `a finding is back when the day until which it is put away has passed`() throws {
    #expect(
      try folder.run("avfärda", id, "--skäl", "väntar på svar", "--till", "2025-12-31").status == 0)
    #expect(try !idsInNextList().contains(id))
    #expect(try !idsInNextList("--datum", "2025-12-31").contains(id))
    #expect(try idsInNextList("--datum", "2026-01-01").contains(id))
  }

  @Test func `a finding can't be put away until a day before the latest scan`() throws {
    let outcome = try folder.run("avfärda", id, "--skäl", "väntar", "--till", "2020-01-01")
    #expect(outcome.status == 2)
    #expect(outcome.stderr.hasPrefix("sjuklonevakt: --till 2020-01-01 har passerat: "))
    #expect(try idsInNextList() == idsBefore())
  }

  @Test func `an id in capitals is the same id`() throws {
    #expect(try folder.run("avfärda", id.uppercased(), "--skäl", "avtal visat").status == 0)
    #expect(try !idsInNextList().contains(id))
  }

  @Test(arguments: [["avfärda", "--skäl", "fel"], ["bekräfta", "--kr", "100"]])
  func `a finding that nobody knows exits 2 with a sentence`(_ command: [String]) throws {
    let outcome = try folder.start(command + ["0123456789abcdef"]).wait()
    #expect(outcome.status == 2)
    #expect(outcome.stdout.isEmpty)
    #expect(outcome.stderr == "sjuklonevakt: inget fynd har id 0123456789abcdef\n")
  }

  @Test func `a reason of blanks is none`() throws {
    let outcome = try folder.run("avfärda", id, "--skäl", "  ")
    #expect(outcome.status == 2)
    #expect(outcome.stdout.isEmpty)
    #expect(outcome.stderr == "sjuklonevakt: --skäl behöver en text\n")
    #expect(try idsInNextList().contains(id))
  }

  @Test(arguments: ["bekräfta", "bekrafta"])
  func `what a confirmed finding came to is kept and shown with the company`(
    _ command: String
  ) throws {
    let before = try folder.run("bolag", company["orgnr"].text)
    #expect(!before.stdout.contains("1\u{A0}234,50") && !before.stdout.contains("1 234,50"))
    let outcome = try folder.run(command, id, "--kr", "1234,50")
    #expect(outcome.status == 0)
    #expect(outcome.stdout.contains(id))
    _ = try idsInNextList()
    let after = try folder.run("bolag", company["orgnr"].text)
    #expect(after.status == 0)
    #expect(after.stdout.contains("ekräftat"))
    #expect(after.stdout.contains("1\u{A0}234,50") || after.stdout.contains("1 234,50"))
  }
}
