import Ledger
import SickPay

/// Absences on claim rows that were rejected at the door: the karens that a period seems to lack
/// may stand on one of them.
struct RejectedAbsences {
  private struct Person: Hashable {
    let company: CompanyID
    let assistent: PersonID
  }

  private var absences: [Person: [ClosedRange<Day>]] = [:]

  init(_ ledger: Ledger) {
    let rejected = ledger.rejected
    for row in 0..<rejected.count {
      let from = rejected.value(.sickFrom, row) ?? Day(number: .min)
      let to = rejected.value(.sickTo, row) ?? Day(number: .max)
      let person = Person(company: rejected[.company, row], assistent: rejected[.assistent, row])
      // A day that stands before the first one may be the wrong one of the two.
      absences[person, default: []].append(min(from, to)...max(from, to))
    }
  }

  /// Whether one of them may belong to a period.
  ///
  /// - Parameters:
  ///   - rows: The period's claim rows.
  ///   - relapseDays: Days between absences of one period at the most.
  func mayBelong(to rows: [Int], _ claims: Claims, relapseDays: Int) -> Bool {
    let person = Person(
      company: claims[.company, rows[0]], assistent: claims[.assistent, rows[0]])
    guard let absences = absences[person] else { return false }
    return rows.contains { row in
      let from = claims[.sickFrom, row].advanced(by: -relapseDays)
      let to = claims[.sickTo, row].advanced(by: relapseDays)
      return absences.contains { $0.overlaps(from...to) }
    }
  }
}
