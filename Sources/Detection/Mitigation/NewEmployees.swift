import Ledger
import SickPay

/// Assistants who were employed within the last year and are seen at work too: a company that grows
/// has more sickness than it had.
///
/// Those who are only ever sick do not count: paper employees would be growth as well.
struct NewEmployees: Mitigation {
  let id = IndicatorID("nyanstallda")

  private static let days = 365
  private static let fewest = 5
  private static let least = 0.2
  private static let full = 0.5

  func assess(_ companies: Companies, _ evidence: Evidence) -> [MitigationStrength?] {
    let ledger = companies.ledger
    let first = ledger.window.upperBound.advanced(by: -NewEmployees.days)
    return companies.rows.map { rows in
      let working = NewEmployees.substitutes(ledger, rows)
      var known: Set<PersonID> = []
      var new: Set<PersonID> = []
      for row in rows {
        guard let from = ledger.claims.value(.employedFrom, row) else { continue }
        let assistent = ledger.claims[.assistent, row]
        known.insert(assistent)
        if from > first, working.contains(assistent) { new.insert(assistent) }
      }
      guard new.count >= NewEmployees.fewest,
        Double(new.count) >= NewEmployees.least * Double(known.count)
      else { return nil }
      return MitigationStrength(
        new.count, of: known.count, full: NewEmployees.full,
        text: "\(new.count) av \(known.count) assistenter är anställda det senaste året och syns "
          + "även i arbete: bolaget växer.")
    }
  }

  private static func substitutes(_ ledger: Ledger, _ rows: [Int]) -> Set<PersonID> {
    var persons: Set<PersonID> = []
    for row in rows {
      for shift in ledger.shiftRows(of: row) {
        if let vikarie = ledger.shifts.value(.vikarie, shift) { persons.insert(vikarie) }
      }
    }
    return persons
  }
}
