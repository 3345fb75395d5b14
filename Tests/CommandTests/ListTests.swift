import Foundation
import Testing

/// The list of a scan, as the contract has it.
struct ListTests {
  private let world: World
  private var list: JSONValue { world.list }
  private var companies: [JSONValue] { list["companies"].items }
  private var findings: [JSONValue] { companies.flatMap { $0["findings"].items } }

  init() throws { world = try World.shared.get() }

  @Test func `every object has the keys of the contract`() {
    func expect(
      _ objects: [JSONValue], _ keys: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
      let contract = Set(keys.split(separator: " ").map(String.init))
      #expect(!objects.isEmpty, sourceLocation: sourceLocation)
      for object in objects {
        #expect(object.keys.isSuperset(of: contract), sourceLocation: sourceLocation)
      }
    }
    expect([list], "schema scan ingestion companies skipped")
    expect([list["scan"]], "id date window configHash version")
    expect([list["ingestion"]], "files rows accepted rejected repeated")
    expect(
      companies,
      "rank orgnr name riskforetag score low high expectedKronor atStakeKronor sizeRank claims "
        + "kronor kommuner findings")
    expect(companies.flatMap { $0["kommuner"].items }, "kommun claims kronor atStakeKronor")
    expect(
      findings,
      "id indicator kind verdict claims rows kronor observed expected peerGroup peers share text "
        + "basis clearedBy")
    expect(findings.flatMap { $0["rows"].items }, "kommun arende file line")
    #expect(list["schema"] == .number(1))
  }

  @Test func `what is not used has a reason`() throws {
    let folder = try Folder()
    try folder.write(world.claims.text, to: "sjukloner.csv")
    let outcome = try folder.run("scan", "sjukloner.csv", "--format", "json")
    let skipped = try JSONValue(outcome.stdout)["skipped"].items
    #expect(!skipped.isEmpty)
    for item in skipped {
      #expect(item.keys.isSuperset(of: ["indicator", "reason", "rows"]))
      #expect(!item["indicator"].text.isEmpty && !item["reason"].text.isEmpty)
    }
  }

