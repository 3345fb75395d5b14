import Ledger
import SickPay

/// VAT on a claim for sick pay.
struct ValueAddedTax: Rule {
  let id = IndicatorID("moms")
  let card = RuleCard(
    title: "Moms på sjuklön",
    sentence: "Raden begär moms, fast ersättning för sjuklön inte är en leverans.",
    ground: .law,
    basis: "Mervärdesskattelagen (2023:200) 10 kap.: social omsorg är undantagen från skatteplikt",
    needs: ["moms"], verdicts: [.granska], stake: "Momsen.",
    example: "Sjuklön med avgifter 2 831,95 kr och 25 % moms, 707,99 kr: 707,99 kr för mycket.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome()
    let ledger = evidence.ledger
    for claim in 0..<ledger.claims.count where ledger.isJudgedByHours(claim) {
      guard let tax = ledger.claims.value(.vat, claim), tax > .zero else { continue }
      outcome.findings.append(
        RuleFinding(
          verdict: .granska, atFault: [claim], amounts: [evidence.stake(tax.value, claim: claim)],
          observed: Double(tax.value) / 100, expected: 0,
          text: "\(SwedishNumbers.kronor(tax)) begärs som moms (väntat: 0,00 kr).",
          clearedBy: "En kreditering av momsen.",
          restsOn: "att ersättningen inte är en leverans (\(EvidenceTag.interpretation.swedish))"))
    }
    return outcome
  }
}
