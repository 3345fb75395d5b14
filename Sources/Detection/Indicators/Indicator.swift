public import Ledger
import SickPay

/// A statistic: one value per company, compared with its peers. Higher is worse; no indicator knows
/// a threshold.
public protocol Indicator: Sendable {
  var id: IndicatorID { get }
  var family: StatisticFamily { get }
  /// What is compared with what, in Swedish.
  var basis: String { get }
  /// The companies that one is compared with, in Swedish.
  var comparedWith: String { get }
  /// The papers that clear a company, in Swedish.
  var clearedBy: String { get }
  /// Companies long; `nil` where the value means nothing.
  func compare(_ companies: Companies) -> [Comparison?]
}

extension Indicator {
  /// Most are compared with those of their size, place and agreement.
  public var comparedWith: String { PeerGroups.description }
}

/// What a statistic looks at. Those of a family rise together where the same thing is out of the
/// ordinary, sickness often for one, so that they are one witness and not several.
public enum StatisticFamily: Sendable, CaseIterable {
  /// How often and how much employees are sick.
  case rate
  /// How long spells are, and what follows of that.
  case length
  /// Who is sick, and who stands in.
  case staff
  /// Wages, OB and kronor to the hour.
  case price
  /// The sums' digits and sizes.
  case digits
  /// Weekdays, and how late claims come.
  case timing
}

/// A company's value beside what its peers let one expect.
public struct Comparison: Sendable {
  public var observed: Double
  public var expected: Double
  /// log of how many times better a rate of the company's own explains the value than its peers'.
  public var evidence: Interval
  /// The probability of such a value or a higher one among the peers.
  public var pValue: Double
  /// The companies that the value was compared with.
  public var peers: Peers
  /// The claim rows that the value rests on.
  public var claims: [Int]
  /// Swedish, with the observed and the expected value.
  public var text: String
  public var clearedBy: String
  /// The rate shrunk towards that of the peers, where the value is a count.
  public var relative: RelativeRate?
  /// Whether the expected value rests on months of work that no register tells.
  public var isUncertain = false
}

/// A count over what peers let one expect, shrunk towards 1 by how much companies differ.
public struct RelativeRate: Sendable {
  fileprivate let distribution: GammaMixture

  /// EBGM of DuMouchel, The American Statistician 53 (1999) 177,
  /// doi:10.1080/00031305.1999.10474456.
  public var value: Double { distribution.geometricMean }
  /// EB05 and EB95.
  public var low: Double { distribution.quantile(0.05) }
  public var high: Double { distribution.quantile(0.95) }
}

/// The companies of a scan with their rows in the window and their profiles.
public struct Companies: Sendable {
  public let ledger: Ledger
  /// Claim rows in the window, by company id.
  public let rows: [[Int]]
  public let profiles: [CompanyProfile]
  public let summaries: [CompanySummary]
  let groups: PeerGroups
  let exposure: Exposure
  /// Companies long: the month of the first spell that a company claims for, within the window or
  /// before it; `nil` without rows. When a company was registered tells no more: it may have had
  /// nobody to claim for, and whoever takes over another's staff takes over their employments too.
  let firstMonths: [Int32?]
  /// Companies with at least one claim row in the window.
  let everyone: Peers
  static let everybody = "alla bolag i körningen"
  /// Persons long: at how many companies each is seen, as sick or as vikarie.
  private let employers: [Int32]

  public init(_ ledger: Ledger) {
    self.init(ledger) { CompanyProfile(ledger, claims: $0) }
  }

  /// - Parameter profile: Of a company's rows in the window; made in parts and merged, the same.
  init(_ ledger: Ledger, profile: (_ rows: [Int]) -> CompanyProfile) {
    self.ledger = ledger
    rows = (0..<ledger.dictionaries.companyCount).map { company in
      ledger.claimRows(of: CompanyID(index: company)).filter(ledger.isInWindow)
    }
    profiles = rows.map(profile)
    summaries = profiles.map(CompanySummary.init)
    groups = PeerGroups(ledger, rows: rows, summaries: summaries)
    firstMonths = (0..<ledger.dictionaries.companyCount).map { company in
      ledger.claimRows(of: CompanyID(index: company)).lazy
        .map { ledger.claims[.sickFrom, $0] }.min()?.month
    }
    exposure = Exposure(ledger, rows: rows, firstMonths: firstMonths)
    everyone = Peers(name: Companies.everybody, count: rows.count { !$0.isEmpty })
    var employers = [Int32](repeating: 0, count: ledger.dictionaries.persons.count)
    for profile in profiles {
      for employee in profile.employees { employers[employee.person.index] += 1 }
      for vikarie in profile.vikarier.ids where profile.employee(vikarie) == nil {
        employers[vikarie.index] += 1
      }
    }
    self.employers = employers
  }

