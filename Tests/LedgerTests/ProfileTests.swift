import Ledger
import SampleWorld
import SickPay
import TestSupport
import Testing

struct ProfileTests {
  /// Rows of one company at random days for a few persons, with shifts.
  private func randomLedger(_ seed: UInt64) async throws -> Ledger {
    var generator = SeededGenerator(seed: seed)
    let claims = (0..<30).map { n in
      let first = Int.random(in: 1...20, using: &generator)
      let last = first + Int.random(in: 0...7, using: &generator)
      return "ärende=Ä\(n); assistent=\(person(n % 4)); belopp=\(n * 97); timlön=15\(n % 9); "
        + "sjuk_från=2025-03-\(first < 10 ? "0" : "")\(first); "
        + "sjuk_till=2025-03-\(last < 10 ? "0" : "")\(last)"
    }
    let shifts = (0..<30).map { n in
      "ärende=Ä\(n); assistent=\(person(n % 4)); "
        + "vikarie=\(n % 3 == 0 ? "[vakant]" : person(2 + n % 6))"
    }
    return try await TestTables(claims: claims, shifts: shifts).ledger()
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `merging the profiles of any split equals profiling the union`(seed: UInt64) async throws {
    let ledger = try await randomLedger(seed)
    var generator = SeededGenerator(seed: seed)
    let rows = Array(0..<ledger.claims.count)
    let whole = CompanyProfile(ledger, claims: rows)
    var parts = [[Int]](repeating: [], count: 3)
    for row in rows { parts[Int.random(in: 0..<3, using: &generator)].append(row) }
    var merged = CompanyProfile()
    for part in parts.shuffled(using: &generator) {
      merged.merge(CompanyProfile(ledger, claims: part))
    }
    #expect(merged == whole)
    #expect(CompanySummary(merged) == CompanySummary(whole))
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `a binned value is within half a per cent`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let value = Int64.random(
        in: 1...(1 << Int64.random(in: 1...40, using: &generator)), using: &generator)
      let told = LogBins.value(LogBins.bin(value))
      #expect(abs(told - Double(value)) <= 0.005 * Double(value))
    }
  }

  @Test func `bins grow with the value`() {
    var last: UInt16 = 0
    for value in stride(from: Int64(0), to: 5_000_000, by: 13) {
      let bin = LogBins.bin(value)
      #expect(bin >= last)
      last = bin
    }
  }

  @Test func `median and deviation are those of the values`() {
    let counts = BinnedCounts([10, 20, 30, 40, 200] as [Int64])
    #expect(counts.median == 30)
    #expect(counts.medianAbsoluteDeviation == 10)
    #expect(counts.quantile(0.9) == 200)
    #expect(BinnedCounts().median == nil)
  }

  @Test func `a profile counts what the rows say`() async throws {
    let ledger = try await TestTables(
      claims: [
        "ärende=Ä1; sjuk_från=2025-03-03; sjuk_till=2025-03-05",
        "ärende=Ä2; sjuk_från=2025-03-06; sjuk_till=2025-03-07; brukare=\(person(5001))",
        "ärende=Ä3; sjuk_från=2025-04-07; sjuk_till=2025-04-20; "
          + "assistent=\(person(3)); kommun=2081",
      ],
      shifts: [
        "ärende=Ä1; vikarie=\(person(3))", "ärende=Ä2; vikarie=[vakant]; brukare=\(person(5001))",
      ]
    ).ledger()
    let summary = CompanySummary(CompanyProfile(ledger, claims: [0, 1, 2]))
    #expect(summary.claims == 3)
    #expect(summary.spells == 2)
    #expect(summary.spellLengths[4] == 1)
    #expect(summary.spellLengths[13] == 1)
    #expect(summary.weekdays == [2, 0, 0, 0, 0, 0, 0])
    #expect(summary.activeMonths == 2)
    #expect((summary.employees, summary.brukare, summary.kommuner) == (2, 2, 2))
    #expect((summary.vikarier, summary.sickOnlyEmployees) == (1, 1))
    #expect(summary.vacancyShare == 0.5)
    #expect(summary.kronor == Ore(3 * 230_400))
    #expect(summary.sickTime == Seconds(hours: 72))
    #expect(summary.topShare == 2.0 / 3)
  }
}
