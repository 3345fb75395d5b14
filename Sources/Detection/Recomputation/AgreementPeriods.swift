import SickPay

/// The agreements' values by period.
///
/// A place in it is an agreement's place in the law table; `nil` stands for any of them, where a
/// row does not tell which.
struct AgreementPeriods: Sendable {
  /// In 1/10,000 of a per cent; −1 where nothing is known.
  struct Percents: Sendable {
    var low: Int32
    var high: Int32

    static let unknown = Percents(low: -1, high: -1)

    /// Over what both admit, as far as it is known.
    func union(_ other: Percents) -> Percents {
      if low < 0 { return other }
      if other.low < 0 { return self }
      return Percents(low: min(low, other.low), high: max(high, other.high))
    }
  }

  private let count: Int
  private let periods: Int
  /// Agreement by agreement, and period by period.
  private let supplements: [SupplementSteps?]
  private let mostSupplements: [Int32]
  /// First any agreement, then one by one; by period, and for holiday pay by age.
  private let mostCosts: [Int32]
  private let holidayPercents: [Percents]

  init(_ agreements: [AgreementTerms], _ starts: [Day]) {
    (count, periods) = (agreements.count, starts.count)
    supplements = agreements.flatMap { terms in starts.map { terms.supplements[$0]?.value } }
    mostSupplements = starts.map { day in
      agreements.compactMap { $0.supplements[day]?.value?.weekend.tenThousandths }.max() ?? 0
    }
    let costs = agreements.map { terms in
      starts.map { terms.agreementCost[$0]?.value?.upperBound.tenThousandths ?? -1 }
    }
    mostCosts =
      starts.indices.map { period in costs.map { $0[period] }.max() ?? -1 }
      + costs.flatMap(\.self)
    let percents = agreements.map { AgreementPeriods.holidayPercents($0, starts) }
    holidayPercents =
      (0..<starts.count * LawPeriods.ages).map { place in
        percents.reduce(.unknown) { $0.union($1[place]) }
      } + percents.flatMap(\.self)
  }

  private static func holidayPercents(_ terms: AgreementTerms, _ starts: [Day]) -> [Percents] {
    starts.flatMap { day in
      let steps = terms.holidayPay[day]?.value
      return (0..<LawPeriods.ages).map { age in
        let percent = steps?.percent(age: age)?.tenThousandths ?? -1
        return Percents(low: percent, high: percent)
      }
    }
  }

  /// `nil` where the steps are not known.
  func supplements(_ agreement: Int, _ period: Int) -> SupplementSteps? {
    supplements[agreement * periods + period]
  }

  /// The highest step of any agreement, the weekend's, in 1/10,000 kr an hour; 0 where none is
  /// known.
  func mostSupplement(_ period: Int) -> Int32 { mostSupplements[period] }

  /// Semesterersättning at an age.
  func holidayPercents(_ agreement: Int?, _ period: Int, age: Int) -> Percents {
    let place = place(agreement) * periods + period
    return holidayPercents[place * LawPeriods.ages + min(max(age, 0), LawPeriods.ages - 1)]
  }

  /// Whether the agreement, or any where it is `nil`, gives a percentage at an age.
  func isHolidayPercent(_ percent: Int32, _ agreement: Int?, _ period: Int, age: Int) -> Bool {
    let agreements = agreement.map { $0..<$0 + 1 } ?? 0..<count
    return agreements.contains { holidayPercents($0, period, age: age).low == percent }
  }

  /// The most that costs bound by the agreement may be, in 1/10,000 of a per cent; −1 where it is
  /// not known.
  func mostCost(_ agreement: Int?, _ period: Int) -> Int32 {
    mostCosts[place(agreement) * periods + period]
  }

  private func place(_ agreement: Int?) -> Int { agreement.map { $0 + 1 } ?? 0 }
}
