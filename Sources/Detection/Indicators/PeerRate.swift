import Glibc
import Ledger
import SickPay

/// A rate that is no count: hours, kronor or a share of hours over an exposure, against peers.
///
/// The logarithm of observed ÷ expected spreads by chance like one over the root of the effective
/// number of employees, (Σx)²/Σx² over their parts x, and beyond it from company to company: the
/// additive variance of a funnel plot, from deviations of which the outer tenths are drawn in.
struct PeerRate: Indicator {
  let id: IndicatorID
  let family: StatisticFamily
  let basis: String
  /// Whether a low rate is the suspicious one.
  let isLowWorse: Bool
  /// Swedish: what is measured, and in what unit.
  let name: String
  let decimals: Int
  let clearedBy: String
  let parts: @Sendable (EmployeeProfile) -> (amount: Double, exposure: Double)
  /// Whether the company's months of work take the place of the employees' exposures.
  var isPerMonth = false
  /// Added to each company's amount before its logarithm is taken, so that none at all has one too.
  var padding = 0.0

  /// Fewer effective employees tell nothing, and fewer companies no spread.
  private static let fewestEmployees = 3.0
  private static let fewestCompanies = 8
  private static let winsorized = 0.1
  /// A normal distribution's 95 % on both sides.
  private static let deviationsShown = 1.959964

  func compare(_ companies: Companies) -> [Comparison?] {
    let sums = companies.profiles.indices.map { summed(companies, $0) }
    let known = sums.compactMap(\.self)
    let exposure = known.reduce(0) { $0 + $1.exposure }
    guard known.count >= PeerRate.fewestCompanies, known.contains(where: { $0.amount > 0 }) else {
      return sums.map { _ in nil }
    }
    let rate = known.reduce(0) { $0 + $1.padded } / exposure
    let levels = companies.groups.levels(
      amounts: sums.map { $0.map { ($0.padded / rate, $0.exposure, $0.effective) } })
    let logs = zip(sums, levels).map { sums, level in
      sums.map {
        Funnel.deviation(
          observed: $0.padded / $0.exposure / rate / level, expected: 1, error: $0.error)
      }
    }
    let spread = Overdispersion(
      deviations: logs.compactMap(\.self), errors: known.map(\.error),
      winsorized: PeerRate.winsorized)
    return sums.indices.map { company in
      guard let sums = sums[company], let log = logs[company] else { return nil }
      let deviations = spread.scaled(isLowWorse ? -log : log, error: sums.error)
      return comparison(
        companies, company, sums, expected: rate * levels[company], deviations,
        width: (sums.error * sums.error + spread.variance).squareRoot())
    }
  }

  private func comparison(
    _ companies: Companies, _ company: Int, _ sums: Sums, expected: Double, _ deviations: Double,
    width: Double
  ) -> Comparison {
    let peers = companies.groups.peers[company]
    let reach = exp(PeerRate.deviationsShown * width)
    func text(_ value: Double) -> String { SwedishNumbers.number(value, decimals: decimals) }
    let caution = isPerMonth ? " räknat i \(companies.exposure.words(company))" : ""
    return Comparison(
      observed: sums.ratio, expected: expected,
      evidence: NormalDeparture.usual.evidence(deviations),
      pValue: normalUpperTail(deviations), peers: peers,
      claims: deviations > 0 ? companies.rows[company] : [],
      text: "\(name): \(text(sums.ratio))\(caution); \(text(expected)) väntat enligt "
        + "\(peers.name) (\(peers.count) bolag), gränser för 95 % \(text(expected / reach))–"
        + "\(text(expected * reach)).",
      clearedBy: clearedBy, isUncertain: isPerMonth && companies.exposure.isUncertain(company))
  }

  /// A company's parts, added up.
  private struct Sums {
    let amount: Double
    /// Above 0.
    let padded: Double
    let exposure: Double
    /// The number of employees that the amount would be spread on evenly.
    let effective: Double

    var ratio: Double { amount / exposure }
    var error: Double { 1 / effective.squareRoot() }
  }

  private func summed(_ companies: Companies, _ company: Int) -> Sums? {
    var (amount, spread, squares) = (0.0, 0.0, 0.0)
    for employee in companies.profiles[company].employees {
      let part = parts(employee)
      amount += part.amount
      spread += part.exposure
      squares += part.exposure * part.exposure
    }
    let exposure = isPerMonth ? companies.exposure.months[company] : spread
    guard amount + padding > 0, exposure > 0, squares > 0 else { return nil }
    let effective = spread * spread / squares
    return effective >= PeerRate.fewestEmployees
      ? Sums(
        amount: amount, padded: amount + padding, exposure: exposure, effective: effective) : nil
  }
}

extension PeerRate {
  /// In hours times a hundred.
  private static let halfHour = 50.0

  static let sickHours = PeerRate(
    id: IndicatorID("sjuktimmar-per-manad"), family: .rate,
    basis: "Sjuktimmar per månads arbete jämfört med likartade bolag, tratt med överspridning",
    isLowWorse: false, name: "Sjuktimmar per månad", decimals: 1,
    clearedBy: "Uppgift om bolagets anställda och arbetade tid, eller ett känt utbrott.",
    parts: { employee in
      let hours = Double(employee.sickTime.value) / 3600
      return (hours, hours)
    }, isPerMonth: true)

  static let kronorPerHour = PeerRate(
    id: IndicatorID("kronor-per-sjuktimme"), family: .price,
    basis: "Begärda kronor per sjuktimme jämfört med likartade bolag, tratt med överspridning",
    isLowWorse: false, name: "Kronor per sjuktimme", decimals: 0,
    clearedBy: "Lönespecifikationer och scheman som visar löner och OB.",
    parts: { employee in
      (Double(employee.kronor.value) / 100, Double(employee.sickTime.value) / 3600)
    })

  static let karensShare = PeerRate(
    id: IndicatorID("lag-karensandel"), family: .length,
    basis: "Karensens andel av sjuktimmarna jämfört med likartade bolag, tratt med överspridning",
    isLowWorse: true, name: "Karensens andel av sjuktimmarna i procent", decimals: 1,
    clearedBy: "Karensberäkning för varje sjukperiod.",
    parts: { employee in
      (Double(employee.karensTime.value) / 36, Double(employee.sickTime.value) / 3600)
    }, padding: halfHour)
}
