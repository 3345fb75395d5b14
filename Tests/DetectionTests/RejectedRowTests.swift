import Configuration
import Ledger
import SickPay
import TestSupport
import Testing

@testable import Detection

/// A period whose one row deducts no karens, and another row that was rejected at the door.
struct RejectedRowTests {
  @Test(arguments: [
    (cells: "", verdict: Verdict.granska),
    (cells: "sjuk_från=2025-02-01; sjuk_till=x", verdict: .granska),  // it may have lasted
    (cells: "sjuk_från=2025-03-10; sjuk_till=2025-03-11", verdict: .granska),  // a relapse
    (cells: "sjuk_från=2025-03-11; sjuk_till=2025-03-11", verdict: .regelbrott),
    (cells: "sjuk_från=2025-02-25; sjuk_till=2025-02-26", verdict: .granska),
    (cells: "sjuk_från=2025-02-24; sjuk_till=2025-02-25", verdict: .regelbrott),
    (cells: "assistent=\(person(3))", verdict: .regelbrott),
    (cells: "orgnr=\(company(2))", verdict: .regelbrott),
    (cells: "assistent=x", verdict: .regelbrott),  // whose it is can't be read
  ])
  func `karens that may stand on a rejected row is no break`(
    _ cells: String, _ verdict: Verdict
  ) async throws {
    let tables = TestTables(claims: [
      // So that the sickness does not begin on the scan's first days.
      "ärende=Ä0; fakturanummer=F0; assistent=\(person(40)); sjuk_från=2025-01-08; "
        + "sjuk_till=2025-01-10; inkommen=2025-02-10",
      "ersatta_timmar=24; karenstimmar=; sjuklön=3072; belopp=3072",
      "ärende=Ä9; fakturanummer=F9; belopp=x; " + cells,
    ])
    let evidence = await Evidence(
      try await ledger(of: [tables.claimsCSV], rejected: 1),
      rulebook: try Configuration().rulebook, names: testNames)
    let found = Karens().evaluate(evidence).findings
    #expect(found.map(\.verdict) == [verdict])
    #expect(found[0].text.contains("avvisades") == (verdict == .granska))
  }
}
