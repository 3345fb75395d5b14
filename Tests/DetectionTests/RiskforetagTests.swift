import Configuration
import Ledger
import SickPay
import TestSupport
import Testing

@testable import Detection

/// What it takes to be called riskföretag, beside the score.
struct RiskforetagTests {
  private func piece(
    _ name: String, _ kind: FindingKind, _ verdict: Verdict, vote: StatisticFamily? = nil
  ) -> WeightedEvidence {
    let finding = Finding(
      id: name, indicator: IndicatorID(name), kind: kind, verdict: verdict,
      company: CompanyID(index: 0), claims: [0], atFault: 1, shifts: [], registerRows: [],
      stakes: [], observed: 2, expected: 1, peers: nil, text: "Text.", basis: "", clearedBy: "")
    return WeightedEvidence(
      findings: [finding], weight: 2, strength: Interval(low: 1, value: 1, high: 1), vote: vote)
  }

  private func isRiskforetag(_ evidence: [WeightedEvidence]) async throws -> Bool {
    let companies = Companies(try await TestTables(claims: [""]).ledger())
    let list = ranked(companies, [evidence], [[]], try Configuration().settings)
    let company = try #require(list.first)
    #expect(company.score.value > 0.9)
    return company.isRiskforetag
  }

  /// The second of a family, or one that the control of false discoveries did not leave, is no
  /// second witness.
  @Test(
    arguments: [
      ([nil, nil], false), ([.rate, nil], false), ([.rate, .rate], false),
      ([.rate, .length], true),
    ] as [([StatisticFamily?], Bool)])
  func `statistics alone need two families that survive`(
    votes: [StatisticFamily?], is expected: Bool
  ) async throws {
    let evidence = votes.enumerated().map {
      piece("statistik-\($0)", .statistic, .monster, vote: $1)
    }
    #expect(try await isRiskforetag(evidence) == expected)
  }

  @Test func `rules need one proven break`() async throws {
    let likely = [piece("en", .rule, .granska), piece("två", .rule, .granska)]
    #expect(try await !isRiskforetag(likely))
    #expect(try await isRiskforetag(likely + [piece("tre", .rule, .regelbrott)]))
  }
}
