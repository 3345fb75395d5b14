import SampleWorld
import Testing

/// What fees, rings and phoenix companies leave in the written rows.
struct RingsFeesAndPhoenixTests {
  @Test func `fees exceed the lawful ones, in print or in kronor only`() throws {
    let world = try ReadWorld(.wrongFees, claims: 1_500)
    func text(_ row: ReadClaim, _ column: String) -> String {
      world.claims.text(row.line, column)
    }
    var (stated, hidden, full) = (0, 0, 0)
    for row in world.falseRows(.wrongFees) {
      let percent = hundredths(text(row, "avgift_procent"))
      let isOlder = (Int(row.assistant.prefix(4)) ?? 0) <= 1958
      if isOlder && percent == 3142 {
        full += 1
      } else if percent > 3142 {
        stated += 1
      } else if percent == 3142, !text(row, "arbetsgivaravgift").isEmpty {
        let base = ["sjuklön", "ob", "jour", "semesterersättning"].reduce(0) {
          $0 + hundredths(text(row, $1))
        }
        #expect(hundredths(text(row, "arbetsgivaravgift")) * 10_000 > base * 3142)
        hidden += 1
      }
    }
    #expect(stated > 5 && hidden > 5 && full > 0)
  }

  @Test func `members of a ring stand in for each other, which honest colleagues seldom do`() throws
  {
    let world = try ReadWorld(.swapRings, claims: 1_500)
    let ring = world.falseRows(.swapRings)
    let honest = world.honest.filter { row in ring.contains { $0.organisation == row.organisation }
    }
    #expect(repeated(ring) > 0.5 && repeated(honest) < 0.25)
    #expect(mutual(ring, among: ring) > 2 * mutual(honest, among: honest))
  }

  /// The share of shifts whose sick person and substitute are the same two in three spells or more.
  private func repeated(_ rows: [ReadClaim]) -> Double {
    var spells: [String: Set<Int>] = [:]
    let pairs = rows.flatMap { row in
      row.shifts.filter { !$0.isVacant }.map { ("\(row.assistant);\($0.substitute)", row.first) }
    }
    for (pair, first) in pairs { spells[pair, default: []].insert(first) }
    let often = pairs.count { (spells[$0.0] ?? []).count >= 3 }
    return Double(often) / Double(max(1, pairs.count))
  }

  /// The share of spells, of those seen, whose sick person stands in for a substitute of theirs.
  private func mutual(_ rows: [ReadClaim], among all: [ReadClaim]) -> Double {
    let pairs = Set(all.flatMap { row in row.shifts.map { "\(row.assistant);\($0.substitute)" } })
    let met = rows.count { row in
      row.shifts.contains { pairs.contains("\($0.substitute);\(row.assistant)") }
    }
    return Double(met) / Double(max(1, rows.count))
  }

  @Test func `a phoenix goes on under a new number with the same bankgiro and people`() throws {
    let world = try ReadWorld(.phoenix, claims: 1_500)
    let accounts = Dictionary(grouping: world.rows) { world.claims.text($0.line, "betalkonto") }
    let pairs = accounts.filter { !$0.key.isEmpty && Set($0.value.map(\.organisation)).count == 2 }
    #expect(pairs.count >= 3)
    for rows in pairs.values {
      let spans = Dictionary(grouping: rows, by: \.organisation).values
        .sorted { ($0.map(\.first).min() ?? 0) < ($1.map(\.first).min() ?? 0) }
      let (old, new) = (spans[0], spans[1])
      #expect((old.map(\.last).max() ?? 0) < (new.map(\.first).min() ?? 0))
      #expect(!Set(old.map(\.assistant)).isDisjoint(with: new.map(\.assistant)))
      let hired = new.map { dayNumber(world.claims.text($0.line, "anställd_från")) }
      #expect(zip(hired, new).allSatisfy { $0 < 0 || $0 <= $1.first })
    }
  }

  @Test func `a phoenix sends its false claims in bursts close to the three months`() throws {
    let world = try ReadWorld(.phoenix, claims: 1_500)
    let rows = world.falseRows(.phoenix)
    for row in rows { #expect(78...105 ~= row.received - row.last) }
    let days = Dictionary(grouping: rows) { "\($0.organisation);\($0.received)" }
    #expect(days.count * 3 < rows.count)
    #expect(rows.contains { row in isFirstCompany(row, in: world) })
  }

  private func isFirstCompany(_ row: ReadClaim, in world: ReadWorld) -> Bool {
    let account = world.claims.text(row.line, "betalkonto")
    return !account.isEmpty
      && world.rows.contains {
        world.claims.text($0.line, "betalkonto") == account && $0.organisation != row.organisation
          && $0.first > row.first
      }
  }
}
