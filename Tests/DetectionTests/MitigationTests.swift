import Configuration
import Ledger
import SickPay
import TestSupport
import Testing

@testable import Detection

struct MitigationTests {
  private func facts(_ tables: TestTables) async throws -> [RiskLoweringFact] {
    let configuration = try Configuration()
    let ledger = try await tables.ledger()
    let evidence = await Evidence(ledger, rulebook: configuration.rulebook, names: testNames)
    return riskLoweringFacts(
      Companies(ledger), evidence, configuration.settings.riskLowering
    ).flatMap(\.self)
  }

  private func claim(_ place: Int, _ changes: String = "") -> String {
    "ärende=Ä\(place); fakturanummer=F\(place); sjuk_från=2025-0\(place + 1)-10; "
      + "sjuk_till=2025-0\(place + 1)-12; inkommen=2025-09-01; \(changes)"
  }

  private func credit(_ place: Int) -> String {
    claim(
      place,
      "fakturanummer=K\(place); inkommen=2025-10-01; belopp=-2304; sjuklön=-2304; sjuktimmar=-24; "
        + "ersatta_timmar=-18; karenstimmar=0; krediterar=F\(place)")
  }

  @Test func `three rows that the company credited speak for it`() async throws {
    let rows = (0..<6).map { claim($0) }
    let found = try await facts(TestTables(claims: rows + (0..<3).map(credit)))
    #expect(found.map(\.id.description) == ["egna-rattelser"])
    #expect(found.map(\.observed) == [3] && found.map(\.whole) == [6])
    #expect(found.map(\.lowers) == [0.1])
  }

  @Test func `two are too few`() async throws {
    let rows = (0..<6).map { claim($0) }
    #expect(try await facts(TestTables(claims: rows + (0..<2).map(credit))).isEmpty)
  }

  @Test func `together they lower no more than the settings allow`() {
    let facts = [0.25, 0.15].map { lowers in
      RiskLoweringFact(id: IndicatorID("x"), observed: 1, whole: 1, lowers: lowers, text: "")
    }
    let bounded = facts.bounded(to: 0.3)
    #expect(abs(bounded.sum - 0.3) < 1e-12)
    #expect(facts.bounded(to: 0.5) == facts)
  }
}