  /// At how many companies a person is seen, as sick or as vikarie.
  func employers(of person: PersonID) -> Int { Int(employers[person.index]) }

  /// How many spells a person has at a company.
  func spells(of person: PersonID, _ company: Int) -> Int {
    profiles[company].employee(person)?.spells.spells.count ?? 0
  }
}

/// Compares counts over exposures with what the company's peers have.
///
/// The peers' level enters the exposure, so that all companies tell together how much ordinary ones
/// differ. The text ends with what was expected, of whom, and the relative rate shrunk towards that
/// of the others.
///
/// - Parameters:
///   - counts: Companies long; `nil` for companies that take no part.
///   - isUncertain: Whether a company's exposure is of months that no register tells.
func countComparisons(
  _ companies: Companies, _ counts: [(observed: Int, exposure: Double)?],
  departure: CountMixture.Departure, isUncertain: (_ company: Int) -> Bool = { _ in false },
  describe: (_ company: Int, _ observed: Int, _ expected: Double) -> Comparison.Words
) -> [Comparison?] {
  let known = counts.compactMap(\.self)
  let (events, whole) = known.reduce((0, 0.0)) { ($0.0 + $1.observed, $0.1 + $1.exposure) }
  let rate = whole > 0 ? Double(events) / whole : 0
  let levels = companies.groups.levels(counts.map { $0.map { ($0.observed, $0.exposure * rate) } })
  let exposures = zip(counts, levels).map { count, level in (count?.exposure ?? 0) * level }
  let fitted = CountMixture(
    fitting: zip(counts, exposures).compactMap { count, exposure in
      count.map { ($0.observed, exposure) }
    }, departure: departure)
  return counts.enumerated().map { company, count in
    guard let observed = count?.observed, exposures[company] > 0 else { return nil }
    let mixture = fitted.beside(observed, exposure: exposures[company])
    let expected = exposures[company] * mixture.ordinary.mean
    let peers = companies.groups.peers[company]
    let value = mixture.logBayesFactor(Double(observed), exposure: exposures[company])
    let pValue = mixture.ordinary.upperTail(observed, exposure: exposures[company])
    let relative = RelativeRate(
      distribution: mixture.relativeRate(observed, exposure: exposures[company]))
    // Whoever has no more than others is never shown: neither words nor rows are needed.
    guard value > 0 || pValue <= mostShownP else {
      return Comparison(
        observed: Double(observed), expected: expected,
        evidence: Interval(low: value, value: value, high: value), pValue: pValue, peers: peers,
        claims: [], text: "", clearedBy: "", relative: relative,
        isUncertain: isUncertain(company))
    }
    let words = describe(company, observed, expected)
    return Comparison(
      observed: Double(observed), expected: expected,
      evidence: mixture.evidence(observed, exposure: exposures[company]), pValue: pValue,
      peers: peers, claims: words.claims,
      text: words.text + ending(expected, peers, relative) + words.explanation,
      clearedBy: words.clearedBy, relative: relative, isUncertain: isUncertain(company))
  }
}

/// What is more probable than this among the peers is not told.
private let mostShownP = 0.1

private func ending(_ expected: Double, _ peers: Peers, _ relative: RelativeRate) -> String {
  func times(_ value: Double) -> String { SwedishNumbers.number(value, decimals: 1) }
  let limits = Funnel.limits(expected: expected, confidence: 0.95)
  return "; \(times(expected)) väntade enligt \(peers.name) (\(peers.count) bolag), av ren slump "
    + "\(times(limits.lowerBound * expected))–\(times(limits.upperBound * expected)) i 95 fall av "
    + "100. Justerat för slumpen "
    + "\(times(relative.value)) gånger det väntade "
    + "(\(times(relative.low))–\(times(relative.high)))."
}

extension Comparison {
  /// The words and rows of a comparison; the text, which ends on the observed value, without its
  /// full stop.
  struct Words {
    var claims: [Int]
    var text: String
    /// What stands after the expected value: sentences with a space before each.
    var explanation = ""
    var clearedBy: String
  }
}
