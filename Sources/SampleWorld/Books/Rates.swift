import SickPay

/// The collective agreement that a company applies.
enum Agreement: String, CaseIterable {
  case bransch = "Vårdföretagarna Bransch G"
  case fremia = "Fremia"
  case sobona = "Sobona"
  case none = "inget"

  /// OB an hour in öre. The steps of 2017 are published (assistanskoll.se, "OB-tillägg"); later
  /// years are raised by an index that leads to Fremia's published weekend step of 2027, an
  /// estimate.
  func supplements(year: Int) -> SupplementRates {
    let index = Agreement.index(year: year)
    let steps: (evening: Int64, night: Int64, weekend: Int64) =
      switch self {
      case .bransch: (2063, 4162, 5134)
      case .fremia: (2055, 4143, 5110)
      case .sobona: (2076, 4154, 5063)
      case .none: (0, 0, 0)
      }
    return SupplementRates(
      evening: steps.evening * index / 10_000, night: steps.night * index / 10_000,
      weekend: steps.weekend * index / 10_000, jour: self == .none ? 2500 : 3000 * index / 10_000)
  }

  private static func index(year: Int) -> Int64 {
    let raised: [Int64] = [
      10_000, 10_100, 10_210, 10_310, 10_430, 10_530, 10_630, 10_980, 11_359, 11_744, 12_096,
    ]
    return raised[min(max(year - 2017, 0), raised.count - 1)]
  }

  /// Semesterersättning in per cent: 12 (semesterlagen 1977:480, 16 b §); Fremia's agreement from
  /// 2023-01-01 gives 13 from the age of 40 and 14 from 50 (ka.se 2020-12-15).
  func vacationPercent(age: Int, year: Int) -> Int64 {
    guard self == .fremia, year >= 2023, age >= 40 else { return 12 }
    return age >= 50 ? 14 : 13
  }
}

/// Supplements in öre an hour.
struct SupplementRates: Equatable {
  var evening: Int64
  var night: Int64
  var weekend: Int64
  var jour: Int64
}

/// Arbetsgivaravgift in hundredths of a per cent.
enum EmployerFee {
  static let full: Int64 = 3142
  static let older: Int64 = 1021

  /// The fee on a wage paid on a day (socialavgiftslagen 2000:980, 2 kap. 26–29 §§; SFS 2022:889
  /// for the age limits, SFS 2026:100 for the youth relief). Payments from 2019-07-01; the relief's
  /// ceiling of 25 000 kr a month is taken as not reached.
  ///
  /// - Parameter born: the year of birth; nobody here is born on the first of January, so the age
  ///   at the year's beginning follows from it.
  static func rate(born: Int, paid: Day) -> Int64 {
    let (year, month, _) = paid.civil
    let age = year - born - 1
    let limit = year >= 2026 ? 67 : year >= 2023 ? 66 : 65
    if age >= limit { return older }
    guard 18...22 ~= age else { return full }
    switch year * 100 + month {
    case 202_106...202_108, 202_206...202_208: return 1021
    case 202_101...202_303: return 1973
    case 202_604...202_709: return 2081
    default: return full
    }
  }
}
