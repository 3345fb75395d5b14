import Ledger
import SickPay

/// Colleagues who stand in alone for each other's sickness again and again.
///
/// In a team everybody stands in for somebody; what is rare is that B alone covers A's absence and
/// A alone B's, several times over. Counted are pairs of absences, one of each, over all pairs of
/// colleagues: a ring of many turns weighs by the square of its turns. By chance T turns among the
/// n persons round one brukare hold T(T − 1) / 2n(n − 1) such pairs, so that few colleagues, who
/// must stand in for each other, are expected to; the sum over the brukare is the exposure.
struct MutualCover: Indicator {
  let id = IndicatorID("omsesidiga-inhopp")
  let family = StatisticFamily.staff
  let basis =
    "Par av frånvaron där två anställda ensamma är vikarier för varandra, jämfört med andra "
    + "bolag, gamma-poisson"
  let clearedBy = "Scheman och underskrivna tidsredovisningar för frånvaron."

  private static let departure = CountMixture.Departure(base: 1, factor: 8, size: 1)
  /// With fewer there is nobody else to stand in.
  private static let fewestEmployees = 5

  func compare(_ companies: Companies) -> [Comparison?] {
    let found = companies.rows.map { SoleTurns(companies.ledger, $0) }
    let counts = zip(found, companies.summaries).map { turns, summary in
      summary.employees >= MutualCover.fewestEmployees && turns.pairsByChance > 0
        ? (observed: turns.mutualPairs, exposure: turns.pairsByChance) : nil
    }
    return countComparisons(companies, counts, departure: MutualCover.departure) {
      company, observed, _ in
      Comparison.Words(
        claims: found[company].mutualRows,
        text: "\(observed) par av frånvaron bland \(found[company].absences) där två anställda "
          + "ensamma varit vikarier för varandra",
        clearedBy: clearedBy)
    }
  }
}

/// The absences of a company that one vikarie covered alone.
private struct SoleTurns {
  private struct Turn {
    let sick: Int32
    let vikarie: Int32
    /// Of the first row.
    let brukare: Int32
    let rows: [Int]
  }

  /// Absences with any vikarie.
  private(set) var absences = 0
  private var turns: [Turn] = []
  /// Turns by the two persons, the sick one first.
  private var byPair: [UInt64: [Int]] = [:]

  /// An absence counts for the vikarie who covers so much of its covered time, in per cent.
  private static let soleShare: Int64 = 80

  /// - Parameter rows: One company's in the ledger's order.
  init(_ ledger: Ledger, _ rows: [Int]) {
    let chains = ledger.periods.chainOfClaim
    let sick = rows.filter { chains[$0] >= 0 }
    var start = 0
    for end in sick.indices
    where end + 1 == sick.count || chains[sick[end + 1]] != chains[sick[end]] {
      add(ledger, Array(sick[start...end]))
      start = end + 1
    }
    for (place, turn) in turns.enumerated() {
      byPair[SoleTurns.key(turn.sick, turn.vikarie), default: []].append(place)
    }
  }

  private mutating func add(_ ledger: Ledger, _ rows: [Int]) {
    var covered: [(vikarie: Int32, time: Int64)] = []
    for shift in rows.lazy.flatMap({ ledger.shiftRows(of: $0) }) {
      guard let vikarie = ledger.shifts.value(.vikarie, shift) else { continue }
      let time = ledger.shifts[.wallTime, shift].value
      if let place = covered.firstIndex(where: { $0.vikarie == vikarie.cell }) {
        covered[place].time += time
      } else {
        covered.append((vikarie.cell, time))
      }
    }
    guard let most = covered.max(by: { $0.time < $1.time }) else { return }
    absences += 1
    let whole = covered.reduce(0) { $0 + $1.time }
    guard most.time * 100 >= whole * SoleTurns.soleShare else { return }
    let sick = ledger.claims[.assistent, rows[0]].cell
    let brukare = ledger.claims[.brukare, rows[0]].cell
    turns.append(Turn(sick: sick, vikarie: most.vikarie, brukare: brukare, rows: rows))
  }

  private static func key(_ sick: Int32, _ vikarie: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: sick)) << 32 | UInt64(UInt32(bitPattern: vikarie))
  }

  private func returned(_ turn: Turn) -> Int {
    byPair[SoleTurns.key(turn.vikarie, turn.sick)]?.count ?? 0
  }

  /// How many of `mutualPairs` there would be if everybody round a brukare stood in for anybody.
  var pairsByChance: Double {
    Dictionary(grouping: turns, by: \.brukare).sorted { $0.key < $1.key }.reduce(0) { sum, team in
      let turns = Double(team.value.count)
      let persons = Double(Set(team.value.flatMap { [$0.sick, $0.vikarie] }).count)
      return persons < 2 ? sum : sum + turns * (turns - 1) / (2 * persons * (persons - 1))
    }
  }

  /// One absence of each of two colleagues, over all of them.
  var mutualPairs: Int { turns.reduce(0) { $0 + returned($1) } / 2 }

  /// The rows of those absences, ascending.
  var mutualRows: [Int] { turns.filter { returned($0) > 0 }.flatMap(\.rows).sorted() }
}
