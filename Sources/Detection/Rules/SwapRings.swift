import Ledger
import SickPay

/// Colleagues who stand in for each other's sickness in a ring, period after period.
///
/// In a team everybody stands in for somebody now and then. What is looked for is a circle in which
/// each has nearly all lost hours of several periods covered by the next, and by nobody else,
/// though somebody else worked for the same brukare.
struct SwapRings: Rule {
  let id = IndicatorID("ringbyten")
  let card = RuleCard(
    title: "Ringbyten mellan sjuka och vikarier",
    sentence:
      "Två eller flera assistenter är vikarier för varandra i en ring, period efter period, fast "
      + "andra arbetade hos samma brukare.",
    ground: .practice,
    basis:
      "RÅ 2009 ref. 104: frånvaron och vikariens tider ska vara styrkta; upprepade byten i ring är "
      + "ett känt mönster, inget bevis",
    needs: ["pass.csv"],
    verdicts: [.granska],
    stake:
      "Beloppen på ringens rader, eftersom frånvaron kan vara påhittad.",
    example:
      "A är sjuk fyra gånger och B är ensam vikarie varje gång; B är sjuk fyra gånger och A är "
      + "ensam vikarie varje gång, växelvis under ett år. Har brukaren bara två assistenter kan "
      + "ingen annan vara vikarie, och inget sägs.")

  /// A period counts for one vikarie who covers so much of its covered time, in per cent.
  static let soleShare: Int64 = 80
  /// Periods on each step of the ring, and in the whole of it.
  static let periodsOfStep = 2
  static let periodsOfRing = 6
  /// The share of a person's periods that the next in the ring must have covered, in per cent.
  static let shareOfPeriods = 40

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome(withoutShifts: evidence)
    var covers = SoleCovers(evidence.ledger)
    let ledger = evidence.ledger
    for company in 0..<ledger.dictionaries.companyCount {
      let rows = ledger.claimRows(of: CompanyID(index: company))
      let steps = covers.steps(in: rows, evidence.duplicates)
      guard steps.count > 1 else { continue }
      for ring in rings(of: steps) {
        let periods = ring.reduce(0) { $0 + $1.chains.count }
        if periods >= SwapRings.periodsOfRing, hadChoice(evidence, ring, rows) {
          outcome.findings.append(finding(evidence, ring, periods))
        }
      }
    }
    return outcome
  }

  /// Whether the company had more than two persons, sick or as vikarie, for the ring's brukare
  /// between its first and last period: of two, each is the only one who can stand in.
  private func hadChoice(
    _ evidence: Evidence, _ ring: [SoleCovers.Step], _ rows: Range<Int>
  ) -> Bool {
    let (ledger, claims) = (evidence.ledger, evidence.ledger.claims)
    let own = ring.flatMap(\.chains).flatMap { ledger.periods.chainRows[$0] }
    let brukare = Set(own.map { claims[.brukare, $0] })
    guard let first = own.map({ claims[.sickFrom, $0] }).min(),
      let last = own.map({ claims[.sickTo, $0] }).max()
    else { return false }
    var persons: Set<Int32> = []
    for row in rows
    where ledger.settlement.counts(row) && brukare.contains(claims[.brukare, row])
      && claims[.sickFrom, row] <= last && first <= claims[.sickTo, row]
    {
      persons.insert(claims[.assistent, row].cell)
      for shift in ledger.shiftRows(of: row) {
        if let vikarie = ledger.shifts.value(.vikarie, shift) { persons.insert(vikarie.cell) }
      }
      if persons.count > 2 { return true }
    }
    return false
  }

  /// The groups of persons in which every one leads to every other, each with its steps.
  private func rings(of steps: [SoleCovers.Step]) -> [[SoleCovers.Step]] {
    let persons = Set(steps.map(\.sick)).intersection(steps.map(\.vikarie)).sorted()
    var rings: [[SoleCovers.Step]] = []
    var taken: Set<Int32> = []
    for person in persons where !taken.contains(person) {
      let forward = reached(from: person, steps.map { ($0.sick, $0.vikarie) })
      let backward = reached(from: person, steps.map { ($0.vikarie, $0.sick) })
      let ring = forward.intersection(backward)
      taken.formUnion(ring)
      guard ring.count > 1 else { continue }
      rings.append(steps.filter { ring.contains($0.sick) && ring.contains($0.vikarie) })
    }
    return rings
  }

  private func reached(from person: Int32, _ edges: [(from: Int32, to: Int32)]) -> Set<Int32> {
    var (found, open): (Set<Int32>, [Int32]) = ([person], [person])
    while let next = open.popLast() {
      for edge in edges where edge.from == next && found.insert(edge.to).inserted {
        open.append(edge.to)
      }
    }
    return found
  }

  private func finding(
    _ evidence: Evidence, _ ring: [SoleCovers.Step], _ periods: Int
  ) -> RuleFinding {
    let ledger = evidence.ledger
    let chains = Set(ring.flatMap(\.chains))
    let rows = chains.sorted().flatMap { chain in
      ledger.periods.chainRows[chain].filter {
        ledger.periods.chainOfClaim[$0] == Int32(chain) && !evidence.duplicates.isDuplicate[$0]
      }
    }
    let persons = Set(ring.map(\.sick)).sorted()
      .map { evidence.names.assistent(PersonID(cell: $0)) }.joined(separator: ", ")
    return RuleFinding(
      verdict: .granska, atFault: rows,
      amounts: rows.map { max(.zero, ledger.settlement.netAmount($0)) },
      observed: Double(periods), expected: 0,
      text: "Assistenterna \(persons) är ensamma vikarier för varandra i \(periods) sjukperioder "
        + "(väntat: växlande vikarier).",
      clearedBy: "Sjukanmälningar och underskrivna tidsredovisningar för perioderna, som visar "
        + "vem som var frånvarande och vem som arbetade.")
  }
}

