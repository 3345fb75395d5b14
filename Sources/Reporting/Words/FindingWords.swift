import SickPay

extension FindingReport {
  var isRule: Bool { kind == "rule" }

  /// `regelbrott`, or with what it may be worth: `regelbrott, 2 831,95 kr`.
  var weight: String {
    kronor == .zero ? verdict : "\(verdict), \(SwedishNumbers.kronor(kronor))"
  }

  /// One line: what it is, what it may be worth, and why.
  var reason: String { "\(weight): \(text)" }

  /// The first ärende at fault, and how many more there are.
  var arende: String {
    let claims = claims
    guard let first = claims.first else { return "–" }
    return claims.count == 1 ? first : "\(first) +\(claims.count - 1)"
  }

  /// What was seen, what was expected, and against whom.
  var comparison: String {
    let values =
      "Observerat \(SwedishNumbers.measure(observed)), väntat \(SwedishNumbers.measure(expected))"
    guard let peers else { return "\(values)." }
    let group = peerGroup.map { " i gruppen \($0)" } ?? ""
    return "\(values); jämfört med \(SwedishNumbers.integer(peers)) bolag\(group)."
  }

  /// - Parameters:
  ///   - share: the finding's part of the score, rounded with the company's others.
  func shareSentence(_ share: FixedDecimal, of company: CompanyReport) -> String {
    let whole = SwedishNumbers.rounded(company.score, decimals: share.decimals)
    return "Står för \(share.swedish) av poängen \(whole)."
  }
}

extension FindingDecision {
  /// The mark beside a finding; `nil` when the decision has run out.
  func mark(on day: Day) -> String? {
    switch self {
    case .putAway(let until):
      isPutAway(on: day)
        ? "Lagt åt sidan" + (until.map { " till och med \($0)" } ?? "") + "." : nil
    case .confirmed(let kronor): "Bekräftat: \(SwedishNumbers.kronor(kronor))."
    }
  }
}

extension ReportView {
  func decisionMark(_ finding: FindingReport) -> String? {
    decisions[finding.id]?.mark(on: report.head.date)
  }
}
