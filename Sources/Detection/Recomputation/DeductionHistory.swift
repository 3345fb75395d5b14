import Ledger
import SickPay

/// The deductions of one person at one company so far, while the chains go by in order.
struct DeductionHistory {
  private var company: CompanyID?
  private var person: PersonID?
  private var days: [(day: Day, isMade: Bool)] = []
  /// The first day on which any row shows the person in the company's employment: a contract that
  /// was renewed begins later.
  private(set) var employed: Day?

  /// Forgets everything where another person's rows begin, or another company's.
  mutating func turn(to claims: Claims, _ claim: Int) {
    if claims[.company, claim] != company || claims[.assistent, claim] != person {
      (company, person, days) = (claims[.company, claim], claims[.assistent, claim], [])
      employed = firstEmployed(claims, claim)
    }
  }

  /// `nil` where no row says when the employment began.
  private func firstEmployed(_ claims: Claims, _ claim: Int) -> Day? {
    func isSame(_ row: Int) -> Bool {
      claims[.company, row] == company && claims[.assistent, row] == person
    }
    let rows =
      Array((0...claim).reversed().prefix(while: isSame))
      + (claim..<claims.count).prefix(while: isSame)
    guard let stated = rows.compactMap({ claims.value(.employedFrom, $0) }).min() else {
      return nil
    }
    return rows.reduce(stated) { min($0, claims[.sickFrom, $1]) }
  }

  /// Deductions in the 365 days before `start`: those made, or periods of which one may lie on a
  /// row outside of the scan.
  func count(before start: Day, isMade: Bool) -> Int {
    days.count {
      $0.isMade == isMade && $0.day < start
        && $0.day.distance(to: start) <= KarensAssessment.occasionDays
    }
  }

  mutating func add(_ day: Day, isMade: Bool) { days.append((day, isMade)) }
}
