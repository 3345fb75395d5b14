import SampleWorld
import Testing

/// Karens, the fourteen days and the reimbursed hours, judged from the written rows alone.
struct KarensTests {
  /// The rows of one person at one company, from spell to spell within five days of each other.
  private struct Chain {
    var rows: [ReadClaim]
    var deductionsBefore: Int
    var isUntouched: Bool
  }

  private let chains: [Chain]

  /// Of one week at the company, and with hours stated; those that state less are left out.
  private let isStated: (ReadClaim) -> Bool
  private let isPerBrukare: (ReadClaim) -> Bool

  init() throws {
    let world = try Worlds.mixed.get()
    let honest = Set(world.honest.map(\.line))
    // Labelled rows stay in the chains, since days count there too; credited and replaced go.
    let standing = world.rows.filter { honest.contains($0.line) || $0.isLabelled }
    // Without the check digit, which is all that is ever mistyped.
    let people = Dictionary(grouping: standing) { "\($0.organisation);\($0.assistant.dropLast())" }
    chains = people.values.flatMap { KarensTests.chains($0, honest) }
    let silent = world.companies(omitting: "veckotimmar", "ersatta_timmar")
    isStated = { !silent.contains($0.organisation) }
    let perBrukare = Set(
      world.companies.lines.indices
        .filter { world.companies.text($0, "karens_per_brukare") == "ja" }
        .map { world.companies.text($0, "orgnr") })
    isPerBrukare = { perBrukare.contains($0.organisation) }
  }

  private static func chains(_ rows: [ReadClaim], _ honest: Set<Int>) -> [Chain] {
    var result: [Chain] = []
    var deducted: [Int] = []
    var rest = rows.sorted { ($0.first, $0.last, $0.line) < ($1.first, $1.last, $1.line) }[...]
    while let first = rest.first {
      var end = first.last
      let rows = rest.prefix { row in
        guard row.first - end <= 5 else { return false }
        end = max(end, row.last)
        return true
      }
      rest = rest.dropFirst(rows.count)
      let before = deducted.count { $0 >= first.first - 365 && $0 < first.first }
      let isUntouched = rows.allSatisfy { honest.contains($0.line) }
      result.append(Chain(rows: Array(rows), deductionsBefore: before, isUntouched: isUntouched))
      if rows.contains(where: { $0.karens > 0 }) { deducted.append(first.first) }
    }
    return result
  }

  /// Sick days of the chain up to and with a day, each once.
  private func sickDays(_ chain: Chain, upTo day: Int) -> Int {
    var counted = Set<Int>()
    for row in chain.rows where row.first <= day {
      counted.formUnion(row.first...min(row.last, day))
    }
    return counted.count
  }

  private func minutes(_ shift: ReadShift, of row: ReadClaim) -> Int {
    let wall = row.shifts.filter { !$0.isJour }.reduce(0) { $0 + $1.end - $1.start }
    return wall == row.lost ? shift.end - shift.start : shift.realMinutes
  }

  /// Minutes lost in the chain's first fourteen days, on rows that are wanted.
  private func lost(_ chain: Chain, _ isWanted: (ReadClaim) -> Bool = { _ in true }) -> Int {
    chain.rows.filter(isWanted).reduce(0) { sum, row in
      sum
        + row.shifts.filter { !$0.isJour && sickDays(chain, upTo: $0.day) <= 14 }
        .reduce(0) { $0 + minutes($1, of: row) }
    }
  }

  @Test func `karens is a fifth of the week or what was lost, once in a chain`() {
    var (full, spared, relapses) = (0, 0, 0)
    for chain in chains where chain.isUntouched && isStated(chain.rows[0]) {
      guard !isPerBrukare(chain.rows[0]) else { continue }
      let deducted = chain.rows.reduce(0) { $0 + $1.karens }
      if chain.rows[0].reason == "särskilt högriskskydd" {
        #expect(deducted == 0 && chain.rows.allSatisfy { $0.reason == chain.rows[0].reason })
      } else if chain.deductionsBefore >= 10 {
        #expect(deducted == 0 && chain.rows.allSatisfy { $0.reason == "tio" })
        spared += 1
      } else {
        #expect(
          deducted == min(chain.rows[0].weekly / 5, lost(chain)), "\(chain.rows[0].caseNumber)")
        full += 1
      }
      let spells = Set(chain.rows.map(\.first)).count
      for row in chain.rows where row.reason == "återinsjuknande" {
        #expect(spells > 1 && row.karens == 0)
        relapses += 1
      }
    }
    // The world holds enough of each case to mean something.
    #expect(full > 1000 && relapses > 50 && spared > 0)
  }

  @Test func `where each brukare is an employment, each has a karens of its own`() {
    var several = 0
    for chain in chains
    where chain.isUntouched && isStated(chain.rows[0]) && isPerBrukare(chain.rows[0]) {
      guard chain.deductionsBefore < 10, chain.rows[0].reason != "särskilt högriskskydd" else {
        continue
      }
      for brukare in Set(chain.rows.map(\.brukare)) {
        let rows = chain.rows.filter { $0.brukare == brukare }
        let due = min(rows[0].weekly / 5, lost(chain) { $0.brukare == brukare })
        #expect(rows.reduce(0) { $0 + $1.karens } == due, "\(rows[0].caseNumber)")
      }
      several += Set(chain.rows.map(\.weekly)).count > 1 ? 1 : 0
    }
    #expect(several > 5)
  }

  @Test func `reimbursed hours are those lost less karens, vacancies and the fifteenth day`() {
    var vacancies = 0
    for chain in chains where chain.isUntouched && isStated(chain.rows[0]) {
      for row in chain.rows where !isPerBrukare(row) {
        let active = row.shifts.filter { !$0.isJour }.sorted { $0.start < $1.start }
        var (karens, late, uncovered, inside) = (row.karens, 0, 0, 0)
        for shift in active {
          let length = minutes(shift, of: row)
          if sickDays(chain, upTo: shift.day) > 14 {
            late += length
            continue
          }
          let taken = min(karens, length)
          karens -= taken
          guard shift.covered != shift.start..<shift.end else { continue }
          // Only a vacant shift can be one whose wall clock and real time differ.
          uncovered += length - shift.covered.count
          inside += taken - shift.covered.clamped(to: shift.start..<shift.start + taken).count
        }
        let rest = row.lost - row.karens - late - uncovered
        vacancies += uncovered > 0 ? 1 : 0
        #expect(
          row.reimbursed == rest + inside || row.reimbursed == max(0, rest), "\(row.caseNumber)")
      }
    }
    #expect(vacancies > 100)
  }

  @Test func `no chain is paid for more than fourteen days`() {
    for chain in chains where chain.isUntouched {
      for row in chain.rows {
        let due = row.shifts.filter { sickDays(chain, upTo: $0.day) <= 14 && !$0.isVacant }
        let covered = due.filter { !$0.isJour }.reduce(0) { $0 + minutes($1, of: row) }
        #expect(row.reimbursed <= covered)
      }
    }
  }
}
