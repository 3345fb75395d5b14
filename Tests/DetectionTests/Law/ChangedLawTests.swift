import Ledger
import SickPay
import TestSupport
import Testing

@testable import Detection

/// A law table with other values gives other verdicts: no rule holds a value of its own.
struct ChangedLawTests {
  private func findings(
    _ id: String, _ tables: TestTables, _ change: (inout LawTable) -> Void = { _ in }
  ) async throws -> RuleOutcome {
    var rulebook = try BuiltIn.rulebook()
    change(&rulebook.law)
    let rule = try #require(Catalogue.rules.first { $0.id.description == id })
    return rule.evaluate(
      await Evidence(
        try await tables.ledger(law: rulebook.law.sickPeriod), rulebook: rulebook,
        names: testNames))
  }

  private let fifteenDays = TestTables(
    claims: ["sjuk_till=2025-03-17"],
    shifts: [
      "start=2025-03-17 08:00; slut=2025-03-17 16:00; vikarie_start=2025-03-17 08:00; "
        + "vikarie_slut=2025-03-17 16:00"
    ])

  @Test func `day 15 is paid where the law pays for twenty-one days`() async throws {
    let today = try await findings("efter-dag-14", fifteenDays)
    let longer = try await findings("efter-dag-14", fifteenDays) {
      $0.sickPeriod.payableDays = lasting(21)
    }
    #expect((today.findings.count, longer.findings.count) == (1, 0))
  }

  @Test func `the rule says that it did not run where the number of days is not known`()
    async throws
  {
    let outcome = try await findings("efter-dag-14", fifteenDays) {
      $0.sickPeriod.payableDays = lasting(nil)
    }
    #expect(outcome.findings.isEmpty)
    #expect(outcome.skipped.map(\.rows) == [1])
  }

  private let sevenDaysApart = TestTables(claims: [
    "",
    "ärende=Ä2; fakturanummer=F2; sjuk_från=2025-03-12; sjuk_till=2025-03-14; karenstimmar=0; "
      + "ersatta_timmar=24; sjuklön=3072; belopp=3072",
  ])

  @Test func `seven days after the last is a relapse where the law says so`() async throws {
    let today = try await findings("karensavdrag", sevenDaysApart)
    let longer = try await findings("karensavdrag", sevenDaysApart) {
      $0.sickPeriod.relapseDays = lasting(7)
    }
    #expect((today.findings.count, longer.findings.count) == (1, 0))
  }

  /// 1,792 kr is 14 hours at 80 % of 160 kr, and 12 hours 26 minutes at 90 %.
  @Test func `hours that a row does not state follow the share of the wage`() async throws {
    let tables = TestTables(claims: ["ersatta_timmar=; sjuklön=1792; belopp=1792"])
    var rulebook = try BuiltIn.rulebook()
    let ledger = try await tables.ledger()
    #expect(ClaimHours(ledger, rulebook).paid == [14 * 3600])
    rulebook.law.sickPayShare = lasting(Percentage(tenThousandths: 900_000))
    #expect(ClaimHours(ledger, rulebook).paid == [44_800])
  }

  private let vacantNight = TestTables(
    claims: [""],
    shifts: [
      "start=2025-03-03 08:00; slut=2025-03-03 16:00",
      "start=2025-03-04 08:00; slut=2025-03-04 16:00; vikarie=[vakant]; vikarie_start=; "
        + "vikarie_slut=",
      "start=2025-03-05 08:00; slut=2025-03-05 16:00; vikarie_start=2025-03-05 10:00; "
        + "vikarie_slut=2025-03-05 16:00",
    ])

  /// HFD 2015 ref. 72 says what a kommun must pay; its own rules may pay more.
  @Test(arguments: ["vakanta-timmar", "utan-vikarie"])
  func `hours without vikarie are lawful where the kommun reimburses them`(
    id: String
  ) async throws {
    let answers: [(Bool?, Int, Int)] = [(false, 1, 0), (true, 0, 0), (nil, 0, 1)]
    for (reimburses, found, skipped) in answers {
      var rulebook = try BuiltIn.rulebook()
      var policy = try #require(rulebook.policies.common.entries.last?.value)
      policy.reimbursesVacancies = reimburses
      rulebook.policies = Policies(common: lasting(policy), differing: [:])
      let rule = try #require(Catalogue.rules.first { $0.id.description == id })
      let evidence = await Evidence(
        try await vacantNight.ledger(), rulebook: rulebook, names: testNames)
      let outcome = rule.evaluate(evidence)
      #expect(outcome.findings.count == found)
      #expect(outcome.skipped.reduce(0) { $0 + $1.rows } == skipped)
      let most = try #require(evidence.prices.parts(0, .lawful)).hours.high
      #expect(most == (reimburses == false ? 10 : 18) * 3600)
    }
  }

  @Test(arguments: [
    "timlön=0,0001; ersatta_timmar=", "karenstimmar=596523", "sjuktimmar=0; karenstimmar=596523",
  ])
  func `values at the limits stop no rule`(row: String) async throws {
    let tables = TestTables(
      claims: [row],
      shifts: [
        "",
        "start=2025-03-04 08:00; slut=2025-03-04 16:00; vikarie=[vakant]; "
          + "vikarie_start=; vikarie_slut=",
      ])
    let found = try await rulesThatFind(tables)
    #expect(!found.contains("efter-dag-14"))
  }
}
