import Ledger
import SickPay

/// Costs bound by agreement above what any agreement is known to cost.
struct AgreementCostOverAgreement: Rule {
  let id = IndicatorID("avtalskostnad-over-avtal")
  let card = RuleCard(
    title: "Avtalskostnad över avtalet",
    sentence: "Pension och försäkringar enligt avtal är en större andel än avtalen är kända för.",
    ground: .agreement,
    basis: "RÅ 2009 ref. 104: avtalsbundna kostnader ersätts om de är föranledda av avtal",
    needs: ["avtalskostnad"], verdicts: [.granska],
    stake: "Det som överstiger den högsta kända andelen.",
    example:
      "Högst 8 % av 2 060,80 kr och avgiften på den, 216,66 kr. Begärs 309,12 kr (15 %) är "
      + "92,46 kr för mycket.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome()
    let (ledger, claims) = (evidence.ledger, evidence.ledger.claims)
    var (unknown, unpriced) = (0, 0)
    for claim in 0..<claims.count where ledger.isJudgedByHours(claim) {
      guard let charged = claims.value(.avtalskostnad, claim)?.value, charged > 0 else { continue }
      guard let parts = evidence.highest[claim] else {
        unpriced += ledger.isInWindow(claim) ? 1 : 0
        continue
      }
      guard parts.knowsAgreementCost else {
        if ledger.isInWindow(claim) { unknown += 1 }
        continue
      }
      let most = Int64(parts.agreementCost)
      let excess = charged - most
      guard excess > PriceTolerance.slack(most, hours: Int64(parts.hours)) else { continue }
      let entry = evidence.agreementTerms(claim)?.agreementCost[claims[.sickFrom, claim]]
      outcome.findings.append(
        RuleFinding(
          verdict: .granska, atFault: [claim], amounts: [evidence.stake(excess, claim: claim)],
          observed: Double(charged) / 100, expected: Double(most) / 100,
          text: "Avtalskostnaden är \(SwedishNumbers.kronor(Ore(charged))); väntat högst "
            + "\(SwedishNumbers.kronor(Ore(most)))."
            + evidence.totalSentence(claim),
          clearedBy: "Premiebesked från pensions- och försäkringsbolagen.",
          restsOn: entry.flatMap(Evidence.restsOn)))
    }
    let without = evidence.rowsInWindow {
      ledger.isJudgedByHours($0) && claims.value(.avtalskostnad, $0) == nil
    }
    outcome.didNotRun(on: without, "avtalskostnad saknas")
    outcome.didNotRun(on: unknown, "avtalets kostnader är inte kända")
    outcome.didNotRun(on: unpriced, "lagens värden eller åldern är inte kända för raderna")
    return outcome
  }
}
