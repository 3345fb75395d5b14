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
      (company, person) = (claims[.company, claim], claims[.assistent, claim])
      days.removeAll(keepingCapacity: true)
      employed = firstEmployed(claims, claim)
    }
  }

  /// `nil` where no row says when the employment began.
  private func firstEmployed(_ claims: Claims, _ claim: Int) -> Day? {
    func isSame(_ row: Int) -> Bool {
      claims[.company, row] == company && claims[.assistent, row] == person
    }
    var (first, end) = (claim, claim + 1)
    while first > 0, isSame(first - 1) { first -= 1 }
    while end < claims.count, isSame(end) { end += 1 }
    var (stated, seen): (Day?, Day) = (nil, claims[.sickFrom, claim])
    for row in first..<end {
      if let day = claims.value(.employedFrom, row) { stated = min(stated ?? day, day) }
      seen = min(seen, claims[.sickFrom, row])
    }
    return stated.map { min($0, seen) }
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
