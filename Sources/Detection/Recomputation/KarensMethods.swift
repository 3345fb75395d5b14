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

  mutating func add(_ method: KarensMethod, of company: CompanyID) {
    periods[company.index] += 1
    if method == .perBrukare { perBrukare[company.index] += 1 }
  }
}

extension KarensMethod {
  /// How a period with several brukare was deducted; `nil` where it has one brukare, or neither one
  /// deduction in all nor one for each.
  ///
  /// - Parameters:
  ///   - rows: The period's claim rows.
  ///   - made, lawful: Seconds of karens deducted, and of one deduction.
  init?(_ claims: Claims, _ hours: ClaimHours, _ rows: [Int], made: Int64, lawful: Int64) {
    let first = claims[.brukare, rows[0]]
    guard rows.contains(where: { claims[.brukare, $0] != first }) else { return nil }
    if abs(made - lawful) <= KarensAssessment.tolerance {
      self = .perPeriod
      return
    }
    let deducted = Set(rows.filter { hours.karens[$0] > 0 }.map { claims[.brukare, $0].cell })
    guard made > lawful, rows.allSatisfy({ deducted.contains(claims[.brukare, $0].cell) }) else {
      return nil
    }
    self = .perBrukare
  }
}
