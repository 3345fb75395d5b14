public import Ledger
public import SickPay

/// What the reviews of a company's ärenden came to.
public struct CompanyReview: Sendable, Equatable {
  /// Whether any of them found something wrong.
  public fileprivate(set) var isWrong = false
  /// What was found wrong, summed over the ärenden, each with the largest of its sums.
  public fileprivate(set) var kronor = Ore.zero
}

extension Ledger {
  /// The companies of which an ärende was reviewed, by `utfall.csv`.
  public var companyReviews: [CompanyID: CompanyReview] {
    let outcomes = registers.outcomes
    var found: [Case: CompanyReview] = [:]
    for row in 0..<outcomes.count {
      let key = Case(kommun: outcomes[.kommun, row], arende: outcomes[.arende, row])
      var review = found[key] ?? CompanyReview()
      if outcomes[.outcome, row] != .right {
        review.isWrong = true
        review.kronor = max(review.kronor, outcomes.value(.amount, row) ?? .zero)
      }
      found[key] = review
    }
    if found.isEmpty { return [:] }
    var companies: [CompanyID: CompanyReview] = [:]
    var counted: Set<Share> = []
    for claim in 0..<claims.count {
      let key = Case(kommun: claims[.kommun, claim], arende: claims[.arende, claim])
      let company = claims[.company, claim]
      guard let review = found[key],
        counted.insert(Share(reviewed: key, company: company)).inserted
      else { continue }
      var all = companies[company] ?? CompanyReview()
      all.isWrong = all.isWrong || review.isWrong
      all.kronor += review.kronor
      companies[company] = all
    }
    return companies
  }
}

/// An ärende is known in its kommun only.
private struct Case: Hashable {
  let kommun: KommunCode
  let arende: TextID
}

/// A company's part in an ärende, which counts once however many rows it has.
private struct Share: Hashable {
  let reviewed: Case
  let company: CompanyID
}
