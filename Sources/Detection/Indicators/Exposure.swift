import Ledger
import SickPay

/// How much there was to fall sick from at each company, in months of full-time work.
///
/// Hours that kommuner granted to brukare with the company tell it best, since the company does not
/// decide them; then hours that it reported to have worked. Without registers claims tell it only
/// in part: the months between a person's first and last appearance in either role, sick or
/// vikarie. That is uncertain, since paper employees swell it.
struct Exposure: Sendable {
  /// Where the months come from.
  enum Source: Sendable, Equatable {
    case granted, reported, seen
  }

  let source: Source
  /// Companies long.
  let months: [Double]
  /// Companies long: whether the register of `source` lacks the company, so that its months are
  /// those in which persons are seen, at the companies' usual ratio of the two.
  let isEstimated: [Bool]
  /// Companies long: whether the company began late, so that the months in which its persons are
  /// seen are converted to what they would be over all of the data.
  private let isConverted: [Bool]

  /// A month of full-time work: 40 hours a week (arbetstidslagen 1982:673, 5 §).
  private static let secondsOfMonth = 40.0 * 3600 * 365.25 / 7 / 12
  /// Fewer companies in a register tell no ratio.
  private static let fewestCompanies = 8

  /// - Parameters:
  ///   - rows: Claim rows in the window, by company id.
  ///   - firstMonths: Companies long: the month from which a company claims; `nil` without rows.
  init(_ ledger: Ledger, rows: [[Int]], firstMonths: [Int32?]) {
    let watched = SeenMonths(ledger, rows, firstMonths)
    let seen = watched.months
    let window = Month(of: ledger.window.lowerBound)...Month(of: ledger.window.upperBound)
    let registers = CompanyExposures(ledger, months: window)
    let reported = ledger.registers.spansMost(of: window) ? registers.reported : nil
    self =
      Exposure(.granted, registers.decided, seen) ?? Exposure(.reported, reported, seen)
      ?? Exposure(
        source: .seen, months: seen, isEstimated: seen.map { _ in false },
        isConverted: watched.isConverted)
  }

  /// - Parameters:
  ///   - seconds: Companies long; `nil` where no register tells.
  ///   - seen: The months in which persons are seen.
  private init?(_ source: Source, _ seconds: [Int64]?, _ seen: [Double]) {
    guard let told = seconds?.map({ Double($0) / Exposure.secondsOfMonth }) else { return nil }
    let ratios = zip(told, seen).filter { $0.0 > 0 && $0.1 > 0 }.map { $0.0 / $0.1 }
    guard ratios.count >= Exposure.fewestCompanies, let ratio = median(ratios) else { return nil }
    self.init(
      source: source, months: zip(told, seen).map { $0.0 > 0 ? $0.0 : $0.1 * ratio },
      isEstimated: told.map { $0 <= 0 }, isConverted: told.map { _ in false })
  }

  private init(
    source: Source, months: [Double], isEstimated: [Bool], isConverted: [Bool]
  ) {
    (self.source, self.months) = (source, months)
    (self.isEstimated, self.isConverted) = (isEstimated, isConverted)
  }

  /// Whether a company's months are those in which its persons are seen.
  func isUncertain(_ company: Int) -> Bool { source == .seen || isEstimated[company] }

  /// How a text calls the months of a company, with what they rest on.
  func words(_ company: Int) -> String {
    let told =
      switch source {
      case .granted: "heltidsmånader enligt beviljade timmar"
      case .reported: "heltidsmånader enligt rapporterad tid"
      case .seen:
        "personmånader (osäkert: månader mellan första och sista gången en person syns"
          + (isConverted[company] ? ", omräknade då bolaget inte funnits med hela tiden)" : ")")
      }
    return isEstimated[company]
      ? "heltidsmånader (osäkert: registret saknar bolaget, uppskattat ur dess ärenden)" : told
  }
}

extension Registers {
  /// Whether the time reported reaches over at least half of some months; less says nothing of the
  /// others.
  fileprivate func spansMost(of months: ClosedRange<Month>) -> Bool {
    let starts = workedTime.column(.start)
    guard let first = starts.min(), let last = starts.max() else { return false }
    let low = max(months.lowerBound, Month(of: SwedishTime.wallTime(Moment(cell: first)).day))
    let high = min(months.upperBound, Month(of: SwedishTime.wallTime(Moment(cell: last)).day))
    return low <= high && low.distance(to: high) + 1 >= months.count / 2
  }
}
