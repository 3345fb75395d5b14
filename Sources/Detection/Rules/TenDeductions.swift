import Ledger
import SickPay

/// Karensavdrag left out because ten were made in twelve months, when the rows show fewer.
struct TenDeductions: Rule {
  let id = IndicatorID("tio-avdrag")
  let card = RuleCard(
    title: "Tio avdrag som inte syns",
    sentence:
      "Karensavdraget är borttaget med skälet tio avdrag på tolv månader, men raderna visar "
      + "färre.",
    ground: .law,
    basis:
      "Sjuklönelagen 6 §: inget karensavdrag görs efter tio avdrag hos samma arbetsgivare inom "
      + "tolv månader",
    needs: ["karens_skäl"],
    verdicts: [.regelbrott, .granska],
    stake:
      "De karenstimmar som saknas, som andel av de betalda timmarna; 0 kr där veckotimmar inte "
      + "är angivna.",
    example:
      "Skälet är tio, men bolagets rader visar tre avdrag på tolv månader. Med 30 timmar i "
      + "veckan saknas 6 timmars karens. Avdrag på frånvaro som aldrig begärts syns inte, så det "
      + "är granska; är anställningen för ny för tio sjukperioder är det regelbrott.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome()
    // A week that is not stated only leaves the kronor open.
    outcome.skipped = evidence.karens.skipped.filter { $0.reason != "veckotimmar saknas" }
    outcome.findings = evidence.karens.tenDeductionsSaid.map { finding(evidence, $0) }
    return outcome
  }

  private func finding(
    _ evidence: Evidence, _ period: KarensAssessment.TenDeductionsSaid
  ) -> RuleFinding {
    let (charged, amounts) = evidence.chargedKarens(period.rows)
    let from = period.start.advanced(by: -KarensAssessment.occasionDays)
    return RuleFinding(
      verdict: period.isImpossible && period.tag.isCertain ? .regelbrott : .granska,
      atFault: charged, witnesses: period.rows.filter { !charged.contains($0) }, amounts: amounts,
      observed: Double(period.seen), expected: Double(period.most),
      text: "Karensavdraget är borttaget efter tio avdrag på tolv månader, men raderna visar "
        + "\(period.seen) avdrag mellan \(from) och \(period.start) (väntat: minst "
        + "\(period.most)).",
      clearedBy: "Lönespecifikationer som visar tio karensavdrag mellan \(from) och "
        + "\(period.start).")
  }
}
