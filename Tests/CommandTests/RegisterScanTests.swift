import Foundation
import Testing

/// A scan that is given registers, and one after another.
struct RegisterScanTests {
  private let world: World

  init() throws { world = try World.shared.get() }

  @Test func `a register in the folder is read, listed and judged by`() throws {
    let folder = try Folder.withWorld()
    let company = try #require(try world.claims.column("orgnr").first)
    try folder.write(
      "orgnr;från;till;underrättad\n\(company);2015-01-01;2015-12-31;2016-01-01\n;;;\n",
      to: "in/tillstånd.csv")
    let list = try JSONValue(try folder.run("scan", "in", "--format", "json").stdout)
    let file = list["ingestion"]["fileReports"].items.first { $0["table"].text == "tillstånd" }
    #expect(file?["rows"].number == 2 && file?["rejected"].number == 1)
    #expect(!list["skipped"].items.contains { $0["reason"].text == "tillstånd.csv saknas" })
    let findings = list["companies"].items.filter { $0["orgnr"].text == company }
      .flatMap { $0["findings"].items }.filter { $0["indicator"].text == "tillstand-saknas" }
    #expect(!findings.isEmpty)
    // The row of the register stands among those that prove it.
    for finding in findings {
      #expect(finding["verdict"].text == "regelbrott")
      #expect(
        finding["rows"].items.contains {
          $0["file"].text == "in/tillstånd.csv" && $0["line"].number == 2
        })
    }
  }

  @Test func `each missing register is told with no rows`() throws {
    let missing = world.list["skipped"].items.filter { $0["reason"].text.hasSuffix(".csv saknas") }
    #expect(
      Set(missing.map { $0["indicator"].text })
        == [
          "tillstand-saknas", "sjuk-men-i-tid", "lon-hojd-vid-sjukdom", "over-beslut",
          "konto-utbetalt",
        ])
    #expect(missing.allSatisfy { $0["rows"].number == 0 })
  }

  @Test func `ärenden are drawn by chance, the same whatever files they came in`() throws {
    let drawn = world.list["randomSample"].items
    #expect(!drawn.isEmpty)
    let folder = try Folder.withKey()
    for (part, table) in world.claims.dealt(into: 3).enumerated() {
      try folder.write(table.text, to: "in/sjukloner\(part).csv")
    }
    let cut = try JSONValue(
      try folder.run("scan", "in", "--format", "json", "--trådar", "1").stdout)
    #expect(cut["randomSample"].items.map { $0["arende"].text } == drawn.map { $0["arende"].text })
  }

  /// The second night's files hold ärenden received on the days of the first night's.
  @Test func `ärenden that come late can be drawn, and none is shown as new twice`() throws {
    let folder = try Folder.withKey()
    let parts = world.claims.dealt(into: 2)
    try folder.write(parts[0].text, to: "in/sjukloner0.csv")
    let drawn = { (date: String) in
      let outcome = try folder.run("scan", "in", "--datum", date, "--format", "json")
      return try JSONValue(outcome.stdout)["randomSample"].items.map { $0["arende"].text }
    }
    let first = try drawn("2025-12-01")
    try folder.write(parts[1].text, to: "in/sjukloner1.csv")
    let second = try drawn("2025-12-02")
    #expect(!first.isEmpty && !second.isEmpty)
    #expect(Set(first).isDisjoint(with: second))
    #expect(try drawn("2025-12-03").isEmpty)
  }

  @Test func `a duplicate that an earlier scan showed is told after sixty days`() throws {
    let folder = try Folder.withKey()
    #expect(try folder.run("demo-data", "in", "--frö", "7", "--rader", "1500").status == 0)
    let first = try JSONValue(try folder.run("scan", "in", "--format", "json").stdout)
    let latest = first["scan"]["date"].text
    let later = String(Int(latest.prefix(4)).map { $0 + 1 } ?? 0) + latest.dropFirst(4)
    let list = try JSONValue(
      try folder.run("scan", "in", "--datum", later, "--format", "json").stdout)
    let found = list["companies"].items.flatMap { $0["findings"].items }
    let duplicates = found.filter { $0["indicator"].text.hasPrefix("dubblett") }
    let uncredited = found.filter { $0["indicator"].text == "okrediterad-dubblett" }
    #expect(!duplicates.isEmpty)
    #expect(uncredited.count == duplicates.count)
  }
}
