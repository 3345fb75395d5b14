import Ledger
import SickPay
import TestSupport
import Testing

@testable import Detection

struct SupplementMixTests {
  /// Twenty weeks from here no Monday, Wednesday or Friday is a holiday.
  private func day(_ offset: Int) -> Day {
    (Day(iso: "2025-06-23") ?? Day(number: 0)).advanced(by: offset)
  }

  /// Sick on one Tuesday in five, with a shift of eight hours, at night or by day.
  private func absences(_ count: Int, atNight: Bool) -> (claims: [String], shifts: [String]) {
    let days = (0..<count).map { day(1 + 35 * $0) }
    let claims = days.enumerated().map { place, first in
      "ärende=Ä\(place); fakturanummer=F\(place); sjuk_från=\(first); sjuk_till=\(first); "
        + "inkommen=2026-01-15; sjuktimmar=8; ersatta_timmar=2; sjuklön=256; ob=200; belopp=456"
    }
    let shifts = days.enumerated().map { place, first in
      let (start, end) =
        atNight
        ? ("\(first) 22:00", "\(first.advanced(by: 1)) 06:00")
        : ("\(first) 08:00", "\(first) 16:00")
      return "ärende=Ä\(place); start=\(start); slut=\(end); vikarie_start=\(start); "
        + "vikarie_slut=\(end)"
    }
    return (claims, shifts)
  }

  /// Work on Mondays, Wednesdays and Fridays: by day, or at night every other week.
  private func work(_ count: Int, nights: Bool = false) -> [String] {
    (0..<count).map { place in
      let first = day(place / 3 * 7 + place % 3 * 2)
      let isNight = nights && place / 3 % 2 == 1
      return "orgnr=\(company(1)); assistent=\(person(1)); brukare=\(person(5000)); "
        + (isNight
          ? "start=\(first) 22:00; slut=\(first.advanced(by: 1)) 06:00"
          : "start=\(first) 08:00; slut=\(first) 16:00")
    }
  }

  private func judged(_ tables: TestTables) async throws -> RuleOutcome {
    let rule = try #require(Catalogue.rules.first { $0.id.description == "ob-andel" })
    return rule.evaluate(
      await Evidence(
        try await tables.ledger(), rulebook: try BuiltIn.rulebook(), names: testNames))
  }

  private func tables(
    absences count: Int, atNight: Bool = true, tid: [String]?
  ) -> TestTables {
    let (claims, shifts) = absences(count, atNight: atNight)
    return TestTables(claims: claims, shifts: shifts, registers: tid.map { ["tid": $0] } ?? [:])
  }

  @Test func `five nights off sick of somebody who works by day need papers`() async throws {
    let found = try await judged(tables(absences: 5, tid: work(60))).findings
    #expect(found.map(\.verdict) == [.granska])
    #expect(found.map(\.atFault.count) == [5])
    // All of the OB: the other shifts have none.
    #expect(found.flatMap(\.amounts).map(\.value) == Array(repeating: 20_000, count: 5))
    #expect(found.map(\.observed) == [100] && found.map(\.expected) == [0])
  }

  @Test func `days off sick of somebody who works by day are nothing`() async throws {
    #expect(try await judged(tables(absences: 5, atNight: false, tid: work(60))).findings.isEmpty)
  }

  @Test func `somebody who works at night every other week may be sick at night`() async throws {
    let outcome = try await judged(tables(absences: 5, tid: work(60, nights: true)))
    #expect(outcome.findings.isEmpty)
    #expect(outcome.skipped.isEmpty)
  }

  @Test func `too few absences or other shifts are told of, not judged`() async throws {
    for outcome in [
      try await judged(tables(absences: 3, tid: work(60))),
      try await judged(tables(absences: 5, tid: work(20))),
    ] {
      #expect(outcome.findings.isEmpty)
      #expect(outcome.skipped.map(\.reason) == ["för få pass att jämföra"])
    }
  }

  @Test func `without tid csv the shifts worked as vikarie are the others`() async throws {
    var (claims, shifts) = absences(5, atNight: true)
    claims.append(
      "ärende=K1; fakturanummer=K1; assistent=\(person(3)); brukare=\(person(5001)); "
        + "sjuk_från=2024-06-24; sjuk_till=2024-11-20; inkommen=2024-12-15")
    shifts += (0..<60).map { place in
      let first = (Day(iso: "2024-06-24") ?? Day(number: 0)).advanced(by: place / 3 * 7 + place % 3)
      return "ärende=K1; assistent=\(person(3)); brukare=\(person(5001)); vikarie=\(person(1)); "
        + "start=\(first) 08:00; slut=\(first) 16:00; vikarie_start=\(first) 08:00; "
        + "vikarie_slut=\(first) 16:00"
    }
    let outcome = try await judged(TestTables(claims: claims, shifts: shifts))
    #expect(outcome.findings.map(\.verdict) == [.granska])
  }

  @Test func `with neither source the rule did not run`() async throws {
    let outcome = try await judged(tables(absences: 5, tid: nil))
    #expect(outcome.findings.isEmpty)
    #expect(
      outcome.skipped.map(\.reason) == [
        "assistenten har varken tid i tid.csv eller pass som vikarie"
      ])
    #expect(outcome.skipped.map(\.rows) == [5])
  }

  /// One in 61 five times: e⁻ˢ Σ sⁱ/i! for i < 5 with s = 5 ln 61, reckoned in Python.
  @Test func `the probability is that of five runs of which none is as rich`() async throws {
    let evidence = await Evidence(
      try await tables(absences: 5, tid: work(60)).ledger(),
      rulebook: try BuiltIn.rulebook(), names: testNames)
    let lost = LostTime(evidence, 0..<5)
    let shifts = PersonShifts(lost, WorkedTime(evidence, of: 0, outside: lost.days))
    #expect(abs(shifts.chance - 1.0794783721614157e-05) < 1e-12)
  }

  @Test(arguments: Night.all)
  func `the OB of a night is that of its real hours`(_ night: Night) async throws {
    let evidence = await Evidence(
      try await TestTables(claims: [night.claim(0, 1)], shifts: [night.whole()]).ledger(),
      rulebook: try BuiltIn.rulebook(), names: testNames)
    let lost = LostTime(evidence, 0..<1)
    let sick = PersonShifts(lost, WorkedTime(evidence, of: 0, outside: lost.days)).sick
    #expect(sick.seconds == Int64(night.real * 3600))
    #expect(sick.share == 1)
  }
}
