extension ScanReport {
  /// The report with only the companies that claim of one kommun, and its drawn ärenden. Scores,
  /// ranks and findings stay those of the whole scan.
  ///
  /// - Parameter kommun: Four digits.
  public func limited(to kommun: String) -> ScanReport {
    var report = self
    report.companies = companies.filter { $0.kommuner.contains { $0.kommun == kommun } }
    report.randomSample.cases.removeAll { $0.kommun != kommun }
    report.randomSample.kommun = kommun
    return report
  }
}
