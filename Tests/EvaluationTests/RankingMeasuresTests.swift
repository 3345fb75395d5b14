import Configuration
import Evaluation
import SampleWorld
import Testing

struct RankingMeasuresTests {
  /// Worked out by hand: (1/1 + 2/3 + 3/5) / 3.
  @Test func `average precision is the mean precision at each one found`() {
    let measures = RankingMeasures([true, false, true, false, true], k: 2)
    #expect(abs(measures.averagePrecision - (1 + 2.0 / 3 + 3.0 / 5) / 3) < 1e-12)
    #expect(measures.precisionAtK == 0.5)
  }

  @Test func `a list with nothing to find has no precision`() {
    #expect(RankingMeasures([false, false], k: 1).averagePrecision == 0)
  }

  /// Small, so that it runs in seconds; the figures of the README come from `utvärdera`.
  @Test func `the list finds cheats better than size does`() async throws {
    let plan = WorldPlan(seed: 11, claims: 2500, companies: 30, cheatingCompanies: 5)
    let result = try await WorldEvaluation(plan, configuration: try Configuration(), threads: 2)
    #expect(result.cheating == 5)
    #expect(result.list.averagePrecision > 2 * result.bySize.averagePrecision)
  }
}
