import Configuration
import Detection
import Evaluation
import Ledger
import SickPay
import TestSupport
import Testing

struct RuleEvaluationTests {
  /// Four honest rows that do not add up, one of them labelled; company 2 cheats.
  ///
  /// The wrong rows are of ärende Ä1, Ä2 (honest) and Ä5 (cheats); Ä3 and Ä4 are right.
  private func world() async throws -> LabelledWorld {
    let wrong: Set = [1, 2, 5]
    let tables = TestTables(
      claims: (1...5).map { n in
        "ärende=Ä\(n); fakturanummer=F\(n); orgnr=\(company(n == 5 ? 2 : 1)); "
          + "assistent=\(person(n)); belopp=\(wrong.contains(n) ? 3000 : 2304)"
      })
    let labels: [Int: Truth.Label] = [
      1: .error("summafel"), 3: .error("påhittat-fel"), 5: .scheme("påhittad-metod"),
    ]
    let truth = Truth(
      companies: [
        try number(1): honest,
        try number(2): Truth.Company(
          cheats: true, schemes: ["påhittad-metod"], rows: 1, falseRows: 1,
          falseKronor: Ore(69_600)),
      ],
      labels: Dictionary(
        uniqueKeysWithValues: labels.map { n, label in (key(n), label) }))
    return LabelledWorld(try await tables.ledger(), truth: truth)
  }

  private var honest: Truth.Company {
    Truth.Company(cheats: false, schemes: [], rows: 4, falseRows: 0, falseKronor: .zero)
  }

  private func number(_ n: Int) throws -> OrganisationNumber {
    OrganisationNumber(digits: try #require(UInt64(company(n))))
  }

  private func key(_ n: Int) -> Truth.RowKey {
    Truth.RowKey(
      kommun: "2080", arende: "Ä\(n)", invoice: "F\(n)", assistent: person(n),
      brukare: person(5000), sickFrom: "2025-03-03")
  }

  /// What the one rule on sums found, with all others off.
  private func evaluation() async throws -> RuleEvaluation {
    let world = try await world()
    let configuration = try Configuration()
    var settings = configuration.settings
    for rule in Catalogue.rules where rule.id.description != "delar-och-belopp" {
      settings.modes[rule.id] = .off
    }
    var evaluation = RuleEvaluation()
    evaluation.add(world, await world.ledger.scan(configuration.rulebook, settings))
    return evaluation
  }

  @Test func `a rule's rows are mistakes, false rows or false alarms`() async throws {
    let tally = try #require(
      try await evaluation().rules.first { $0.rule == "delar-och-belopp" })
    #expect(tally.findings.total == 3)
    #expect(tally.rows.total == 3)
    #expect(tally.planted == 1)
    #expect(tally.cheated == 1)
    #expect(tally.falseAlarms.total == 1)
  }

  @Test func `a kind of mistake that no table knows counts in the total recall`() async throws {
    let evaluation = try await evaluation()
    #expect(evaluation.errors.map(\.kind) == ["påhittat-fel", "summafel"])
    #expect(evaluation.errors.map(\.rows) == [1, 1])
    #expect(evaluation.errors.map(\.found.total) == [0, 1])
    #expect(evaluation.errors.map(\.foundAsExpected) == [0, 1])
    #expect(evaluation.recall == ProportionInterval(1, of: 2))
  }

  @Test func `clean rows are those without a label, by who claims them`() async throws {
    let evaluation = try await evaluation()
    // Ä2 and Ä4 have nothing wrong; Ä2 is called wrong.
    #expect(evaluation.honest.rows == 2)
    #expect(evaluation.honest.falseAlarms.total == 1)
    #expect(evaluation.cheating.rows == 0)
    #expect(evaluation.schemes.map(\.scheme) == ["påhittad-metod"])
    #expect(evaluation.schemes.map(\.found.total) == [1])
  }

  /// Worked out from Wilson's formula by hand.
  @Test(arguments: [(0, 10, 0.0, 0.27753), (5, 10, 0.23659, 0.76341), (10, 10, 0.72247, 1)])
  func `the interval of a share is Wilson's`(
    _ hits: Int, _ trials: Int, _ low: Double, _ high: Double
  ) {
    let interval = ProportionInterval(hits, of: trials)
    #expect(abs(interval.low - low) < 1e-5)
    #expect(abs(interval.high - high) < 1e-5)
  }
}
