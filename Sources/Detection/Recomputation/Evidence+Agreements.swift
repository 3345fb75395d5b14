import Ledger
import SickPay

extension Evidence {
  /// The terms of the agreement that a row names; `nil` where it names none that is known.
  func agreementTerms(_ claim: Int) -> AgreementTerms? {
    prices.agreement(claim).map { rulebook.law.agreements[$0] }
  }

  /// What the law table says of semesterersättning for a row; `nil` where its agreement is not
  /// known.
  func holidayPayEntry(_ claim: Int) -> Dated<[HolidayPayStep]>.Entry? {
    agreementTerms(claim)?.holidayPay[ledger.claims[.sickFrom, claim]]
  }
}

extension Recomputation {
  /// Whether a stated percentage stands in the row's agreement for some age, or in any agreement
  /// where the row names none.
  func isHolidayPercent(_ stated: Percentage, _ claim: Int) -> Bool {
    guard let place = MonthlyLaw.place(sickMonth(claim)) else { return true }
    let named = agreement(claim).map { [law.agreements[$0]] } ?? law.agreements
    return named.contains { terms in
      (0..<MonthlyLaw.ages).contains {
        terms.holidayPercent(month: place, age: $0) == stated.tenThousandths
      }
    }
  }
}
