import Ledger
import SickPay
import TestSupport
import Testing

struct SickPeriodLawTests {
  private func day(_ month: Int, _ day: Int) throws -> Day {
    try #require(Day(year: 2025, month: month, day: day))
  }

  /// One value to the end of March, another from then on.
  private func changing(_ before: Int, _ after: Int?) throws -> Dated<Int> {
    Dated([
      Dated.Entry(
        from: try day(1, 1), to: try day(3, 31), value: before, tag: .statute, source: "påhittad"),
      Dated.Entry(
        from: try day(4, 1), to: nil, value: after, tag: .statute, source: "påhittad"),
    ])
  }

  private func absences(_ days: [(String, String)]) -> TestTables {
    TestTables(
      claims: days.enumerated().map { number, days in
        "ärende=Ä\(number); fakturanummer=F\(number); sjuk_från=2025-\(days.0); "
          + "sjuk_till=2025-\(days.1)"
      })
  }

  @Test func `each gap and period follows the law of its own day`() async throws {
    let law = SickPeriodLaw(
      relapseDays: try changing(5, 7), payableDays: try changing(14, 21))
    let days = [("03-03", "03-05"), ("03-12", "03-14"), ("04-07", "04-08"), ("04-15", "04-16")]
    let periods = try await absences(days).ledger(law: law).periods
    #expect(periods.chainOfClaim == [0, 1, 2, 2])
    #expect(periods.chainPayableDays == [14, 14, 21])
  }

  @Test func `what the law does not say joins nothing and ends nothing`() async throws {
    let law = SickPeriodLaw(
      relapseDays: try changing(5, nil), payableDays: try changing(14, nil))
    let ledger = try await absences([("04-07", "04-30"), ("05-02", "05-03")]).ledger(law: law)
    #expect(ledger.periods.chainOfClaim == [0, 1])
    #expect(ledger.periods.payableDays(of: 0) == nil)
    #expect(
      !ledger.periods.isAfterPayableDays(
        ledger.claims[.sickTo, 0], claim: 0, in: ledger.claims))
  }
}
