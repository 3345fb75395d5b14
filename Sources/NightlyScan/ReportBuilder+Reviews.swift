import Detection
import Ledger
import Reporting

extension ReportBuilder {
  /// `nil` where no outcomes were read.
  func outcomes(_ result: ScanResult) -> OutcomeReport? {
    guard let outcomes = result.outcomes, let calibration = result.calibration else { return nil }
    return OutcomeReport(
      risk: hitRate(outcomes.risk), random: hitRate(outcomes.random),
      calibration: CalibrationReport(
        companies: calibration.companies, wrong: calibration.wrong,
        isUsed: calibration.curve != nil,
        fewestCompanies: OutcomeCalibration.fewestCompanies,
        fewestOfEach: OutcomeCalibration.fewestOfEach))
  }

  private func hitRate(_ rate: ReviewOutcomes.HitRate) -> HitRateReport {
    HitRateReport(
      reviewed: rate.reviewed, wrong: rate.wrong, kronor: rate.kronor, rate: rate.rate?.value,
      low: rate.rate?.low, high: rate.rate?.high)
  }

  /// - Parameter earlier: The ärenden that earlier scans drew.
  func randomSample(
    _ sample: RandomSample, share: Double, earlier: Set<DrawnCase>
  ) -> RandomSampleReport {
    let drawn = sample.claims.filter { !isHidden(claim: $0) }.map(sampled)
    return RandomSampleReport(
      share: share, since: ledger.window.lowerBound, drawnFrom: sample.drawnFrom,
      drawn: drawn.count, cases: drawn.filter { !earlier.contains(DrawnCase($0)) })
  }

  private func sampled(_ claim: Int) -> SampledCase {
    let company = ledger.claims[.company, claim]
    let name = ledger.claims.value(.companyName, claim).map { ledger.dictionaries.texts[$0] }
    return SampledCase(
      kommun: ledger.claims[.kommun, claim].description,
      arende: calls.written(ledger.dictionaries.texts[ledger.claims[.arende, claim]]),
      orgnr: calls.organisation(company), name: calls.name(company, given: name ?? ""),
      received: ledger.claims[.received, claim])
  }
}

extension DrawnCase {
  fileprivate init(_ sampled: SampledCase) {
    self.init(kommun: sampled.kommun, arende: sampled.arende, orgnr: sampled.orgnr)
  }
}
