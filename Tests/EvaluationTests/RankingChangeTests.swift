import Configuration
import Detection
import Evaluation
import Ledger
import SampleWorld
import SickPay
import Testing

struct RankingChangeTests {
  /// Read once for both tests.
  private static let ledger = Task {
    try await LabelledWorld(
      WorldPlan(seed: 12, claims: 1000, companies: 16, cheatingCompanies: 4), windowMonths: 24,
      law: try Configuration().rulebook.law, threads: 2
    ).ledger
  }

  private func list(
    _ ledger: Ledger, without rules: Set<String> = []
  ) async throws -> [RankedCompany] {
    let configuration = try Configuration()
    var settings = configuration.settings
    for rule in rules { settings.modes[IndicatorID(rule)] = .off }
    return await ledger.scan(configuration.rulebook, settings).companies
  }

  @Test func `the same configuration changes nothing`() async throws {
    let list = try await list(try await RankingChangeTests.ledger.value)
    let change = RankingChange(before: list, after: list, top: 5)
    #expect(change.entered.isEmpty && change.left.isEmpty && change.moved.isEmpty)
    #expect(change.unmoved == 5)
  }

  @Test func `what comes in, goes out and moves adds up`() async throws {
    let ledger = try await RankingChangeTests.ledger.value
    let old = try await list(ledger)
    let new = try await list(ledger, without: Set(Catalogue.rules.map(\.id.description)))
    let change = RankingChange(before: old, after: new, top: 5)
    #expect(change.entered.count + change.moved.count + change.unmoved == 5)
    #expect(change.left.count == change.entered.count)
    #expect(!change.entered.isEmpty || !change.moved.isEmpty)
    for place in change.entered {
      #expect(try #require(place.before) > 5)
      #expect(new[try #require(place.after) - 1].number == place.number)
    }
    for place in change.left { #expect(try #require(place.after) > 5) }
  }

  private func number(_ n: UInt64) -> OrganisationNumber { OrganisationNumber(digits: n) }

  @Test func `what a list finds is counted among its first`() {
    let wrong: Set<UInt64> = [1, 2]
    let known = Dictionary(
      uniqueKeysWithValues: (1...6).map { n in
        (
          number(n),
          RankingGain.Known(isWrong: wrong.contains(n), kronor: Ore(wrong.contains(n) ? 5000 : 0))
        )
      })
    let (good, bad) = ([1, 2, 3, 4, 5, 6].map(number), [6, 5, 4, 3, 2, 1].map(number))
    let gain = RankingGain(before: bad, after: good, known: known, top: 2)
    #expect(gain.before.precision.mean == 0)
    #expect(gain.after.precision.mean == 1)
    #expect(gain.after.kronor.mean == 100)
    #expect(gain.difference.precision.mean == 1)
    #expect(gain.difference.precision.low < 1)
    #expect(gain.difference.precision.low <= gain.difference.precision.high)
    let same = RankingGain(before: good, after: good, known: known, top: 2)
    #expect(same.difference.kronor.low == 0 && same.difference.kronor.high == 0)
    #expect(same.difference.precision.low == 0 && same.difference.precision.high == 0)
  }
}
