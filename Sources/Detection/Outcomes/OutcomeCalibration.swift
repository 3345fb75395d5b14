import Ledger

/// The curve from evidence to the probability of cheating, and the rates at which ärenden are found
/// wrong, fitted to what reviews came to.
///
/// One ärende that was right acquits no cheat, most of whose ärenden are, and one that was wrong
/// convicts nobody: all make mistakes. How often each of the two kinds of company is found wrong
/// stands in the reviews themselves (`ReviewClasses`), and the score stays what it was, however
/// many ärenden of a company are reviewed. Reviews that were chosen by risk do not bend it:
/// companies are chosen by the score, and the curve tells what is found at each score; ärenden
/// inside a company have rates of their own for each choice. Too few reviewed companies tell no
/// curve, and what the configuration has stays.
public struct OutcomeCalibration: Sendable, Equatable {
  /// Companies of the list with a reviewed ärende and any evidence.
  public let companies: Int
  /// Of which something was wrong.
  public let wrong: Int
  /// `nil` where they do not tell one.
  public let curve: Calibration?
  /// How often reviews find something to correct; `nil` where `curve` is.
  public let rates: HitRates?

  public static let fewestCompanies = 50
  /// Companies with something wrong, and without.
  public static let fewestOfEach = 10
  /// A curve keeps within this factor of the configured one in both numbers: some tens of reviews
  /// may correct it, not turn it over.
  private static let farthest = 4.0

  /// - Parameter list: With the scores of the configured curve.
  init(
    _ reviews: [CompanyID: CompanyReview], _ list: [RankedCompany], configured: Calibration,
    rates: HitRates
  ) {
    let outcomes = list.compactMap { company -> (score: Double, review: CompanyReview)? in
      guard let review = reviews[company.company], company.score.value > 0 else { return nil }
      return (company.score.value, review)
    }
    companies = outcomes.count
    wrong = outcomes.count(where: \.review.isWrong)
    let tells =
      companies >= OutcomeCalibration.fewestCompanies
      && min(wrong, companies - wrong) >= OutcomeCalibration.fewestOfEach
    let classes =
      tells ? ReviewClasses(fitting: outcomes, configured: configured, rates: rates) : nil
    self.rates = classes?.hitRates
    func bounded(_ value: Double, _ usual: Double) -> Double {
      min(max(value, usual / OutcomeCalibration.farthest), usual * OutcomeCalibration.farthest)
    }
    curve = classes.map {
      Calibration(
        midpoint: bounded($0.curve.midpoint, configured.midpoint),
        steepness: bounded($0.curve.steepness, configured.steepness),
        uncertainty: $0.curve.uncertainty)
    }
  }
}
