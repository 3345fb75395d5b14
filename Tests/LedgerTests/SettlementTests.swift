import Ledger
import SickPay
import TestSupport
import Testing

struct SettlementTests {
  private func states(_ rows: [String]) async throws -> [String: Settlement.State] {
    let ledger = try await TestTables(claims: rows).ledger()
    var states: [String: Settlement.State] = [:]
    for row in 0..<ledger.claims.count {
      let name = ledger.dictionaries.texts[ledger.claims[.arende, row]]
      states[name] = ledger.settlement.states[row]
    }
    return states
  }

  private let credit =
    "ärende=K1; fakturanummer=F9; inkommen=2025-05-10; belopp=-2304; "
    + "sjuklön=-2304; sjuktimmar=-24; ersatta_timmar=-18; karenstimmar=0"

  @Test func `a credit that names its invoice takes it out`() async throws {
    let states = try await states(["ärende=Ä1", credit + "; krediterar=F1"])
    #expect(states == ["Ä1": .credited, "K1": .credit])
  }

  @Test func `a credit without a name takes the latest earlier row of the same sum`() async throws {
    let states = try await states([
      "ärende=Ä1; inkommen=2025-04-01", "ärende=Ä2; fakturanummer=F2; inkommen=2025-04-20",
      "ärende=Ä3; fakturanummer=F3; inkommen=2025-06-01", credit,
    ])
    #expect(states == ["Ä1": .counted, "Ä2": .credited, "Ä3": .counted, "K1": .credit])
  }

  @Test func `a smaller credit takes a part of the only candidate`() async throws {
    let rows = ["ärende=Ä1", credit.replacing("belopp=-2304", with: "belopp=-300")]
    let ledger = try await TestTables(claims: rows).ledger()
    let sums = (0..<2).map { ledger.settlement.netAmount($0).value }.sorted()
    #expect(sums == [0, 200_400])
    #expect(ledger.settlement.states.count { $0 == .counted } == 1)
  }

  @Test func `a smaller credit with two candidates stands as a negative sum`() async throws {
    let states = try await states([
      "ärende=Ä1", "ärende=Ä2; fakturanummer=F2",
      credit.replacing("belopp=-2304", with: "belopp=-300"),
    ])
    #expect(states["K1"] == .unmatchedCredit)
  }

  @Test(arguments: [
    "kommun=2081", "orgnr=\(company(2))", "assistent=\(person(3))", "brukare=\(person(5001))",
    "sjuk_till=2025-03-06",
  ])
  func `a credit of something else finds no row`(change: String) async throws {
    let states = try await states(["ärende=Ä1", credit + "; " + change])
    #expect(states == ["Ä1": .counted, "K1": .unmatchedCredit])
  }

  @Test func `a row that replaces another takes its place`() async throws {
    let states = try await states([
      "ärende=Ä1", "ärende=Ä2; fakturanummer=F2; inkommen=2025-05-01; ersätter=Ä1; belopp=2000",
    ])
    #expect(states == ["Ä1": .replaced, "Ä2": .counted])
  }

  @Test func `a second correction takes the place of the first`() async throws {
    let states = try await states([
      "ärende=Ä1", "ärende=Ä2; fakturanummer=F2; inkommen=2025-05-01; ersätter=Ä1; belopp=2000",
      "ärende=Ä3; fakturanummer=F3; inkommen=2025-05-20; ersätter=Ä1; belopp=2200",
    ])
    #expect(states == ["Ä1": .replaced, "Ä2": .replaced, "Ä3": .counted])
  }

  @Test func `two rows of one correction both stand, and one of another period is left alone`()
    async throws
  {
    let states = try await states([
      "ärende=Ä1", "ärende=Ä2; fakturanummer=F2; inkommen=2025-05-01; ersätter=Ä1; belopp=1000",
      "ärende=Ä3; fakturanummer=F2; inkommen=2025-05-01; ersätter=Ä1; belopp=1300",
      "ärende=Ä4; fakturanummer=F4; inkommen=2025-05-20; ersätter=Ä1; sjuk_från=2025-03-20; "
        + "sjuk_till=2025-03-21",
    ])
    #expect(states == ["Ä1": .replaced, "Ä2": .counted, "Ä3": .counted, "Ä4": .counted])
  }

