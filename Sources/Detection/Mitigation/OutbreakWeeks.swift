import Ledger
import SickPay

/// Sicknesses that began while several assistants of one brukare fell ill within a week, and other
/// companies had much sickness too: an outbreak, not a scheme.
struct OutbreakWeeks: Mitigation {
  let id = IndicatorID("utbrottsveckor")

  private static let assistants = 3
  private static let days = 7
  /// How many times the other companies' middle week a week of the season has.
  private static let season = 1.25
  /// Sicknesses a week at other companies that tell a season at all.
  private static let fewestElsewhere = 5.0
  private static let full = 0.25

  func assess(_ companies: Companies, _ evidence: Evidence) -> [MitigationStrength?] {
    let ledger = companies.ledger
    let weeks = ledger.window.count / OutbreakWeeks.days + 1
    func week(_ row: Int) -> Int {
      let days = ledger.window.lowerBound.distance(to: ledger.claims[.sickFrom, row])
      return min(weeks - 1, max(0, days / OutbreakWeeks.days))
    }
    let sick = companies.rows.map { $0.filter { ledger.periods.chainOfClaim[$0] >= 0 } }
    let own = sick.map { rows in
      rows.reduce(into: [Int](repeating: 0, count: weeks)) { $0[week($1)] += 1 }
    }
    let all = (0..<weeks).map { week in own.reduce(0) { $0 + $1[week] } }
    return sick.indices.map { company in
      let others = zip(all, own[company]).map { Double($0 - $1) }
      guard let middle = median(others), middle >= OutbreakWeeks.fewestElsewhere else { return nil }
      let rows = OutbreakWeeks.together(ledger, sick[company]).filter {
        others[week($0)] >= OutbreakWeeks.season * middle
      }
      guard rows.count >= OutbreakWeeks.assistants, let first = rows.first else { return nil }
      return MitigationStrength(
        rows.count, of: sick[company].count, full: OutbreakWeeks.full,
        text: "\(rows.count) av \(sick[company].count) sjukfall började när minst "
          + "\(OutbreakWeeks.assistants) av en brukares assistenter insjuknade inom en vecka och "
          + "sjukfrånvaron var hög även hos andra bolag (till exempel "
          + "\(ledger.claims[.sickFrom, first])).")
    }
  }

  /// The rows that begin within a week of those of two more assistants of the same brukare, by
  /// brukare and day.
  private static func together(_ ledger: Ledger, _ rows: [Int]) -> [Int] {
    let claims = ledger.claims
    let sorted = rows.sorted {
      (claims[.brukare, $0].cell, claims[.sickFrom, $0], $0)
        < (claims[.brukare, $1].cell, claims[.sickFrom, $1], $1)
    }
    var isTogether = [Bool](repeating: false, count: sorted.count)
    for start in sorted.indices {
      let (brukare, day) = (claims[.brukare, sorted[start]], claims[.sickFrom, sorted[start]])
      let end =
        sorted[start...].firstIndex {
          claims[.brukare, $0] != brukare || day.distance(to: claims[.sickFrom, $0]) >= days
        } ?? sorted.endIndex
      let persons = Set(sorted[start..<end].map { claims[.assistent, $0] })
      if persons.count >= assistants {
        for place in start..<end { isTogether[place] = true }
      }
    }
    return sorted.indices.filter { isTogether[$0] }.map { sorted[$0] }
  }
}
