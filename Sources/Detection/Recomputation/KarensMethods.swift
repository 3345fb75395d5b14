public import Ledger
import SickPay

/// How often a company deducts karens where one sickness cost hours at several brukare. Once is
/// what the law asks for; once per brukare is more than that, and lawful to claim.
public enum KarensMethod: Sendable {
  case perPeriod
  case perBrukare
}

/// The way that each company evidently deducts karens, told by its own sick periods with several
/// brukare.
public struct KarensMethods: Sendable {
  /// Periods with several brukare by company: all, and those with a deduction for each of them
  /// that come to more than one deduction.
  private var periods: [Int32]
  private var perBrukare: [Int32]

  /// At least so many periods are compared, and this share of them agree.
  static let fewestPeriods = 5
  static let fittingPercent = 60

  init(companies: Int) {
    periods = Array(repeating: 0, count: companies)
    perBrukare = periods
  }

  /// `nil` where too few periods tell, or neither way fits most of them.
  public func method(of company: CompanyID) -> KarensMethod? {
    let (all, each) = (Int(periods[company.index]), Int(perBrukare[company.index]))
    guard all >= KarensMethods.fewestPeriods else { return nil }
    if each * 100 >= all * KarensMethods.fittingPercent { return .perBrukare }
    return (all - each) * 100 >= all * KarensMethods.fittingPercent ? .perPeriod : nil
  }

  /// Counts a period where it has several brukare, and one deduction in all or one for each.
  ///
  /// - Parameters:
  ///   - rows: The period's claim rows.
  ///   - made, lawful: Seconds of karens deducted, and of one deduction.
  mutating func add(
    _ claims: Claims, _ hours: ClaimHours, _ rows: [Int], made: Int64, lawful: Int64
  ) {
    let first = claims[.brukare, rows[0]]
    guard rows.contains(where: { claims[.brukare, $0] != first }) else { return }
    let deducted = Set(rows.filter { hours.karens[$0] > 0 }.map { claims[.brukare, $0].cell })
    let company = claims[.company, rows[0]].index
    if abs(made - lawful) <= KarensAssessment.tolerance {
      periods[company] += 1
    } else if made > lawful,
      rows.allSatisfy({ deducted.contains(claims[.brukare, $0].cell) })
    {
      periods[company] += 1
      perBrukare[company] += 1
    }
  }
}
