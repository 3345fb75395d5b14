import Ledger
import SickPay

/// OB above what the shifts' own evenings, nights and weekends give by the agreement's steps.
struct SupplementsOverAgreement: Rule {
  let id = IndicatorID("ob-over-avtal")
  let card = RuleCard(
    title: "OB över avtalets steg",
    sentence:
      "OB är högre än vad de ersatta passens kvällar, nätter och helger ger enligt avtalet.",
    ground: .agreement,
    basis: "Sjuklönelagen 6 §: 80 procent av lön och andra anställningsförmåner; avtalets OB-steg",
    needs: ["ob", "avtal", "pass.csv"], verdicts: [.regelbrott, .granska],
    stake: "OB över det högsta lagliga.",
    example:
      "Åtta timmar vardag 08–16 ger inget OB. Begärs 8 × 58,04 kr × 80 % = 371,46 kr som helg är "
      + "hela summan för mycket.")

  /// Steps between two known years are estimates: claims this far above them are not looked at.
  static let estimateMargin: Int64 = 3

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome()
    let (ledger, claims) = (evidence.ledger, evidence.ledger.claims)
    var unknown = 0
    for claim in 0..<claims.count where ledger.isJudgedByHours(claim) {
      guard let charged = claims.value(.ob, claim)?.value, charged > 0 else { continue }
      guard let parts = evidence.highest[claim], parts.knowsSupplements else {
        if ledger.isInWindow(claim) { unknown += 1 }
        continue
      }
      let most = Int64(parts.supplements)
      let excess = charged - most
      guard excess > PriceTolerance.part + most * SupplementsOverAgreement.estimateMargin / 100
      else { continue }
      let entry = evidence.agreementTerms(claim)?.supplements[claims[.sickFrom, claim]]
      outcome.findings.append(
        RuleFinding(
          verdict: entry?.tag.isCertain ?? false && evidence.isAboveLawfulRange(claim)
            ? .regelbrott : .granska, atFault: [claim],
          shifts: Array(ledger.shiftRows(of: claim)),
          amounts: [evidence.stake(excess, claim: claim)],
          observed: Double(charged) / 100, expected: Double(most) / 100,
          text: "OB är \(SwedishNumbers.kronor(Ore(charged))); passens kvällar, nätter och helger "
            + "ger högst \(SwedishNumbers.kronor(Ore(most)))." + evidence.totalSentence(claim),
          clearedBy: "Schema och lönespecifikation som visar OB-timmarna.",
          restsOn: entry.flatMap(Evidence.restsOn)))
    }
    if unknown > 0 {
      outcome.skipped = [
        ("avtalets OB-steg är inte kända, passen saknas eller ligger på en storhelg", unknown)
      ]
    }
    return outcome
  }
}
