/// A report as one office reads it: with the list before it, the decisions made since, and how much
/// of the list to show.
public struct ReportView: Sendable, Equatable {
  public var report: ScanReport
  public var comparison: ListComparison
  /// By `FindingReport.id`.
  public var decisions: [String: FindingDecision]
  /// How many companies the list shows, at least 0.
  public let top: Int
  /// How many findings *Ärenden att öppna* shows, at least 0; the rest are counted.
  public let openLimit: Int

  /// Negative limits are taken as 0.
  public init(
    report: ScanReport, comparison: ListComparison = .first,
    decisions: [String: FindingDecision] = [:], top: Int = 20, openLimit: Int = 50
  ) {
    self.report = report
    self.comparison = comparison
    self.decisions = decisions
    self.top = max(0, top)
    self.openLimit = max(0, openLimit)
  }
}
