import Ledger
import SickPay

/// Numbers with a wrong check digit. They tear a person's periods apart: nobody knows what came
/// before, on the rows with the wrong digit as little as on those with the right one.
struct MisspeltNumbers {
  private struct Key: Hashable {
    let company: CompanyID
    /// The number without its check digit.
    let stem: UInt64
  }
  private var absences: [Key: [ClosedRange<Day>]] = [:]

  init(_ ledger: Ledger) {
    let persons = ledger.dictionaries.persons
    let isWrong = (0..<persons.count).map { index in
      persons.number(PersonID(index: index)).map { !$0.hasValidCheckDigit } ?? false
    }
    for claim in 0..<ledger.claims.count where isWrong[ledger.claims[.assistent, claim].index] {
      if let key = MisspeltNumbers.key(ledger, claim) {
        let days = ledger.claims[.sickFrom, claim]...ledger.claims[.sickTo, claim]
        absences[key, default: []].append(days)
      }
    }
  }

  /// Absences under the misspelt number in the year before a day: deductions may lie there.
  func count(_ ledger: Ledger, _ claim: Int, before start: Day) -> Int {
    guard !absences.isEmpty,
      let days = MisspeltNumbers.key(ledger, claim).flatMap({ absences[$0] })
    else { return 0 }
    return days.count {
      $0.lowerBound < start
        && $0.lowerBound.distance(to: start) <= KarensAssessment.occasionDays
    }
  }

  /// Whether a row with the misspelt number may belong to the period of these rows: it lies in it,
  /// or close enough for a relapse.
  func mayTear(_ ledger: Ledger, _ rows: [Int], _ law: SickPeriodLaw) -> Bool {
    guard !absences.isEmpty, let first = rows.first,
      let days = MisspeltNumbers.key(ledger, first).flatMap({ absences[$0] })
    else { return false }
    let from = ledger.claims[.sickFrom, first]
    let gap = law.relapseDays[from]?.value ?? 0
    let end = rows.reduce(from) { max($0, ledger.claims[.sickTo, $1]) }.advanced(by: gap)
    return days.contains { $0.lowerBound <= end && from.advanced(by: -gap) <= $0.upperBound }
  }

  private static func key(_ ledger: Ledger, _ claim: Int) -> Key? {
    ledger.dictionaries.persons.number(ledger.claims[.assistent, claim]).map {
      Key(company: ledger.claims[.company, claim], stem: $0.digits / 10)
    }
  }
}
