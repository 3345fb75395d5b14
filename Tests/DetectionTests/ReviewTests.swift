import Configuration
import Foundation
import Ledger
import SickPay
import TestSupport
import Testing

@testable import Detection

struct ReviewTests {
  private func claims(_ count: Int, _ rest: String = "") -> [String] {
    (0..<count).map { "ärende=Ä\($0); fakturanummer=F\($0); brukare=\(person($0)); \(rest)" }
  }

  private func sample(
    _ tables: TestTables, cutInto pieces: Int = 1, share: Double = 0.02, seed: UInt64 = 1
  ) async throws -> (drawn: Set<String>, drawnFrom: Int) {
    let ledger = try await tables.ledger(cutInto: pieces)
    var settings = try Configuration().settings
    (settings.randomShare, settings.randomSeed) = (share, seed)
    let sample = RandomSample(ledger, settings: settings)
    let cases = sample.claims.map { ledger.dictionaries.texts[ledger.claims[.arende, $0]] }
    #expect(cases.count == Set(cases).count)
    return (Set(cases), sample.drawnFrom)
  }

  @Test func `about the share is drawn`() async throws {
    let (drawn, from) = try await sample(TestTables(claims: claims(5000)), share: 0.1)
    #expect(from == 5000)
    // Ten standard deviations of a binomial around 500.
    #expect(290...710 ~= drawn.count)
  }

  @Test func `none and all are drawn at the ends`() async throws {
    let tables = TestTables(claims: claims(50))
    #expect(try await sample(tables, share: 0).drawn.isEmpty)
    #expect(try await sample(tables, share: 1).drawn.count == 50)
  }

  @Test func `neither the order of files nor other claims decide what is drawn`() async throws {
    let few = TestTables(claims: claims(400))
    let drawn = try await sample(few, share: 0.1).drawn
    #expect(try await sample(few, cutInto: 5, share: 0.1).drawn == drawn)
    let many = TestTables(claims: claims(800).reversed())
    let names = Set((0..<400).map { "Ä\($0)" })
    #expect(try await sample(many, share: 0.1).drawn.intersection(names) == drawn)
  }

  @Test func `another seed draws others, a larger share draws more`() async throws {
    let tables = TestTables(claims: claims(800))
    let first = try await sample(tables, share: 0.1).drawn
    #expect(try await sample(tables, share: 0.1, seed: 2).drawn != first)
    #expect(try await sample(tables, share: 0.2).drawn.isStrictSuperset(of: first))
  }

  @Test func `the window alone is drawn from`() async throws {
    let tables = TestTables(
      claims: ["inkommen=2022-04-09", "ärende=Ä2; fakturanummer=F2; inkommen=2025-04-10"])
    let (drawn, from) = try await sample(tables, share: 1)
    #expect((drawn, from) == (["Ä2"], 1))
  }

  @Test func `several rows of an ärende are one`() async throws {
    let tables = TestTables(claims: ["", "sjuk_från=2025-03-20; sjuk_till=2025-03-21"])
    let (drawn, from) = try await sample(tables, share: 1)
    #expect((drawn, from) == (["Ä1"], 1))
  }

  /// Values of Wilson's interval at 95 %, worked by hand from the formula.
  @Test(arguments: [
    (0, 10, 0.0, 0.2775), (1, 10, 0.0179, 0.4042), (10, 10, 0.7225, 1.0), (50, 100, 0.4038, 0.5962),
  ])
  func `the interval of a share`(hits: Int, count: Int, low: Double, high: Double) {
    let interval = wilsonInterval(hits: hits, of: count)
    #expect(abs(interval.low - low) < 5e-5)
    #expect(abs(interval.high - high) < 5e-5)
    #expect(interval.value == Double(hits) / Double(count))
  }

