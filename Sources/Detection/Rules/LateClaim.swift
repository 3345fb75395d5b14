import Ledger
import SickPay

/// A claim that came later after the sickness than the kommun asks for.
struct LateClaim: Rule {
  let id = IndicatorID("sen-begaran")
  let card = RuleCard(
    title: "Sen begäran",
    sentence:
      "Begäran kom in senare efter frånvaron än kommunen ber om.",
    ground: .practice,
    basis:
      "Kommunens egna riktlinjer; någon tidsgräns i lag finns inte",
    verdicts: [.granska],
    stake: "0 kr: en sen begäran kan knappast avslås av det skälet.",
    example:
      "Frånvaron slutade 31 januari och kommunen ber om begäran inom tre månader: den 30 april är "
      + "i tid, den 1 maj är sent.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let (ledger, claims) = (evidence.ledger, evidence.ledger.claims)
    var outcome = RuleOutcome()
    var unknown = 0
    for claim in 0..<claims.count where ledger.settlement.counts(claim) {
      let last = claims[.sickTo, claim]
      // A month has at least 28 days: most rows are in time whatever the kommun asks for.
      let days = last.distance(to: claims[.received, claim])
      let policy = evidence.rulebook.policies[claims[.kommun, claim].cell, last]
      guard let months = policy?.value?.claimMonths, let policy else {
        unknown += ledger.isInWindow(claim) ? 1 : 0
        continue
      }
      guard days > months * 28, claims[.received, claim] > last.adding(months: months),
        claims.value(.replaces, claim) == nil, !evidence.duplicates.isDuplicate[claim]
      else { continue }
      let limit = last.adding(months: months)
      outcome.findings.append(
        RuleFinding(
          verdict: .granska, atFault: [claim], amounts: [.zero], observed: Double(days),
          expected: Double(last.distance(to: limit)),
          text: "Begäran kom in \(claims[.received, claim]), \(days) dagar efter frånvarons slut "
            + "(väntat: inom \(months) månader, senast \(limit)).",
          clearedBy: "Bolagets förklaring till varför begäran dröjde.",
          restsOn: "\(policy.source) (\(policy.tag.swedish))"))
    }
    outcome.didNotRun(on: unknown, "kommunen har ingen känd tidsgräns")
    return outcome
  }
}