  @Test func `every row that was read was accepted or rejected`() {
    let ingestion = list["ingestion"]
    #expect(ingestion["files"].number == 2)
    #expect(ingestion["rows"].number == Double(world.claims.rows.count + world.shifts.rows.count))
    #expect(
      ingestion["rows"].number == ingestion["accepted"].number + ingestion["rejected"].number)
  }

  @Test func `a row that cannot be read is rejected with its place, and only that row`() throws {
    let folder = try Folder.withWorld()
    var rows = world.claims.rows
    rows[10] = try world.claims.row(10, "sjuk_från", "2025-02-30")
    rows[20] += ";för mycket"
    try folder.write(Table(header: world.claims.header, rows: rows).text, to: "in/sjukloner.csv")
    let outcome = try folder.run("scan", "in", "--format", "json")
    #expect(outcome.status == 0)
    let ingestion = try JSONValue(outcome.stdout)["ingestion"]
    #expect(ingestion["rejected"].number == 2)
    #expect(
      ingestion["rows"].number == ingestion["accepted"].number + ingestion["rejected"].number)
    let rejects = ingestion["rejects"].items
    #expect(rejects.map { $0["file"].text } == ["in/sjukloner.csv", "in/sjukloner.csv"])
    #expect(rejects.map { $0["line"].number } == [12, 22])
    #expect(rejects.first?["column"].text == "sjuk_från")
  }

  @Test func `the shares of a company's findings add up to its score`() {
    for company in companies {
      let shares = company["findings"].items.map { ($0["share"].number * 10_000).rounded() }
      #expect(shares.reduce(0, +) == (company["score"].number * 10_000).rounded())
    }
  }

  @Test func `every company of the files is in the list, the likeliest first`() throws {
    let numbers = Set(try world.claims.column("orgnr").map { $0.filter { $0 != "-" }.suffix(10) })
    #expect(Set(companies.map { $0["orgnr"].text[...] }) == numbers)
    #expect(companies.map { $0["rank"].number } == (1...companies.count).map(Double.init))
    #expect(
      Set(companies.map { $0["sizeRank"].number }) == Set((1...companies.count).map(Double.init)))
    for (company, next) in zip(companies, companies.dropFirst()) {
      #expect(company["score"].number >= next["score"].number)
      // Scores that are equal in print may differ, but for those that are 0.
      guard company["score"].number == 0, company["findings"].items.isEmpty,
        next["findings"].items.isEmpty
      else { continue }
      #expect(company["orgnr"].text < next["orgnr"].text)
    }
  }

  @Test func `a score lies between its limits, and the kommuner add up to the company`() {
    for company in companies {
      #expect(company["low"].number <= company["score"].number)
      #expect(company["score"].number <= company["high"].number)
      // The score has six digits or fewer in print.
      let expected = company["score"].number * company["atStakeKronor"].number
      #expect(
        abs(company["expectedKronor"].number - expected)
          <= 0.005 + 0.005 * company["atStakeKronor"].number)
      let kommuner = company["kommuner"].items
      #expect(kommuner.map { $0["claims"].number }.reduce(0, +) == company["claims"].number)
      for key in ["kronor", "atStakeKronor"] {
        let sum = kommuner.map { $0[key].number }.reduce(0, +)
        #expect(abs(sum - company[key].number) < 0.005)
      }
    }
  }

  @Test func `the rows of a finding are lines of the files with that ärende`() throws {
    let files = ["in/sjukloner.csv": world.claims, "in/pass.csv": world.shifts]
    #expect(findings.contains { $0["kind"].text == "rule" })
    for finding in findings {
      let rows = finding["rows"].items
      #expect(finding["kind"].text != "rule" || !rows.isEmpty)
      for row in rows {
        let table = try #require(files[row["file"].text])
        // Line 1 is the header.
        let index = try #require(Int(exactly: row["line"].number)) - 2
        try #require(table.rows.indices.contains(index))
        #expect(table.rows[index].hasPrefix("\(row["kommun"].text);\(row["arende"].text);"))
      }
      let cases = Set(rows.map { $0["arende"].text })
      #expect(Set(finding["claims"].items.map(\.text)).isSubset(of: cases))
    }
  }

  @Test func `findings have ids of their own and words of the contract`() {
    let ids = findings.map { $0["id"].text }
    #expect(Set(ids).count == ids.count)
    for finding in findings {
      let (kind, verdict) = (finding["kind"].text, finding["verdict"].text)
      #expect(
        kind == "rule"
          ? ["regelbrott", "granska"].contains(verdict)
          : kind == "statistic" && verdict == "mönster")
      #expect(kind == "rule" || finding["kronor"].number == 0)
      #expect(finding["kronor"].number >= 0)
      for key in ["text", "basis", "clearedBy"] { #expect(!finding[key].text.isEmpty) }
    }
  }

  @Test func `as csv every company is one row, in the same order`() throws {
    let outcome = try Folder.withWorld().run("scan", "in", "--format", "csv")
    let lines = outcome.stdout.split(separator: "\r\n")
    #expect(
      lines.first?.hasPrefix("rank,orgnr,name,riskforetag,score,low,high,expectedKronor,") == true)
    #expect(
      lines.dropFirst().map { $0.split(separator: ",")[1] }.elementsEqual(
        companies.map { Substring($0["orgnr"].text) }))
  }

  @Test func `for Excel the csv begins with a byte order mark and has decimal commas`() throws {
    let outcome = try Folder.withWorld().run("scan", "in", "--format", "csv", "--excel")
    #expect(outcome.stdout.utf8.starts(with: [0xEF, 0xBB, 0xBF]))
    let lines = outcome.stdout.split(separator: "\r\n")
    #expect(lines.count == companies.count + 1)
    #expect(lines.allSatisfy { $0.split(separator: ";").count > 10 })
    let first = try #require(companies.first)
    let kronor = String(format: "%.2f", first["kronor"].number).replacing(".", with: ",")
    #expect(lines[1].contains(";\(kronor);"))
  }

  @Test func `the report folder gets the page and the table`() throws {
    let folder = try Folder.withWorld()
    let outcome = try folder.run("scan", "in", "--rapport", "ut/rapporter")
    #expect(outcome.status == 0)
    #expect(
      try folder.files().filter { $0.hasPrefix("ut/") }
        == ["ut/rapporter/lista.csv", "ut/rapporter/lista.html"])
    let page = try folder.text("ut/rapporter/lista.html")
    for company in companies { #expect(page.contains(company["orgnr"].text)) }
    #expect(
      try folder.text("ut/rapporter/lista.csv")
        == folder.run("scan", "in", "--format", "csv", "--excel").stdout)
  }
}
