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
  /// The highest percentage of semesterersättning for the assistant's age in the row's agreement,
  /// or in any where the row names none, in 1/10,000 of a per cent; `nil` where it is not known.
  func highestHolidayPercent(_ claim: Int) -> Int64? {
    guard let period = period(claim), let birth = birth(claim) else { return nil }
    return holidayPercents(claim, agreement(claim), birth, period)?.high
  }

  /// Whether a percentage stands in the row's agreement for some age, or in any agreement where the
  /// row names none.
  func isHolidayPercent(_ stated: Percentage, _ claim: Int) -> Bool {
    guard let period = period(claim) else { return true }
    let agreement = agreement(claim)
    return (0..<LawPeriods.ages).contains { age in
      law.agreements.isHolidayPercent(stated.tenThousandths, agreement, period, age: age)
    }
  }
}
