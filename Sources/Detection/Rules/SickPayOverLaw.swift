import Ledger
import SickPay

/// Sick pay above 80 % of the wage for the hours that the row itself is paid for.
struct SickPayOverLaw: Rule {
  let id = IndicatorID("sjuklon-over-lagen")
  let card = RuleCard(
    title: "Sjuklön över 80 procent",
    sentence: "Sjuklönen är mer än 80 procent av timlönen för de timmar som raden begär.",
    ground: .law, basis: "Sjuklönelagen (1991:1047) 6 §: sjuklönen är 80 procent av lönen",
    needs: ["ersatta_timmar"], verdicts: [.regelbrott],
    stake: "Sjuklönen över 80 procent.",
    example: "14 timmar à 160 kr ger 1 792,00 kr. Begärs 2 240,00 kr är 448,00 kr för mycket.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome()
    let (ledger, claims) = (evidence.ledger, evidence.ledger.claims)
    for claim in 0..<claims.count where claims.value(.paidTime, claim) != nil {
      guard let parts = evidence.prices.parts(claim, .claimed) else { continue }
      let claimed = claims[.sjuklon, claim].value
      let excess = claimed - parts.sickPay.high
      guard excess > PriceTolerance.slack(parts.sickPay.high, hours: parts.hours.high) else {
        continue
      }
      let share = evidence.rulebook.law.sickPayShare[claims[.sickFrom, claim]]?.value
      let percent = SwedishNumbers.shortPercent(Int64(share?.tenThousandths ?? 0))
      let hours = SwedishNumbers.hours(Seconds(parts.hours.high))
      outcome.findings.append(
        RuleFinding(
          verdict: .regelbrott, atFault: [claim], amounts: [evidence.stake(excess, claim: claim)],
          observed: Double(claimed) / 100, expected: Double(parts.sickPay.high) / 100,
          text: "Sjuklönen är \(SwedishNumbers.kronor(Ore(claimed))) men \(percent) av lönen för "
            + "\(hours) är \(SwedishNumbers.kronor(Ore(parts.sickPay.high)))."
            + evidence.totalSentence(claim),
          clearedBy: "En lönespecifikation som visar timlön och timmar för sjuklönen."))
    }
    let without = evidence.rowsInWindow {
      ledger.isJudgedByHours($0) && claims.value(.paidTime, $0) == nil
    }
    if without > 0 { outcome.skipped = [("ersatta_timmar saknas", without)] }
    return outcome
  }
}
