import SickPay

/// The values of the law table that a price depends on, flattened by month, so that a row is priced
/// by look-ups without a search, a text or a reference count.
struct MonthlyLaw: Sendable {
  /// January 2010 to December 2039.
  static let firstMonth: Int32 = 2010 * 12
  static let months = 360
  static let ages = 120

  /// In 1/10,000 of a per cent; `unknown` where a fact is missing.
  struct Fee: Sendable {
    var low: Int32
    var expected: Int32
    var high: Int32

    static let unknown = Fee(low: -1, expected: -1, high: -1)
  }

  private var fees: [Fee] = []
  private var sickPayShares: [Int32] = []
  let agreements: [MonthlyAgreement]

  init(_ law: LawTable) {
    let days = (0..<MonthlyLaw.months).map { MonthlyLaw.firstDay(ofMonth: $0) }
    var held: (year: Int, starts: [Day?])?
    for day in days {
      sickPayShares.append(law.sickPayShare[day]?.value?.tenThousandths ?? -1)
      // Nothing but a new year or a new entry changes what an age costs.
      let now = (year: day.civil.year, starts: MonthlyLaw.starts(law.employerFee, day))
      if let held, held == now {
        fees.append(contentsOf: fees.suffix(MonthlyLaw.ages))
        continue
      }
      held = now
      for age in 0..<MonthlyLaw.ages {
        let born = day.civil.year - age - 1
        let fee = law.employerFee.fee(paidOn: day, ageAtYearStart: age, birthYear: born)
        fees.append(
          fee.map {
            Fee(
              low: $0.low.tenThousandths, expected: $0.expected.tenThousandths,
              high: $0.high.tenThousandths)
          } ?? .unknown)
      }
    }
    agreements = law.agreements.map { MonthlyAgreement($0, days) }
  }

  private static func starts(_ fees: EmployerFees, _ day: Day) -> [Day?] {
    [
      fees.full[day]?.from, fees.older[day]?.from, fees.olderFromAge[day]?.from,
      fees.bornBefore1938[day]?.from, fees.youth[day]?.from, fees.lowestForAll[day]?.from,
    ]
  }

  /// The place of a month, counted as `Day.month` does; `nil` outside of the tables.
  static func place(_ month: Int32) -> Int? {
    let place = Int(month - firstMonth)
    return 0..<months ~= place ? place : nil
  }

  /// The fee on a wage paid in a month to somebody of an age at the year's beginning.
  func fee(month place: Int, age: Int) -> Fee {
    fees[place * MonthlyLaw.ages + min(max(age, 0), MonthlyLaw.ages - 1)]
  }

  /// Sick pay in 1/10,000 of a per cent of the wage; −1 where it is not known.
  func sickPayShare(month place: Int) -> Int32 { sickPayShares[place] }

  private static func firstDay(ofMonth place: Int) -> Day {
    let month = Int(firstMonth) + place
    guard let day = Day(year: month / 12, month: month % 12 + 1, day: 1) else {
      preconditionFailure("the tables lie inside of the calendar")
    }
    return day
  }
}

/// One agreement's values by month.
struct MonthlyAgreement: Sendable {
  let name: String
  private let supplements: [SupplementSteps?]
  private let holidayPercents: [Int32]
  private let mostCosts: [Int32]

  init(_ terms: AgreementTerms, _ days: [Day]) {
    name = terms.name
    supplements = days.map { terms.supplements[$0]?.value }
    mostCosts = days.map { terms.agreementCost[$0]?.value?.upperBound.tenThousandths ?? -1 }
    var percents: [Int32] = []
    var held: Day?
    for day in days {
      let entry = terms.holidayPay[day]
      if let entry, entry.from == held {
        percents.append(contentsOf: percents.suffix(MonthlyLaw.ages))
      } else {
        percents += (0..<MonthlyLaw.ages).map {
          entry?.value?.percent(age: $0)?.tenThousandths ?? -1
        }
      }
      held = entry?.from
    }
    holidayPercents = percents
  }

  /// `nil` where the steps are not known.
  func supplements(month place: Int) -> SupplementSteps? { supplements[place] }

  /// Semesterersättning in 1/10,000 of a per cent; −1 where it is not known.
  func holidayPercent(month place: Int, age: Int) -> Int32 {
    holidayPercents[place * MonthlyLaw.ages + min(max(age, 0), MonthlyLaw.ages - 1)]
  }

  /// The most that costs bound by the agreement may be, in 1/10,000 of a per cent; −1 where it is
  /// not known.
  func mostCost(month place: Int) -> Int32 { mostCosts[place] }
}
