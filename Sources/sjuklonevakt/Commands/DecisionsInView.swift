import Reporting
import Store

extension ScanStore {
  /// The decision that counts on each finding of a report.
  func latestDecisions(_ report: ScanReport) throws -> [String: FindingDecision] {
    try latestDecisions(report.companies)
  }

  func latestDecisions(_ companies: [CompanyReport]) throws -> [String: FindingDecision] {
    let ids = companies.lazy.flatMap { $0.findings.lazy.map(\.id) }
    var latest: [String: FindingDecision] = [:]
    for decision in try decisions(forFindings: ids) {
      latest[decision.findingID] =
        switch decision.outcome {
        case .putAway(_, let until): .putAway(until: until)
        case .confirmed(let kronor): .confirmed(kronor)
        }
    }
    return latest
  }
}
