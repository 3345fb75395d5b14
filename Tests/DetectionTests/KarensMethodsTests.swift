import Configuration
import Ledger
import SickPay
import TestSupport
import Testing

@testable import Detection

/// A week of 30 h: one deduction is 6 h. Karens on the rows of two brukare in each of five periods.
struct KarensMethodsTests {
  @Test(arguments: [
    (first: 6, second: 6, method: KarensMethod.perBrukare),
    (first: 6, second: 0, method: .perPeriod),
    (first: 2, second: 4, method: .perPeriod),  // one deduction, split over both
    (first: 12, second: 0, method: nil),  // too much, and on one brukare only
    (first: 2, second: 2, method: nil),  // too little
    (first: 0, second: 0, method: nil),
  ])
  func `a company's own periods tell how often it deducts karens`(
    _ first: Int, _ second: Int, _ method: KarensMethod?
  ) async throws {
    #expect(try await methods(periods: 5, first, second).method(of: CompanyID(index: 0)) == method)
  }

  @Test func `a deduction for each brukare is lawful, and four periods tell nothing`() async throws
  {
    let methods = try await methods(periods: 4, 6, 6)
    #expect(methods.method(of: CompanyID(index: 0)) == nil)
    let evidence = try await evidence(periods: 5, 6, 6)
    #expect(evidence.karens.shortfalls.isEmpty)
    #expect(evidence.lawfulAmounts().karensMethods.method(of: CompanyID(index: 0)) == .perBrukare)
  }

  @Test func `periods of both ways in equal number tell nothing`() async throws {
    let rows = claims(0..<5, 6, 6) + claims(5..<10, 6, 0)
    let evidence = try await evidence(rows)
    #expect(evidence.karens.methods.method(of: CompanyID(index: 0)) == nil)
  }

  private func methods(periods: Int, _ first: Int, _ second: Int) async throws -> KarensMethods {
    try await evidence(periods: periods, first, second).karens.methods
  }

  private func evidence(periods: Int, _ first: Int, _ second: Int) async throws -> Evidence {
    try await evidence(claims(0..<periods, first, second))
  }

  private func evidence(_ claims: [String]) async throws -> Evidence {
    await Evidence(
      try await TestTables(claims: claims).ledger(), rulebook: try Configuration().rulebook,
      names: testNames)
  }

  private func claims(_ persons: Range<Int>, _ first: Int, _ second: Int) -> [String] {
    persons.flatMap { index in
      [(first, 5000), (second, 5020)].map { karens, brukare in
        "ärende=Ä\(index)-\(brukare); fakturanummer=F\(index)-\(brukare); "
          + "assistent=\(person(20 * index)); brukare=\(person(brukare)); veckotimmar=30; "
          + "sjuktimmar=24; karenstimmar=\(karens); ersatta_timmar=\(24 - karens); timlön=160; "
          + "sjuklön=\(128 * (24 - karens))"
      }
    }
  }
}
