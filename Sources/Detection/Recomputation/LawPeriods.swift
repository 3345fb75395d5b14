import SickPay

/// The values that a price depends on, flattened by period, so that a row is priced by look-ups
/// without a search, a text or a reference count.
///
/// A period is a stretch of days within one year on which no value of the law table and no policy
/// of a kommun changes.
struct LawPeriods: Sendable {
  private static let years = 2010...2039
  static let ages = 120

  /// In 1/10,000 of a per cent; `unknown` where a fact is missing.
  struct Fee: Sendable {
    var low: Int32
    var expected: Int32
    var high: Int32
    /// Whether the source is one that proves.
    var isCertain = false

    static let unknown = Fee(low: -1, expected: -1, high: -1)
  }

  /// The first day of each period.
  private let starts: [Day]
  /// Of each day of the years.
  private let periodOfDay: [Int16]
  private let yearOfPeriod: [Int32]
  private let fees: [Fee]
  private let sickPayShares: [Int32]
  let agreements: AgreementPeriods
  let policies: PolicyPeriods

  init(_ rulebook: Rulebook) {
    let law = rulebook.law
    let starts = LawPeriods.starts(rulebook)
    self.starts = starts
    periodOfDay = LawPeriods.periodsOfDays(starts)
    yearOfPeriod = starts.map { Int32($0.civil.year) }
    sickPayShares = starts.map { law.sickPayShare[$0]?.value?.tenThousandths ?? -1 }
    fees = starts.flatMap { day in
      (0..<LawPeriods.ages).map { age in
        let born = day.civil.year - age - 1
        return law.employerFee.fee(paidOn: day, ageAtYearStart: age, birthYear: born).map {
          Fee(
            low: $0.low.tenThousandths, expected: $0.expected.tenThousandths,
            high: $0.high.tenThousandths, isCertain: $0.tag.isCertain)
        } ?? .unknown
      }
    }
    agreements = AgreementPeriods(law.agreements, starts)
    policies = PolicyPeriods(rulebook.policies, starts)
  }

  private static func firstDay(of year: Int) -> Day {
    guard let day = Day(year: year, month: 1, day: 1) else {
      preconditionFailure("the years lie inside of the calendar")
    }
    return day
  }

  private static func starts(_ rulebook: Rulebook) -> [Day] {
    let (law, fees) = (rulebook.law, rulebook.law.employerFee)
    var days = Set(years.map(firstDay))
    func add<Value>(_ dated: Dated<Value>) {
      for entry in dated.entries {
        days.insert(entry.from)
        if let last = entry.to { days.insert(last.advanced(by: 1)) }
      }
    }
    add(law.sickPayShare)
    add(fees.full)
    add(fees.older)
    add(fees.olderFromAge)
    add(fees.bornBefore1938)
    add(fees.youth)
    add(fees.lowestForAll)
    for agreement in law.agreements {
      add(agreement.supplements)
      add(agreement.holidayPay)
      add(agreement.agreementCost)
    }
    add(rulebook.policies.common)
    for (_, policies) in rulebook.policies.differing { add(policies) }
    let all = firstDay(of: years.lowerBound)..<firstDay(of: years.upperBound + 1)
    return days.filter(all.contains).sorted()
  }

  private static func periodsOfDays(_ starts: [Day]) -> [Int16] {
    let ends = starts.dropFirst() + [firstDay(of: years.upperBound + 1)]
    return zip(starts, ends).enumerated().flatMap { period, days in
      [Int16](repeating: Int16(period), count: days.0.distance(to: days.1))
    }
  }

  /// `nil` outside of the years.
  func period(_ day: Day) -> Int? {
    let place = starts[0].distance(to: day)
    return periodOfDay.indices.contains(place) ? Int(periodOfDay[place]) : nil
  }

  func year(_ period: Int) -> Int32 { yearOfPeriod[period] }

  /// The fee on a wage paid in a period to somebody of an age at the year's beginning.
  func fee(_ period: Int, age: Int) -> Fee {
    fees[period * LawPeriods.ages + min(max(age, 0), LawPeriods.ages - 1)]
  }

  /// Sick pay in 1/10,000 of a per cent of the wage; −1 where it is not known.
  func sickPayShare(_ period: Int) -> Int32 { sickPayShares[period] }
}