  @Test(arguments: [
    ("", Settlement.State.replaced), ("belopp=2400", .counted), ("sjuk_till=2025-03-06", .counted),
    ("brukare=\(person(5001))", .counted), ("inkommen=2025-04-01", .counted),
  ])
  func `an application and its invoice are one claim`(
    change: String, expected: Settlement.State
  ) async throws {
    let ledger = try await TestTables(
      claims: ["fakturanummer=", "inkommen=2025-05-01; " + change]
    ).ledger()
    let application = try #require(
      (0..<2).first { ledger.claims.value(.invoiceNumber, $0) == nil })
    #expect(ledger.settlement.states[application] == expected)
    #expect(ledger.settlement.states[1 - application] == .counted)
  }

  @Test func `a credit whose name fits nothing falls back on the same absence and sum`()
    async throws
  {
    let states = try await states(["ärende=Ä1", credit + "; krediterar=Faktura F1"])
    #expect(states == ["Ä1": .credited, "K1": .credit])
  }

  @Test func `a credit of a row that was replaced takes nothing away again`() async throws {
    let rows = [
      "ärende=Ä1", "ärende=Ä2; fakturanummer=F2; inkommen=2025-05-01; ersätter=F1; belopp=2000",
      credit + "; krediterar=F1",
    ]
    let ledger = try await TestTables(claims: rows).ledger()
    let counted = (0..<3).filter { ledger.settlement.counts($0) }
    #expect(counted.map { ledger.settlement.netAmount($0) } == [Ore(200_000)])
    #expect(!ledger.settlement.states.contains(.unmatchedCredit))
  }

  @Test func `an ärende is known in its kommun only, and a replacement keeps other periods`()
    async throws
  {
    let states = try await states([
      "ärende=Ä1", "ärende=Ä1b; fakturanummer=F1; kommun=2081",
      "ärende=Ä1c; fakturanummer=F1; sjuk_från=2025-03-20; sjuk_till=2025-03-21",
      "ärende=Ä2; fakturanummer=F2; inkommen=2025-05-01; ersätter=F1; belopp=2000",
    ])
    #expect(states == ["Ä1": .replaced, "Ä1b": .counted, "Ä1c": .counted, "Ä2": .counted])
  }

  @Test func `shifts go to the row that counts, not to the one it replaced`() async throws {
    let ledger = try await TestTables(
      claims: ["", "fakturanummer=F2; inkommen=2025-05-01; ersätter=F1; belopp=2000"], shifts: [""]
    ).ledger()
    #expect(ledger.settlement.counts(Int(ledger.claimOfShift[0])))
  }

  @Test func `a row received after the scan's date does not count`() async throws {
    let tables = TestTables(claims: ["ärende=Ä1", "ärende=Ä2; inkommen=2025-04-11"])
    let ledger = try await tables.ledger(date: Day(iso: "2025-04-10"))
    #expect(ledger.settlement.states.count { $0 == .later } == 1)
  }
}

struct SickPeriodTests {
  /// The sick day of the second row's first day, by the gap between the rows.
  @Test(arguments: [
    ("2025-03-05", 3), ("2025-03-06", 4), ("2025-03-07", 4), ("2025-03-10", 4), ("2025-03-11", 1),
  ])
  func `gaps of 0 and 1 go on, 2 and 5 relapse, 6 begins anew`(
    from: String, sickDay: Int32
  ) async throws {
    let ledger = try await TestTables(claims: [
      "ärende=Ä1; sjuk_från=2025-03-03; sjuk_till=2025-03-05",
      "ärende=Ä2; sjuk_från=\(from); sjuk_till=2025-03-12",
    ]).ledger()
    #expect(ledger.periods.firstSickDay == [1, sickDay])
    #expect(ledger.periods.isRelapse[1] == (from == "2025-03-07" || from == "2025-03-10"))
    #expect(ledger.periods.chainRows.count == (sickDay == 1 ? 2 : 1))
  }

  @Test func `in a chain only sick days are added, over every brukare and kommun`() async throws {
    let ledger = try await TestTables(claims: [
      "ärende=Ä1; sjuk_från=2025-03-03; sjuk_till=2025-03-05",
      "ärende=Ä2; sjuk_från=2025-03-09; sjuk_till=2025-03-10; brukare=\(person(5001))",
      "ärende=Ä3; sjuk_från=2025-03-14; sjuk_till=2025-03-20; kommun=2081",
    ]).ledger()
    #expect(ledger.periods.firstSickDay == [1, 4, 6])
  }

  @Test func `two companies never share a period`() async throws {
    let ledger = try await TestTables(claims: [
      "ärende=Ä1", "ärende=Ä2; orgnr=\(company(2)); sjuk_från=2025-03-06; sjuk_till=2025-03-07",
    ]).ledger()
    #expect(ledger.periods.firstSickDay == [1, 1])
  }

  @Test func `a row may say that its period began earlier`() async throws {
    let ledger = try await TestTables(claims: ["sjukperiod_från=2025-02-27"]).ledger()
    #expect(ledger.periods.firstSickDay == [5])
  }
}
