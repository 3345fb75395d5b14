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
    let (charged, amounts) = evidence.chargedKarens(period.rows)
    let (made, due) = (Seconds(period.made), Seconds(period.lawful))
    let periods = evidence.ledger.periods
    let start = periods.chainStarts[Int(periods.chainOfClaim[period.rows[0]])]
    var reason = "hela den första sjukdagen (karensdag)"
    if case .deduction(let share) = evidence.rulebook.law.karens[start]?.value {
      reason =
        "\(SwedishNumbers.shortPercent(Int64(share.tenThousandths))) av "
        + "\(SwedishNumbers.hours(Seconds(period.week))) i veckan, högst de timmar som gått "
        + "förlorade"
    }
    return RuleFinding(
      verdict: period.mayLieOutside || period.mayBeRejected || !period.tag.isCertain
        || period.rows.contains { evidence.arePaidHoursUncertain($0) } ? .granska : .regelbrott,
      atFault: charged, witnesses: period.rows.filter { !charged.contains($0) }, amounts: amounts,
      observed: Double(period.made) / 3600, expected: Double(period.lawful) / 3600,
      text: "Karensavdraget är \(SwedishNumbers.hours(made)) men ska vara "
        + "\(SwedishNumbers.hours(due)): \(reason)."
        + (period.mayBeRejected
          ? " En rad för samma assistent avvisades vid läsningen; avdraget kan stå på den." : ""),
      clearedBy: "En lönespecifikation som visar karensavdrag om \(SwedishNumbers.hours(due)), "
        + "eller underlag för återinsjuknande, tio avdrag på tolv månader eller särskilt "
        + "högriskskydd.")
  }
}

extension Evidence {
  /// The rows of a period that are paid for hours which karens takes, and what those come to; its
  /// first row and nothing where no row is.
  func chargedKarens(_ rows: [Int]) -> (rows: [Int], amounts: [Ore]) {
    let charged = rows.filter { karens.missing[$0] > 0 }
    if charged.isEmpty { return ([rows[0]], [.zero]) }
    return (charged, charged.map { paidAmount(of: Int64(karens.missing[$0]), claim: $0) })
  }
}
