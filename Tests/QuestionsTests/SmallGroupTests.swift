import Ledger
import SampleWorld
import SickPay
import TestSupport
import Testing

@testable import Questions

struct SmallGroupTests {
  /// So many employees with a claim of 100 kr each in a kommun.
  private func claims(_ kommun: Int, persons: Range<Int>, month: Int = 3) -> [String] {
    persons.map { n in
      "kommun=\(kommun); ärende=Ä\(kommun)-\(n)-\(month); assistent=\(person(n)); belopp=100; "
        + "sjuk_från=2025-0\(month)-03; sjuk_till=2025-0\(month)-05"
    }
  }

  private func ledger(_ claims: [[String]]) async throws -> Ledger {
    try await TestTables(claims: claims.flatMap { $0 }).ledger()
  }

  @Test func `five persons are a row, and four are not`() async throws {
    let ledger = try await ledger([
      claims(2080, persons: 0..<5), claims(2081, persons: 10..<14),
      claims(2082, persons: 20..<23), claims(2083, persons: 30..<40),
    ])
    let answer = try ask(ledger, per: "kommun", "antal,summa,personer")
    #expect(answer.names == ["2080", "2083"])
    #expect(answer.mergedGroups == 2)
    #expect(answer.merged == [7, 70_000, 7])
    #expect(answer.total == [22, 220_000, 22])
  }

  @Test func `a single small group takes the next smallest with it, so that no sum tells it`()
    async throws
  {
    let ledger = try await ledger([
      claims(2080, persons: 0..<6), claims(2081, persons: 10..<12),
      claims(2082, persons: 20..<29), claims(2083, persons: 30..<50),
    ])
    let answer = try ask(ledger, per: "kommun")
    #expect(answer.names == ["2082", "2083"])
    #expect(answer.mergedGroups == 2)
    #expect(answer.merged == [8])
  }

  @Test func `small groups of the same few persons take more with them`() async throws {
    let ledger = try await ledger([
      claims(2080, persons: 0..<2), claims(2081, persons: 0..<2, month: 4),
      claims(2082, persons: 20..<29), claims(2083, persons: 30..<50),
    ])
    let answer = try ask(ledger, per: "kommun", "antal,personer")
    #expect(answer.names == ["2083"])
    #expect(answer.merged == [13, 11])
  }

  @Test(arguments: ["", "kommun", "kommun,månad"])
  func `an answer about fewer than five persons has no numbers`(_ keys: String) async throws {
    let ledger = try await ledger([claims(2080, persons: 0..<2), claims(2081, persons: 2..<4)])
    let answer = try ask(ledger, per: keys, "antal,summa", accumulates: true)
    #expect(answer.rows.isEmpty)
    #expect(answer.merged == nil)
    #expect(answer.total == nil)
    #expect(answer.mergedGroups > 0)
  }

  @Test func `a filter leaves no smaller groups through`() async throws {
    let ledger = try await ledger([claims(2080, persons: 0..<20), claims(2081, persons: 20..<40)])
    let few = try ask(ledger, per: "kommun", filter: "kommun = 2080 och belopp = 7")
    #expect(few.total == nil && few.mergedGroups == 0)
    let month = try ask(ledger, filter: "sjuk_från = 2025-03")
    #expect(month.total == [40])
  }

  @Test func `what is hidden in a month is not told by the kommun's other months`() async throws {
    // Falun has one small month, Borlänge two: Falun's sum less its other months would be the one.
    let ledger = try await ledger([
      claims(2080, persons: 0..<2, month: 1), claims(2080, persons: 10..<20, month: 2),
      claims(2080, persons: 20..<40, month: 3), claims(2081, persons: 50..<53, month: 1),
      claims(2081, persons: 60..<64, month: 2), claims(2081, persons: 70..<90, month: 3),
    ])
    let answer = try ask(ledger, per: "kommun,månad")
    #expect(!answer.names.contains("2080 2025-01"))
    let shown = answer.names.filter { $0.hasPrefix("2080") }
    #expect(shown.count <= 1)
  }

  /// Whatever subtraction of a coarser question's groups tells, it is of five persons at least.
  @Test(arguments: 0..<24)
  func `no choice of fewer keys tells a group of fewer than five`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let things = 400
    let persons = (0..<things).map { _ in Int32.random(in: 0..<120, using: &generator) }
    let codes = (0..<3).map { key in
      (0..<things).map { _ in Int32.random(in: 0..<Int32(2 + 2 * key), using: &generator) }
    }
    var grouping = Grouping(things: things)
    for codes in codes { grouping.split(by: codes) }
    let buckets = grouping.buckets
    let groupCodes = codes.map { codes in
      (0..<buckets.count).map { codes[Int(buckets[$0].first ?? 0)] }
    }
    let margins = marginsOf(groupCodes, groups: buckets.count)
    let small = SmallGroups(buckets, persons: persons, margins: margins) { $1 < 5 }
    let merged = Set(small.merged)
    func count(_ groups: [Int]) -> Int {
      Set(groups.flatMap { buckets[$0].map { persons[Int($0)] } }).count
    }
    for group in 0..<buckets.count where !merged.contains(group) { #expect(count([group]) >= 5) }
    for margin in margins {
      for value in 0..<margin.count {
        let members = margin[value].map(Int.init)
        let hidden = members.filter(merged.contains)
        if hidden.isEmpty || hidden.count == members.count { continue }
        #expect(hidden.count >= 2 && count(hidden) >= 5)
      }
    }
    #expect(small.canShowMerged == (small.merged.count >= 2 && count(small.merged) >= 5))
  }

  private func marginsOf(_ codes: [[Int32]], groups: Int) -> [Buckets] {
    (0..<7).map { choice in
      var grouping = Grouping(things: groups)
      for key in 0..<3 where choice >> key & 1 == 1 { grouping.split(by: codes[key]) }
      return grouping.buckets
    }
  }

  @Test func `within a company persons are rows, and those whose identity is protected are not`()
    async throws
  {
    let ledger = try await ledger([claims(2080, persons: 0..<12)])
    let filter = "bolag = \(company(1))"
    let all = try ask(ledger, per: "anställd", filter: filter)
    #expect(all.rows.count == 12 && all.mergedGroups == 0)
    #expect(all.names == all.names.sorted())
    let protected = ledger.claims[.assistent, 3]
    let some = try ask(ledger, per: "anställd", filter: filter, protected: [protected])
    #expect(!some.names.contains("A-\(protected.cell)"))
    #expect(some.mergedGroups == 5 && some.merged == [5])
    #expect(some.rows.count == 7 && some.total == [12])
    let brukare = ledger.claims[.brukare, 0]
    let hidden = try ask(ledger, per: "brukare", filter: filter, protected: [brukare])
    #expect(hidden.rows.isEmpty && hidden.merged == nil && hidden.total == nil)
  }
}
