import Ledger
import TestSupport
import Testing

@testable import Detection

/// What indicators tell beside their values.
extension IndicatorTests {
  @Test func `a day of the week that many spells begin on stands out, if chance does not do it`()
    async throws
  {
    // Spells of the others begin on two days of the week alike, those of the first on one.
    func start(_ number: Int, _ person: Int, _ spell: Int) -> String {
      let shift = number == 0 ? 0 : (person + spell) % 2
      let day = "2025-0\(spell * 2 + 1)-\([13, 10, 12][spell] + shift)"
      return "sjuk_från=\(day); sjuk_till=\(day)"
    }
    let found = try await compare(Weekdays(), tables(claim: start))
    try expectFirst(found, above: 1, says: "24 av 24 sjukfall börjar på en måndag")
    let first = try #require(found[0])
    #expect(first.text.contains(" Slumpen ensam ger så ojämna veckodagar "))
    let summary = Companies(try await tables(claim: start).ledger()).summaries
    let mixture = ShapeMixture(fitting: summary.map(\.weekdays)) { _ in [] }
    let byChance = GTest(summary[0].weekdays, shares: mixture.ordinary).pValue
    #expect(first.pValue >= byChance && first.pValue <= 1)
  }

  @Test func `each statistic names the companies that it compares with and what clears one`()
    async throws
  {
    let companies = Companies(
      try await tables(
        claim: { _, person, _ in
          "anställd_från=2024-12-\(10 + person); sjuklön=1000; karenstimmar=2"
        }, shift: { _, person, _ in person < 3 ? "vikarie=[vakant]" : "" }
      ).ledger())
    #expect(Catalogue.statisticCards.map(\.id) == Catalogue.statistics)
    for card in Catalogue.statisticCards {
      #expect(!card.basis.isEmpty && !card.comparedWith.isEmpty && card.clearedBy.hasSuffix("."))
    }
    for indicator in Catalogue.indicators {
      let found = indicator.compare(companies)
      for (company, comparison) in found.enumerated() {
        guard let comparison else { continue }
        if indicator.comparedWith == PeerGroups.description {
          #expect(comparison.peers == companies.groups.peers[company], "\(indicator.id)")
        } else if indicator.comparedWith == Companies.everybody {
          #expect(comparison.peers == companies.everyone, "\(indicator.id)")
        }
        #expect(comparison.clearedBy.isEmpty || comparison.clearedBy == indicator.clearedBy)
      }
    }
  }
}
