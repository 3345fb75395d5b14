import Ledger
import SickPay

/// Semesterersättning above the agreement's percentage by any lawful way of counting it.
struct HolidayPayOverLaw: Rule {
  let id = IndicatorID("semester-over-lagen")
  let card = RuleCard(
    title: "Semesterersättning över avtalet",
    sentence:
      "Semesterersättningen är högre än avtalets procent av lönen, hur den än räknas, eller "
      + "procentsatsen finns i inget avtal.",
    ground: .agreement,
    basis: "Semesterlagen (1977:480) 16 b § och kollektivavtalets procentsats",
    needs: ["semesterersättning"], verdicts: [.regelbrott, .granska],
    stake: "Det som överstiger den högsta lagliga semesterersättningen.",
    example:
      "14 timmar à 160 kr: 12 % av 2 240 kr är 268,80 kr, med karenstimmarna 384,00 kr. Begärs "
      + "470,40 kr (21 %) är 86,40 kr för mycket.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome()
    let (ledger, claims) = (evidence.ledger, evidence.ledger.claims)
    var (unknown, withoutPercent) = (0, 0)
    for claim in 0..<claims.count where ledger.isJudgedByHours(claim) {
      guard let charged = claims.value(.semesterersattning, claim), charged > .zero,
        let parts = evidence.prices.parts(claim, .claimed)
      else {
        if ledger.isInWindow(claim), claims.value(.semesterersattning, claim) == nil {
          unknown += 1
        }
        continue
      }
      guard parts.knowsHolidayPay else {
        if ledger.isInWindow(claim) { withoutPercent += 1 }
        continue
      }
      let slack = PriceTolerance.part + parts.holidayPay.high / 200
      let excess = charged.value - parts.holidayPay.high
      if excess > slack {
        outcome.findings.append(finding(evidence, claim, charged, parts))
      } else if let stated = claims.value(.semesterPercent, claim),
        !evidence.prices.isHolidayPercent(stated, claim)
      {
        outcome.findings.append(percentFinding(evidence, claim, stated))
      }
    }
    if unknown > 0 { outcome.skipped = [("semesterersättning saknas", unknown)] }
    if withoutPercent > 0 {
      outcome.skipped.append(("avtalets procentsats är inte känd", withoutPercent))
    }
    return outcome
  }

  private func finding(
    _ evidence: Evidence, _ claim: Int, _ charged: Ore, _ parts: LawfulParts
  ) -> RuleFinding {
    let entry = evidence.holidayPayEntry(claim)
    let most = Ore(parts.holidayPay.high)
    let isProven = (entry?.tag.isCertain ?? false) && parts.knowsSupplements
    return RuleFinding(
      verdict: isProven ? .regelbrott : .granska, atFault: [claim],
      amounts: [evidence.stake((charged - most).value, claim: claim)],
      observed: Double(charged.value) / 100, expected: Double(most.value) / 100,
      text: "Semesterersättningen är \(SwedishNumbers.kronor(charged)); högst "
        + "\(SwedishNumbers.kronor(most)) är lagligt." + evidence.totalSentence(claim),
      clearedBy: "Kollektivavtalets bestämmelse om semesterersättning, eller en rättad begäran.",
      restsOn: entry.flatMap(Evidence.restsOn) ?? (entry == nil ? "avtalet är inte känt" : nil))
  }

  private func percentFinding(
    _ evidence: Evidence, _ claim: Int, _ stated: Percentage
  ) -> RuleFinding {
    RuleFinding(
      verdict: .granska, subject: "procent", atFault: [claim], amounts: [.zero],
      observed: Double(stated.tenThousandths) / 10_000, expected: 12,
      text:
        "Semesterersättningen anges till \(SwedishNumbers.percent(Int64(stated.tenThousandths)))"
        + ", en procentsats som inget känt avtal har för åldern; beloppet ryms inom det lagliga.",
      clearedBy: "Kollektivavtalets bestämmelse om semesterersättning.")
  }
}