/// Which vikarie alone covers a period, gathered person by person.
private struct SoleCovers {
  /// Periods of `sick` that `vikarie` covered alone.
  struct Step {
    let sick: Int32
    let vikarie: Int32
    let chains: [Int]
  }

  private let ledger: Ledger
  private var seconds: [(vikarie: Int32, time: Int64)] = []

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// The steps of one company that occur often enough.
  mutating func steps(in rows: Range<Int>, _ duplicates: DuplicateClaims) -> [Step] {
    var steps: [Step] = []
    for group in RowGroups(ledger.claims, rows) where group.count >= SwapRings.periodsOfStep {
      let covers = soleCovers(in: group, duplicates)
      guard covers.found.count >= SwapRings.periodsOfStep else { continue }
      let byVikarie = Dictionary(grouping: covers.found, by: \.vikarie)
      for (vikarie, found) in byVikarie.sorted(by: { $0.key < $1.key })
      where found.count >= SwapRings.periodsOfStep
        && found.count * 100 >= covers.periods * SwapRings.shareOfPeriods
      {
        steps.append(
          Step(
            sick: ledger.claims[.assistent, group.lowerBound].cell, vikarie: vikarie,
            chains: found.map(\.chain)))
      }
    }
    return steps
  }

  /// The periods of one assistant that one vikarie covered alone, and how many had any.
  private mutating func soleCovers(
    in group: Range<Int>, _ duplicates: DuplicateClaims
  ) -> (found: [(vikarie: Int32, chain: Int)], periods: Int) {
    var (found, periods): ([(vikarie: Int32, chain: Int)], Int) = ([], 0)
    var chain: Int32 = -1
    seconds.removeAll(keepingCapacity: true)
    for row in group where ledger.periods.chainOfClaim[row] >= 0 {
      if ledger.periods.chainOfClaim[row] != chain {
        periods += seconds.isEmpty ? 0 : 1
        if let vikarie = soleVikarie { found.append((vikarie, Int(chain))) }
        seconds.removeAll(keepingCapacity: true)
        chain = ledger.periods.chainOfClaim[row]
      }
      if !duplicates.isDuplicate[row] { addShifts(of: row) }
    }
    periods += seconds.isEmpty ? 0 : 1
    if let vikarie = soleVikarie { found.append((vikarie, Int(chain))) }
    return (found, periods)
  }

  private mutating func addShifts(of row: Int) {
    let shifts = ledger.shifts
    for shift in ledger.shiftRows(of: row) {
      guard let vikarie = shifts.value(.vikarie, shift) else { continue }
      let time = (shifts[.vikarieEnd, shift] - shifts[.vikarieStart, shift]).value
      if let place = seconds.firstIndex(where: { $0.vikarie == vikarie.cell }) {
        seconds[place].time += time
      } else {
        seconds.append((vikarie.cell, time))
      }
    }
  }

  private var soleVikarie: Int32? {
    let all = seconds.reduce(0) { $0 + $1.time }
    return seconds.first { $0.time * 100 >= all * SwapRings.soleShare && all > 0 }?.vikarie
  }
}
