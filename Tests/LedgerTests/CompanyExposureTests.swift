import Ledger
import SickPay
import TestSupport
import Testing

struct CompanyExposureTests {
  private func exposures(_ registers: [String: [String]]) async throws -> CompanyExposures {
    let ledger = try await TestTables(claims: [""], registers: registers).ledger()
    let march = Month(of: try #require(Day(iso: "2025-03-15")))
    return CompanyExposures(ledger, months: march...march)
  }

  /// 31 days of a 70-hour week are 310 hours; the scan's date is 10 April.
  @Test func `granted hours are those of the days inside the months`() async throws {
    let decision = "kommun=2080; brukare=\(person(5000)); veckotimmar=70; "
    let found = try await exposures([
      "beslut": [
        decision + "från=2025-01-01; orgnr=\(company(1))",
        decision + "från=2025-03-30; till=2025-12-31; orgnr=\(company(2))",
        decision + "från=2025-04-01; orgnr=\(company(2))", decision + "från=2025-02-01; orgnr=",
      ]
    ])
    #expect(found.decided == [310 * 3600, 20 * 3600])
    #expect(found.reported == nil)
  }

  @Test func `a night over the month's end belongs to the month in which it starts`() async throws {
    let own = "orgnr=\(company(1)); assistent=\(person(1)); brukare=\(person(5000)); "
    let found = try await exposures([
      "tid": [
        own + "start=2025-02-28 22:00; slut=2025-03-01 06:00",
        own + "start=2025-03-31 22:00; slut=2025-04-01 06:00",
        own + "start=2025-03-01 00:00; slut=2025-03-01 01:00",
        own + "start=2025-04-01 00:00; slut=2025-04-01 01:00",
      ]
    ])
    #expect(found.reported == [9 * 3600])
    #expect(found.decided == nil)
  }
}
