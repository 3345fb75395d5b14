/// What a scan found: every company of the window, best rank first, and what did not run.
public struct ScanResult: Sendable {
  public let companies: [RankedCompany]
  public let skipped: [Skipped]
  /// Negative rows that found no row to credit; their sums stand.
  public let unmatchedCredits: [Int]
}
