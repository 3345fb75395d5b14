public import Ledger
public import SickPay

/// What the reviews of a company's ärenden came to.
public struct CompanyReview: Sendable, Equatable {
  /// The reviewed ärenden of one choice.
  public struct Tally: Sendable, Equatable {
    public internal(set) var reviewed = 0
    /// Of which something was found.
    public internal(set) var wrong = 0

    mutating func add(isWrong: Bool) {
      reviewed += 1
      if isWrong { wrong += 1 }
    }
  }

  /// By the surest verdict that points to them now. One that no finding points to was chosen for
  /// what is known of the company as a whole, as those are that statistics point to.
  public internal(set) var risk = ByVerdict { _ in Tally() }
  public internal(set) var random = Tally()
  /// What was found wrong, summed over the ärenden, each with the largest of its sums.
  public internal(set) var kronor = Ore.zero

  /// Whether any of them found something wrong.
  public var isWrong: Bool {
    random.wrong > 0 || Verdict.allCases.contains { risk[$0].wrong > 0 }
  }
}

extension Ledger {
  /// The companies of which an ärende was reviewed, by `utfall.csv`.
  ///
  /// - Parameter verdicts: The surest of the findings that point to an ärende.
  public func companyReviews(
    _ verdicts: [CaseKey: Verdict] = [:]
  ) -> [CompanyID: CompanyReview] {
    let outcomes = registers.outcomes
    var found: [Case: CaseReview] = [:]
    for row in 0..<outcomes.count {
      let key = Case(kommun: outcomes[.kommun, row], arende: outcomes[.arende, row])
      var review = found[key] ?? CaseReview()
      if outcomes.value(.selection, row) == .random { review.isRandom = true }
      if outcomes[.outcome, row] != .right {
        review.isWrong = true
        review.kronor = max(review.kronor, outcomes.value(.amount, row) ?? .zero)
      }
      found[key] = review
    }
    if found.isEmpty { return [:] }
    var companies: [CompanyID: CompanyReview] = [:]
    var counted: Set<CaseKey> = []
    for claim in 0..<claims.count {
      let key = caseKey(ofClaim: claim)
      guard let review = found[Case(kommun: key.kommun, arende: key.arende)],
        counted.insert(key).inserted
      else { continue }
      var all = companies[key.company] ?? CompanyReview()
      if review.isRandom {
        all.random.add(isWrong: review.isWrong)
      } else {
        all.risk[verdicts[key] ?? .monster].add(isWrong: review.isWrong)
      }
      all.kronor += review.kronor
      companies[key.company] = all
    }
    return companies
  }
}

/// What the rows of an ärende come to: by chance or wrong if any row says so.
private struct CaseReview {
  var isRandom = false
  var isWrong = false
  var kronor = Ore.zero
}

/// An ärende is known in its kommun only.
private struct Case: Hashable {
  let kommun: KommunCode
  let arende: TextID
}
