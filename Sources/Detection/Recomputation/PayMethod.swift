/// How a company computes what it claims; every choice is lawful unless the kommun's policy says
/// otherwise.
public struct PayMethod: Sendable, Hashable {
  /// What semesterersättning is a percentage of.
  public enum HolidayPayBase: String, Sendable, CaseIterable {
    case paidHours = "full lön för de ersatta timmarna"
    case karensHoursToo = "full lön, även för karenstimmarna"
    case sickPay = "sjuklönen"
  }

  public var holidayPayBase: HolidayPayBase
  /// Whether semesterersättning is given on OB too.
  public var onSupplements: Bool

  static let all: [PayMethod] = HolidayPayBase.allCases.flatMap { base in
    [true, false].map { PayMethod(holidayPayBase: base, onSupplements: $0) }
  }
}

extension PriceTerms {
  /// What semesterersättning is a percentage of by a method, in 1/10,000 kr.
  ///
  /// - Parameter fullSupplements: OB before the sick pay's share is taken, in 1/10,000 kr.
  func holidayPayBase(_ method: PayMethod, fullSupplements: Int64) -> Int64 {
    let wages = wage * hours.high / 3600
    let extra = method.onSupplements ? fullSupplements : 0
    switch method.holidayPayBase {
    case .paidHours: return wages + extra
    case .karensHoursToo:
      return wages + extra + wage * karens / 3600
        + (method.onSupplements ? supplementsOnKarens : 0)
    case .sickPay: return (wages + extra) * sickPayShare / 1_000_000
    }
  }

  /// Semesterersättning in öre, on what a method gives it on.
  func holidayPay(on base: Int64, percent: Int64) -> Int64 {
    rounded(base * percent, over: 100_000_000)
  }
}