  @Test func `outcomes count each ärende once, apart by choice`() async throws {
    let row = "kommun=2080; "
    let ledger = try await TestTables(
      claims: [""],
      registers: [
        "utfall": [
          row + "ärende=Ä1; utfall=fel; belopp=100", row + "ärende=Ä1; utfall=återkrav; belopp=80",
          row + "ärende=Ä2; utfall=rätt; urval=risk", row + "ärende=Ä3; utfall=rätt; urval=slump",
          "kommun=2081; ärende=Ä1; utfall=återkrav; belopp=7; urval=slump",
        ]
      ]
    ).ledger()
    let outcomes = try #require(ReviewOutcomes(ledger))
    #expect((outcomes.risk.reviewed, outcomes.risk.wrong) == (2, 1))
    #expect(outcomes.risk.kronor == Ore(10_000))
    #expect((outcomes.random.reviewed, outcomes.random.wrong) == (2, 1))
    #expect(outcomes.random.kronor == Ore(700))
    #expect(outcomes.risk.rate?.value == 0.5)
  }

  @Test func `without utfall.csv there are no outcomes, and an empty one has no rates`()
    async throws
  {
    #expect(ReviewOutcomes(try await TestTables(claims: [""]).ledger()) == nil)
    let empty = try await TestTables(claims: [""], registers: ["utfall": []]).ledger()
    #expect(ReviewOutcomes(empty)?.risk.rate == nil)
  }
}

struct UncreditedDuplicateTests {
  private let second = "ärende=Ä2; fakturanummer=F2; inkommen=2025-05-01"

  private func found(
    _ claims: [String], days: Int, putAway: Bool = false
  ) async throws -> [Finding] {
    let ledger = try await TestTables(claims: claims).ledger()
    let configuration = try Configuration()
    func detected(_ shown: [String: Day], _ putAway: Set<String> = []) async -> [Finding] {
      await detect(
        ledger, names: testNames, rulebook: configuration.rulebook,
        settings: configuration.settings, putAway: putAway, firstShown: shown
      ).companies.flatMap { $0.findings.map(\.finding) }
    }
    let duplicates = await detected([:]).filter { Catalogue.duplicates.contains($0.indicator) }
    let ids = duplicates.map(\.id)
    // Where it was credited, an id of an earlier night that no row makes any more.
    let shown = Dictionary(
      uniqueKeysWithValues: (ids.isEmpty ? ["0123456789abcdef"] : ids).map {
        ($0, ledger.date.advanced(by: -days))
      })
    return await detected(shown, putAway ? Set(ids) : [])
      .filter { $0.indicator == IndicatorID("okrediterad-dubblett") }
  }

  @Test(arguments: [(59, 0), (60, 1), (400, 1)])
  func `a duplicate is to be credited within sixty days`(days: Int, count: Int) async throws {
    let findings = try await found(["", second], days: days)
    #expect(findings.count == count)
    for finding in findings {
      #expect(finding.verdict == .regelbrott)
      #expect(finding.kronor == Ore(230_400))
      #expect(finding.observed == Double(days))
    }
  }

  @Test func `one that was credited or put away is settled`() async throws {
    let credit =
      "ärende=K1; fakturanummer=F3; inkommen=2025-05-02; krediterar=F2; belopp=-2304; "
      + "sjuklön=-2304; sjuktimmar=-24; ersatta_timmar=-18; karenstimmar=0"
    #expect(try await found(["", second, credit], days: 90).isEmpty)
    #expect(try await found(["", second], days: 90, putAway: true).isEmpty)
  }

  @Test func `a first scan says that no earlier one has shown any`() async throws {
    let evidence = await Evidence(
      try await TestTables(claims: ["", second]).ledger(), rulebook: try Configuration().rulebook,
      names: testNames)
    let outcome = UncreditedDuplicate().evaluate(evidence)
    #expect(outcome.findings.isEmpty)
    #expect(outcome.skipped.map(\.reason) == ["ingen tidigare körning har visat en dubblett"])
  }
}

