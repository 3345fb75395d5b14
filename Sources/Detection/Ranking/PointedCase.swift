public import Ledger
public import SickPay

/// A company's part in an ärende, which is known in its kommun only.
public struct CaseKey: Hashable, Sendable {
  public let company: CompanyID
  public let kommun: KommunCode
  public let arende: TextID
}

extension Ledger {
  /// The ärende of a claim row.
  public func caseKey(ofClaim claim: Int) -> CaseKey {
    CaseKey(
      company: claims[.company, claim], kommun: claims[.kommun, claim],
      arende: claims[.arende, claim])
  }
}

/// An ärende that findings point to.
public struct PointedCase: Sendable, Equatable {
  public let key: CaseKey
  /// The surest of those findings' that have something at stake in it; `.monster` where none has,
  /// since what costs nothing is seldom corrected, however sure it is.
  public let verdict: Verdict
  /// Per claim row the largest total that its findings can take, summed.
  public let stake: Ore
}

/// The ärenden that a company's findings hold to be at fault, by their first claim row; of a
/// statistic those that a report shows.
///
/// - Parameter stakes: By claim row, each within its sum.
func pointedCases(
  _ findings: [Finding], _ stakes: [Int: Ore], _ ledger: Ledger
) -> [PointedCase] {
  // Rows with the place of the verdict behind them, so that a row's surest finding comes first.
  let places = Verdict.allCases.count
  func mark(_ row: Int, _ verdict: Verdict) -> Int {
    row * places + (Verdict.allCases.firstIndex(of: verdict) ?? 0)
  }
  let pointed = findings.flatMap { finding in
    finding.shown.prefix(finding.atFault).map { mark($0, .monster) }
      + finding.stakes.filter { $0.amount > .zero }.map { mark($0.claim, finding.verdict) }
  }.sorted()
  var cases: [PointedCase] = []
  var known: [CaseKey: Int] = [:]
  var last = -1
  for mark in pointed where mark / places != last {
    last = mark / places
    let (key, verdict) = (ledger.caseKey(ofClaim: last), Verdict.allCases[mark % places])
    let stake = stakes[last] ?? .zero
    if let place = known[key] {
      cases[place] = cases[place].joined(by: verdict, stake)
    } else {
      known[key] = cases.count
      cases.append(PointedCase(key: key, verdict: verdict, stake: stake))
    }
  }
  return cases
}

extension PointedCase {
  fileprivate func joined(by other: Verdict, _ more: Ore) -> PointedCase {
    let surest = Verdict.allCases.first { $0 == verdict || $0 == other } ?? verdict
    return PointedCase(key: key, verdict: surest, stake: stake + more)
  }
}
