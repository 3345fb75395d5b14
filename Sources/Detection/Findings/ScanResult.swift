public import SickPay

/// What a scan found: every company of the window, best rank first, and what did not run.
public struct ScanResult: Sendable {
  public let companies: [RankedCompany]
  public let skipped: [Skipped]
  /// What the rules that run silently found.
  public let silent: [SilentFindings]
  /// Each row's lawful amounts, where they were asked for.
  public let amounts: LawfulAmounts?
  /// Negative rows that found no row to credit; their sums stand.
  public let unmatchedCredits: [Int]
  /// What reviews came to; `nil` without `utfall.csv`.
  public let outcomes: ReviewOutcomes?
  /// What they tell of scores as probabilities; `nil` without `utfall.csv`.
  public let calibration: OutcomeCalibration?
  public let randomSample: RandomSample
}

/// What a rule found that the configuration has set to be silent: counted, not ranked.
public struct SilentFindings: Sendable {
  public let indicator: IndicatorID
  public let findings: Int
  public let companies: Int
  /// The sum of what the findings have at stake.
  public let kronor: Ore

  init(_ indicator: IndicatorID, _ findings: [Finding]) {
    self.indicator = indicator
    self.findings = findings.count
    companies = Set(findings.map(\.company)).count
    kronor = findings.reduce(.zero) { $0 + $1.kronor }
  }
}
