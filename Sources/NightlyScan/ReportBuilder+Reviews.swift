import Detection
import Ledger
import Reporting

extension ReportBuilder {
  func outcomes(_ outcomes: ReviewOutcomes) -> OutcomeReport {
    OutcomeReport(risk: hitRate(outcomes.risk), random: hitRate(outcomes.random))
  }

  private func hitRate(_ rate: ReviewOutcomes.HitRate) -> HitRateReport {
    HitRateReport(
      reviewed: rate.reviewed, wrong: rate.wrong, kronor: rate.kronor, rate: rate.rate?.value,
      low: rate.rate?.low, high: rate.rate?.high)
  }

  func randomSample(_ sample: RandomSample, share: Double) -> RandomSampleReport {
    RandomSampleReport(
      share: share, since: sample.since, drawnFrom: sample.drawnFrom,
      cases: sample.claims.filter { !isHidden(claim: $0) }.map { claim in
        let company = ledger.claims[.company, claim]
        let name = ledger.claims.value(.companyName, claim).map { ledger.dictionaries.texts[$0] }
        return SampledCase(
          kommun: ledger.claims[.kommun, claim].description,
          arende: ledger.dictionaries.texts[ledger.claims[.arende, claim]],
          orgnr: calls.organisation(company), name: calls.name(company, given: name ?? ""),
          received: ledger.claims[.received, claim])
      })
  }
}
