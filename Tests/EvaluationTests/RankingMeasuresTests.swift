import Configuration
import Detection
import Evaluation
import Foundation
import SampleWorld
import SickPay
import Testing

struct RankingMeasuresTests {
  /// Worked out by hand: (1/1 + 2/3 + 3/5) / 3.
  @Test func `average precision is the mean precision at each one found`() {
    let measures = RankingMeasures([true, false, true, false, true], k: 2)
    #expect(abs(measures.averagePrecision - (1 + 2.0 / 3 + 3.0 / 5) / 3) < 1e-12)
    #expect(measures.precisionAtK == 0.5)
  }

  @Test func `a perfect list has average precision 1`() {
    let measures = RankingMeasures([true, true, true, false, false], k: 3)
    #expect(measures.averagePrecision == 1)
    #expect(measures.precisionAtK == 1)
  }

  @Test func `a list with nothing to find has no precision`() {
    #expect(RankingMeasures([false, false], k: 1).averagePrecision == 0)
    #expect(RankingMeasures(inRandomOrder: 0, of: 4, k: 2).averagePrecision == 0)
  }

  /// All 4-of-7 subsets are equally likely places of those looked for.
  @Test func `random order has the mean of all orders`() {
    let lists = (0..<128).map { bits in (0..<7).map { bits >> $0 & 1 == 1 } }
      .filter { list in list.count { $0 } == 4 }
    let all = lists.map { RankingMeasures($0, k: 3) }
    let random = RankingMeasures(inRandomOrder: 4, of: 7, k: 3)
    let mean = all.reduce(0) { $0 + $1.averagePrecision } / Double(all.count)
    let precision = all.reduce(0) { $0 + $1.precisionAtK } / Double(all.count)
    #expect(abs(random.averagePrecision - mean) < 1e-12)
    #expect(abs(random.precisionAtK - precision) < 1e-12)
  }

  @Test func `an interval holds its mean and widens with the spread`() {
    let narrow = Estimate([0.5, 0.5, 0.52, 0.48])
    let wide = Estimate([0, 1, 0.9, 0.1])
    #expect(narrow.low <= narrow.mean && narrow.mean <= narrow.high)
    #expect(wide.high - wide.low > 5 * (narrow.high - narrow.low))
    let one = Estimate([0.3])
    #expect((one.low, one.mean, one.high) == (0.3, 0.3, 0.3))
  }

  /// Small, so that it runs in seconds.
  @Test func `the list finds cheats better than simpler orders do`() async throws {
    let configuration = try Configuration()
    let plan = WorldPlan(seed: 11, claims: 2000, companies: 30, cheatingCompanies: 5)
    let world = try await LabelledWorld(
      plan, windowMonths: configuration.settings.windowMonths, law: configuration.rulebook.law,
      threads: 2)
    let scanned = await world.ledger.scan(configuration.rulebook, configuration.settings)
    let result = WorldEvaluation(world, scanned, seed: plan.seed)
    #expect(result.cheating == 5)
    let list = result.measures(.list).averagePrecision
    #expect(list > 2 * result.measures(.size).averagePrecision)
    #expect(list > result.measuresInRandomOrder().averagePrecision)
    #expect(result.ordered(by: .size).map(\.kronor) == result.companies.map(\.kronor).sorted(by: >))
    let schemes = Set(result.companies.flatMap(\.truth.schemes))
    #expect(result.limited(toSchemes: schemes).companies.count == result.companies.count)
    #expect(result.limited(toSchemes: []).cheating == 0)
    let isolated = result.ordered(by: .isolationForest)
    #expect(Set(isolated.map(\.number)) == Set(result.companies.map(\.number)))
    #expect(isolated.map(\.isolation) == result.companies.map(\.isolation).sorted(by: >))
    let evaluation = RankingEvaluation([result, result])
    #expect(evaluation.orders.map(\.ordering) == Ordering.allCases.map { $0 } + [nil])
    #expect(evaluation.orders[0].averagePrecision.mean == list)
    #expect(Set(evaluation.schemes.map(\.scheme)) == schemes)
  }

  @Test func `the picture has a line for each order with a point for each place`() {
    let picture = PrecisionDiagram(
      title: "Först & främst",
      [.init(name: "listan", precisions: [1, 0.5]), .init(name: "slump", precisions: [0, 0])]
    ).svg
    #expect(picture.components(separatedBy: "<polyline").count == 3)
    // 100 % is at the top of the frame, 50 % in its middle at the other end.
    #expect(picture.contains("points=\"60,50 620,200\""))
    #expect(picture.contains("points=\"60,350 620,350\""))
    #expect(picture.contains("Först &amp; främst"))
  }
}
