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
  /// The kommun whose companies the list shows; `nil` for all.
  public let kommun: String?

  /// Negative limits are taken as 0.
  ///
  /// - Parameter kommun: Four digits; the report is limited to it, and the comparison should be.
  public init(
    report: ScanReport, comparison: ListComparison = .first,
    decisions: [String: FindingDecision] = [:], top: Int = 20, openLimit: Int = 50,
    kommun: String? = nil
  ) {
    self.report = kommun.map(report.limited) ?? report
    self.kommun = kommun
    self.comparison = comparison
    self.decisions = decisions
    self.top = max(0, top)
    self.openLimit = max(0, openLimit)
  }
}
