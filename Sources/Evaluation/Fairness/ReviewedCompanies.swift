public import Ledger
import SickPay

extension Ledger {
  /// The companies of which an ärende was reviewed, by `utfall.csv`, and whether the review of any
  /// found something wrong.
  public var reviewedCompanies: [CompanyID: Bool] {
    let outcomes = registers.outcomes
    var isWrong: [Case: Bool] = [:]
    for row in 0..<outcomes.count {
      let key = Case(kommun: outcomes[.kommun, row], arende: outcomes[.arende, row])
      isWrong[key] = isWrong[key] ?? false || outcomes[.outcome, row] != .right
    }
    var companies: [CompanyID: Bool] = [:]
    for claim in 0..<claims.count {
      let key = Case(kommun: claims[.kommun, claim], arende: claims[.arende, claim])
      guard let wrong = isWrong[key] else { continue }
      let company = claims[.company, claim]
      companies[company] = companies[company] ?? false || wrong
    }
    return companies
  }
}

/// An ärende is known in its kommun only.
private struct Case: Hashable {
  let kommun: KommunCode
  let arende: TextID
}