struct SuccessorTests {
  /// Claims of `staff` assistants, a day apart from a first day on.
  private func claims(
    of number: Int, from first: String, staff: Range<Int>, account: String
  ) throws -> [String] {
    let start = try #require(Day(iso: first))
    return staff.map { n in
      let day = start.advanced(by: n - staff.lowerBound)
      return "orgnr=\(company(number)); ärende=\(number)-\(n); fakturanummer=\(number)-\(n); "
        + "assistent=\(person(n)); inkommen=\(day); sjuk_från=\(day.advanced(by: -20)); "
        + "sjuk_till=\(day.advanced(by: -18)); betalkonto=\(account)"
    }
  }

  private func found(
    newStaff: Range<Int> = 0..<6, newAccount: String = "111-1111", oldFrom: String = "2024-03-01",
    register: [String]? = nil
  ) async throws -> [RuleFinding] {
    let old = try claims(of: 1, from: oldFrom, staff: 0..<6, account: "111-1111")
    let new = try claims(of: 2, from: "2024-06-01", staff: newStaff, account: newAccount)
    let tables = TestTables(
      claims: old + new, registers: register.map { ["bolag": $0] } ?? [:])
    let evidence = await Evidence(
      try await tables.ledger(date: Day(iso: "2024-07-31")),
      rulebook: try Configuration().rulebook, names: testNames)
    return SuccessorCompany().evaluate(evidence).findings
  }

  private func entry(_ number: Int, _ rest: String) -> String {
    "orgnr=\(company(number)); namn=Bolag \(number); \(rest)"
  }

  @Test func `staff and account go on in a new company`() async throws {
    let findings = try await found()
    #expect(findings.map(\.verdict) == [.granska])
    #expect(findings[0].amounts.allSatisfy { $0 == .zero })
    #expect(findings[0].atFault.count == 6)
    #expect(findings[0].text.contains("samma konto, 6 gemensamma assistenter"))
  }

  @Test func `staff alone, or account alone, is not enough without the register`() async throws {
    #expect(try await found(newAccount: "222-2222").isEmpty)
    #expect(try await found(newStaff: 10..<16).isEmpty)
    #expect(try await found(newStaff: 4..<10).isEmpty)
  }

  @Test func `a company that is still there has no successor`() async throws {
    // Its last claims came on 2024-05-02 and 2024-05-03; the scan's date is 2024-07-31.
    #expect(try await found(oldFrom: "2024-04-27").count == 1)
    #expect(try await found(oldFrom: "2024-04-28").isEmpty)
  }

  @Test func `the register's representative is enough for a company that has ended`() async throws {
    let findings = try await found(
      newStaff: 10..<16, newAccount: "222-2222",
      register: [
        entry(1, "företrädare=F-1; registrerad=2015-01-01; upphörd=2024-03-31"),
        entry(2, "företrädare=F-1; registrerad=2024-04-10"),
      ])
    #expect(findings.count == 1)
    #expect(findings[0].text.contains("samma företrädare"))
    #expect(findings[0].registerRows.count == 2)
  }

  @Test(arguments: [
    ("2024-01-01", true), ("2023-12-31", false), ("2025-03-31", true), ("2025-04-01", false),
  ])
  func `it begins from ninety days before to a year after`(begun: String, isFound: Bool)
    async throws
  {
    let findings = try await found(
      newStaff: 10..<16, newAccount: "222-2222",
      register: [
        entry(1, "företrädare=F-1; registrerad=2015-01-01; upphörd=2024-03-31"),
        entry(2, "företrädare=F-1; registrerad=\(begun)"),
      ])
    #expect(findings.isEmpty == !isFound)
  }

  @Test func `a company that the register does not end is not succeeded`() async throws {
    let findings = try await found(
      register: [
        entry(1, "företrädare=F-1; registrerad=2015-01-01"),
        entry(2, "företrädare=F-1; registrerad=2024-04-10"),
      ])
    #expect(findings.isEmpty)
  }
}
