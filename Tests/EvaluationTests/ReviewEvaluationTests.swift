import Configuration
import Detection
import SampleWorld
import SickPay
import Testing

@testable import Evaluation

/// What is foretold of reviews, against what they find in a world whose truth is known.
struct ReviewEvaluationTests {
  private static let world = Task {
    let configuration = try Configuration()
    let plan = WorldPlan(seed: 12, claims: 2000, companies: 40, cheatingCompanies: 8)
    let world = try await LabelledWorld(
      plan, windowMonths: configuration.settings.windowMonths, law: configuration.rulebook.law,
      threads: 2)
    let scanned = await world.ledger.scan(configuration.rulebook, configuration.settings)
    return (world: world, scanned: scanned, result: WorldEvaluation(world, scanned, seed: 12))
  }

  /// A mistake that asks for no more than it should is nothing to get back.
  @Test func `what is false is to be corrected, and mistakes that cost kronor`() async throws {
    let world = try await ReviewEvaluationTests.world.value.world
    var seen: [String: Set<Bool>] = [:]
    for (label, isToCorrect) in zip(world.labels, world.isToCorrect) {
      switch label {
      case .scheme: #expect(isToCorrect)
      case .error(let kind): seen[kind, default: []].insert(isToCorrect)
      case nil: #expect(!isToCorrect)
      }
    }
    #expect(seen["felskrivet-personnummer"] == [false])
    #expect(seen["fel-avgift"] == [true])
  }

  @Test func `groups hold every ärende once, and rates are counted from them`() async throws {
    let result = try await ReviewEvaluationTests.world.value.result
    let evaluation = try #require(ReviewEvaluation([result], share: 0.02))
    let cases = result.companies.flatMap(\.cases)
    #expect(evaluation.tenths.reduce(0) { $0 + $1.cases } == cases.count)
    #expect(evaluation.verdicts.reduce(0) { $0 + $1.cases } == cases.count)
    let proven = cases.filter { $0.verdict == .regelbrott }
    let group = try #require(evaluation.verdicts.first { $0.name == "regelbrott" })
    #expect(group.found.share == Double(proven.count(where: \.isWrong)) / Double(proven.count))
    #expect(evaluation.byChance.mean == Double(result.cases.wrong) / Double(result.cases.all))
    #expect(evaluation.lift.mean > 2)
  }

  /// Two ärenden of a hundred are reviewed: those with .9, of which one is wrong.
  @Test func `as many are taken by risk as by chance, the most probable first`() async throws {
    func reviewed(_ probability: Double, _ stake: Int64, _ isWrong: Bool) -> ReviewedCase {
      ReviewedCase(
        verdict: .granska, probability: probability, stake: Ore(stake), isWrong: isWrong)
    }
    let companies = [
      company(1, cheats: false, [reviewed(0.2, 900, true), reviewed(0.9, 5, false)]),
      company(2, cheats: true, [reviewed(0.9, 7, true), reviewed(0.9, 4, true)]),
    ]
    let world = WorldEvaluation(
      seed: 1, companies: companies, claims: 100, cases: CaseCount(all: 100, wrong: 10))
    let evaluation = try #require(ReviewEvaluation([world], share: 0.02))
    #expect(evaluation.byRisk.mean == 0.5 && evaluation.byChance.mean == 0.1)
    #expect(evaluation.lift.mean == 5)
    // 0.8² + 0.9² + 2 · 0.1², over four.
    #expect(abs(evaluation.brierScore - 1.47 / 4) < 1e-12)
    #expect(evaluation.tenths.map(\.name) == ["2", "9"])
    let rates = HitRates(companies)
    #expect(rates.cheating.granska == 2.5 / 3 && rates.ordinary.granska == 1.5 / 3)
    #expect(rates.cheating.monster == 0.5)
  }

  /// The first kind of evidence is that of one scheme, the second that of the other; honest
  /// companies have a little of both.
  @Test func `a scheme that was kept out of the fit is found less often`() throws {
    let (one, other) = (IndicatorID("dubblett"), IndicatorID("veckodag"))
    let worlds = (0..<4).map { seed in
      WorldEvaluation(
        seed: UInt64(seed),
        companies: (0..<100).map { number in
          let scheme = number % 10 == 0 ? "ena" : number % 10 == 1 ? "andra" : nil
          let strengths: [IndicatorID: Double] =
            switch scheme {
            case "ena": [one: 0.8]
            case "andra": [other: 0.8]
            default: number % 10 == 2 ? [one: 0.3] : number % 10 == 3 ? [other: 0.3] : [:]
            }
          return company(
            number, cheats: scheme != nil, schemes: scheme.map { [$0] } ?? [],
            strengths: strengths, [])
        }, claims: 100, cases: CaseCount(all: 100, wrong: 10))
    }
    let settings = try Configuration().settings
    let recall = try #require(WithheldRecall(worlds, settings: settings))
    #expect(recall.schemes.map(\.scheme) == ["andra", "ena"])
    #expect(recall.schemes.map(\.companies) == [20, 20])
    // What only honest companies and the withheld scheme have weighs next to nothing.
    #expect(recall.schemes[0].foundWithout < recall.schemes[0].foundWith)
    #expect(recall.schemes[1].foundWith == 20)
    #expect(recall.without.share < recall.with.share)
    #expect(WithheldRecall([worlds[0], worlds[2]], settings: settings) == nil)
  }

  private func company(
    _ number: Int, cheats: Bool, schemes: [String] = [], strengths: [IndicatorID: Double] = [:],
    _ cases: [ReviewedCase]
  ) -> WorldEvaluation.Company {
    WorldEvaluation.Company(
      number: OrganisationNumber(digits: UInt64(number)), score: 0.5, isRiskforetag: false,
      kronor: .zero, kronorPerEmployee: 0, isolation: 0.5, strengths: strengths,
      truth: Truth.Company(
        cheats: cheats, schemes: schemes, rows: 1, falseRows: 0, falseKronor: .zero), cases: cases)
  }
}
