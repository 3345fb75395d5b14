import Ledger
import SickPay

/// Karensavdraget is missing or too small, judged on the sum over all rows of the person at the
/// company in the period with its relapses.
struct Karens: Rule {
  let id = IndicatorID("karensavdrag")
  let card = RuleCard(
    title: "Karensavdrag saknas eller är för litet",
    sentence:
      "Summan av karensavdragen i en sjukperiod med återinsjuknanden är mindre än det minsta "
      + "lagliga.",
    ground: .law,
    basis:
      "Sjuklönelagen 6 §: 20 procent av den genomsnittliga veckans sjuklön dras av en gång "
      + "per sjukperiod",
    needs: ["veckotimmar"],
    verdicts: [.regelbrott, .granska],
    stake:
      "De karenstimmar som saknas, som andel av de betalda timmarna.",
    example:
      "30 timmar i veckan ger 6 timmars karens. Är avdraget 2 timmar saknas 4. Avdraget är "
      + "aldrig större än de förlorade timmarna, och efter tio avdrag på tolv månader görs "
      + "inget.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome()
    outcome.skipped = evidence.karens.skipped
    outcome.findings = evidence.karens.shortfalls.map { finding(evidence, $0) }
    return outcome
  }

  private func finding(
    _ evidence: Evidence, _ period: KarensAssessment.Shortfall
  ) -> RuleFinding {
    let missing = evidence.karens.missing
    var charged = period.rows.filter { missing[$0] > 0 }
    var amounts = charged.map { evidence.paidAmount(of: Int64(missing[$0]), claim: $0) }
    if charged.isEmpty { (charged, amounts) = ([period.rows[0]], [.zero]) }
    let (made, due) = (Seconds(period.made), Seconds(period.lawful))
    let reason =
      period.week > 0
      ? "20 % av \(SwedishNumbers.hours(Seconds(period.week))) i veckan, högst de timmar som gått "
        + "förlorade" : "hela den första sjukdagen (karensdag)"
    return RuleFinding(
      verdict: period.mayLieOutside || !period.tag.isCertain ? .granska : .regelbrott,
      atFault: charged, witnesses: period.rows.filter { !charged.contains($0) }, amounts: amounts,
      observed: Double(period.made) / 3600, expected: Double(period.lawful) / 3600,
      text: "Karensavdraget är \(SwedishNumbers.hours(made)) men ska vara "
        + "\(SwedishNumbers.hours(due)): \(reason).",
      clearedBy: "En lönespecifikation som visar karensavdrag om \(SwedishNumbers.hours(due)), "
        + "eller underlag för återinsjuknande, tio avdrag på tolv månader eller särskilt "
        + "högriskskydd.")
  }
}
