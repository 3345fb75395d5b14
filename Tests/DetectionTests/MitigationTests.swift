import Configuration
import Ledger
import SickPay
import TestSupport
import Testing

@testable import Detection

struct MitigationTests {
  private func facts(
    _ tables: TestTables, windowMonths: Int = 24
  ) async throws -> [RiskLoweringFact] {
    let configuration = try Configuration()
    let ledger = try await tables.ledger(windowMonths: windowMonths)
    let evidence = await Evidence(ledger, rulebook: configuration.rulebook, names: testNames)
    return riskLoweringFacts(
      Companies(ledger), evidence, configuration.settings.riskLowering
    ).flatMap(\.self)
  }

  private func claim(_ place: Int, _ changes: String = "") -> String {
    "ärende=Ä\(place); fakturanummer=F\(place); sjuk_från=2025-0\(place + 1)-10; "
      + "sjuk_till=2025-0\(place + 1)-12; inkommen=2025-09-01; \(changes)"
  }

  private func credit(_ place: Int) -> String {
    claim(
      place,
      "fakturanummer=K\(place); inkommen=2025-10-01; belopp=-2304; sjuklön=-2304; sjuktimmar=-24; "
        + "ersatta_timmar=-18; karenstimmar=0; krediterar=F\(place)")
  }

  @Test func `three rows that the company credited speak for it`() async throws {
    let rows = (0..<6).map { claim($0) }
    let found = try await facts(TestTables(claims: rows + (0..<3).map(credit)))
    #expect(found.map(\.id.description) == ["egna-rattelser"])
    #expect(found.map(\.observed) == [3] && found.map(\.whole) == [6])
    #expect(found.map(\.lowers) == [0.1])
  }

  @Test func `two are too few`() async throws {
    let rows = (0..<6).map { claim($0) }
    #expect(try await facts(TestTables(claims: rows + (0..<2).map(credit))).isEmpty)
  }

  /// A sickness of three days of an assistant whose second shift nobody took, with 18 hours paid
  /// or fewer.
  private func withVacancy(
    paid: Int, _ place: Int
  ) -> (claim: String, shifts: [String]) {
    let own = "ärende=Ä\(place); assistent=\(person(place))"
    let second =
      "start=2025-03-04 08:00; slut=2025-03-04 16:00; vikarie=[vakant]; vikarie_start=; "
      + "vikarie_slut="
    return (
      "\(own); fakturanummer=F\(place); ersatta_timmar=\(paid); sjuklön=\(paid * 128); "
        + "belopp=\(paid * 128)",
      ["\(own); vikarie=\(person(100 + place))", "\(own); \(second)"]
    )
  }

  @Test(arguments: [(paid: 10, speaks: true), (paid: 18, speaks: false)])
  func `vacant shifts speak for a company that does not charge them`(
    _ example: (paid: Int, speaks: Bool)
  ) async throws {
    let rows = (1...5).map { withVacancy(paid: example.paid, $0) }
    let found = try await facts(
      TestTables(claims: rows.map(\.claim), shifts: rows.flatMap(\.shifts)))
    #expect(found.map(\.id.description) == (example.speaks ? ["uppgivna-vakanser"] : []))
    #expect(found.allSatisfy { $0.observed == 5 && $0.whole == 5 && $0.lowers == 0.05 })
  }

  @Test(arguments: [true, false])
  func `new employees speak for a company where they are seen at work`(
    _ areSeen: Bool
  ) async throws {
    let claims = (1...5).map {
      claim(0, "ärende=N\($0); assistent=\(person($0)); anställd_från=2025-01-01")
    }
    let shifts = (1...5).map {
      "ärende=N\($0); assistent=\(person($0)); start=2025-01-10 08:00; slut=2025-01-10 16:00; "
        + "vikarie_start=2025-01-10 08:00; vikarie_slut=2025-01-10 16:00; "
        + "vikarie=\(person(areSeen ? $0 % 5 + 1 : 100 + $0))"
    }
    let found = try await facts(TestTables(claims: claims, shifts: shifts))
    #expect(found.map(\.id.description) == (areSeen ? ["nyanstallda"] : []))
    #expect(found.allSatisfy { $0.observed == 5 && $0.whole == 5 })
  }

  @Test(arguments: [(elsewhere: 12, speaks: true), (elsewhere: 6, speaks: false)])
  func `an outbreak speaks for a company while others have much sickness too`(
    _ week: (elsewhere: Int, speaks: Bool)
  ) async throws {
    let monday = try #require(Day(iso: "2025-03-03"))
    func sick(_ person: Int, _ begin: Day, _ more: String) -> String {
      "ärende=U\(person); fakturanummer=U\(person); assistent=\(TestSupport.person(person)); "
        + "sjuk_från=\(begin); sjuk_till=\(begin.advanced(by: 2)); inkommen=2025-04-30; \(more)"
    }
    let others = (0..<8).flatMap { number in
      (0..<(number == 4 ? week.elsewhere : 6)).map {
        sick(
          1_000 + number * 20 + $0, monday.advanced(by: 7 * number),
          "orgnr=\(company(2)); brukare=\(person(6_000 + $0))")
      }
    }
    let own = (1...3).map { sick($0, monday.advanced(by: 28 + $0), "") }
    let found = try await facts(
      TestTables(claims: own + [sick(4, monday, "")] + others), windowMonths: 2)
    #expect(found.map(\.id.description) == (week.speaks ? ["utbrottsveckor"] : []))
    #expect(found.allSatisfy { $0.observed == 3 && $0.whole == 4 && $0.lowers == 0.15 })
  }

  @Test func `together they lower no more than the settings allow`() {
    let facts = [0.25, 0.15].map { lowers in
      RiskLoweringFact(id: IndicatorID("x"), observed: 1, whole: 1, lowers: lowers, text: "")
    }
    let bounded = facts.bounded(to: 0.3)
    #expect(abs(bounded.sum - 0.3) < 1e-12)
    #expect(facts.bounded(to: 0.5) == facts)
  }
}
