import Ledger
import SickPay

/// Care of a sick child claimed from a kommun whose own rules do not reimburse it.
struct ParentalLeaveClaimed: Rule {
  let id = IndicatorID("vab-ersatts-inte")
  let card = RuleCard(
    title: "VAB som kommunen inte ersätter",
    sentence: "Raden begär ersättning för vård av barn av en kommun som inte ersätter det.",
    ground: .practice,
    basis: "Kommunens egna regler för ersättning vid ordinarie assistents frånvaro",
    needs: ["frånvaro"], verdicts: [.regelbrott], stake: "Radens hela belopp.",
    example: "Kristianstad ersätter inte VAB: hela beloppet, 1 250,00 kr. Uppsala ersätter det.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome()
    let (ledger, claims) = (evidence.ledger, evidence.ledger.claims)
    var unknown = 0
    for claim in 0..<claims.count
    where ledger.settlement.counts(claim) && claims.value(.absence, claim) == .parental {
      let kommun = claims[.kommun, claim]
      let entry = evidence.rulebook.policies[kommun.cell, claims[.sickFrom, claim]]
      guard let entry, let reimburses = entry.value?.reimbursesParentalLeave else {
        if ledger.isInWindow(claim) { unknown += 1 }
        continue
      }
      if reimburses { continue }
      let amount = max(.zero, ledger.settlement.netAmount(claim))
      outcome.findings.append(
        RuleFinding(
          verdict: entry.tag.isCertain ? .regelbrott : .granska, atFault: [claim],
          amounts: [amount], observed: Double(amount.value) / 100, expected: 0,
          text: "\(SwedishNumbers.kronor(amount)) begärs för vård av barn, som kommun \(kommun) "
            + "inte ersätter (väntat: 0,00 kr).",
          clearedBy: "Uppgift om att frånvaron var sjukdom, eller en kreditering.",
          restsOn: entry.source))
    }
    if unknown > 0 { outcome.skipped = [("kommunens regel för VAB är inte känd", unknown)] }
    return outcome
  }
}
