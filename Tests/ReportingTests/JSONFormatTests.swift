import Foundation
import Reporting
import Testing

struct JSONFormatTests {
  private func text(_ report: ScanReport) -> String {
    var text = ""
    JSONFormat.write(report, to: &text)
    return text
  }

  private func object(_ report: ScanReport) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(text(report).utf8))
    return try #require(json as? [String: Any])
  }

  @Test func `the whole report`() throws {
    try expectGolden(text(Fixture.report), "report.json")
  }

  @Test func `a report without companies`() throws {
    try expectGolden(text(Fixture.empty), "empty.json")
  }

  @Test func `every key of the contract is there`() throws {
    let json = try object(Fixture.report)
    #expect(json["schema"] as? Int == 1)
    try expectKeys(json, ["schema", "scan", "ingestion", "companies", "skipped"])
    try expectKeys(json["scan"], ["id", "date", "window", "configHash", "version"])
    try expectKeys(json["ingestion"], ["files", "rows", "accepted", "rejected", "repeated"])
    let company = try #require(json["companies"] as? [Any]).first
    try expectKeys(
      company,
      [
        "rank", "orgnr", "name", "riskforetag", "score", "low", "high", "expectedKronor",
        "atStakeKronor", "sizeRank", "claims", "kronor", "kommuner", "findings",
      ])
    try expectKeys(
      first("kommuner", of: company), ["kommun", "claims", "kronor", "atStakeKronor"])
    let review = try #require((company as? [String: Any])?["review"] as? [String: Any])
    try expectKeys(review, ["cases", "rate", "low", "high", "kronor", "verdicts"])
    // (12 · 0.93 + 28 · 0.33) / 40
    #expect(review["cases"] as? Int == 40 && review["rate"] as? Double == 0.51)
    try expectKeys(
      first("verdicts", of: review), ["verdict", "cases", "rate", "low", "high", "kronor"])
    let finding = try first("findings", of: company)
    try expectKeys(
      finding,
      [
        "id", "indicator", "kind", "verdict", "claims", "rows", "kronor", "observed", "expected",
        "peerGroup", "peers", "share", "text", "basis", "clearedBy",
      ])
    try expectKeys(first("rows", of: finding), ["kommun", "arende", "file", "line"])
    try expectKeys(first("skipped", of: json), ["indicator", "reason", "rows"])
  }

  private func first(_ key: String, of json: Any?) throws -> Any {
    let object = try #require(json as? [String: Any])
    return try #require((object[key] as? [Any])?.first)
  }

  private func expectKeys(_ json: Any?, _ keys: Set<String>) throws {
    let object = try #require(json as? [String: Any])
    #expect(keys.subtracting(object.keys).isEmpty)
  }

  @Test func `kronor have two decimals and an unknown sum is null`() {
    let text = text(Fixture.report)
    #expect(text.contains("\"atStakeKronor\": 58800.00,"))
    #expect(text.contains("\"expectedKronor\": 41230.50,"))
    #expect(text.contains("\"expectedKronor\": null,"))
    #expect(text.contains("\"kronor\": -1250.05,"))
  }

  @Test func `a value that is no number is null`() throws {
    var report = Fixture.report
    report.companies[0].findings[0].observed = .nan
    report.companies[0].findings[0].expected = .infinity
    report.companies[0].score = .nan
    let finding = try first("findings", of: first("companies", of: object(report)))
    let values = try #require(finding as? [String: Any])
    #expect(values["observed"] is NSNull)
    #expect(values["expected"] is NSNull)
  }

  @Test(arguments: 0..<64 as Range<UInt64>)
  func `any text and sum reads back, and shares add up to the score`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let report = random.report()
    let companies = try #require(object(report)["companies"] as? [[String: Any]])
    #expect(companies.count == report.companies.count)
    for (json, company) in zip(companies, report.companies) {
      let name = try #require(json["name"] as? String)
      #expect(name.unicodeScalars.elementsEqual(company.name.unicodeScalars))
      let findings = try #require(json["findings"] as? [[String: Any]])
      #expect(findings.map { $0["text"] as? String } == company.findings.map(\.text))
      let shares = findings.compactMap { $0["share"] as? Double }
      let score = try #require(json["score"] as? Double)
      #expect(shares.reduce(0) { $0 + units($1) } == units(score))
    }
  }

  /// Ten-thousandths.
  private func units(_ value: Double) -> Int { Int((value * 10_000).rounded()) }

  @Test func `equal reports give equal bytes`() {
    var (one, other) = (SeededRandom(seed: 7), SeededRandom(seed: 7))
    #expect(text(one.report()) == text(other.report()))
  }
}
