import Ledger
import SickPay

/// The same absence claimed again from another kommun, or moved by a day.
struct DuplicateElsewhere: Rule {
  let id = IndicatorID("dubblett-forskjuten")
  let basis = "LSS 9 § 2, RÅ 2005 ref. 86: bara faktiska merkostnader ersätts, och bara en gång"

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome()
    for pair in evidence.duplicates.pairs where pair.kind != .same {
      let ledger = evidence.ledger
      outcome.findings.append(
        RuleFinding(
          verdict: pair.kind == .otherKommun ? .regelbrott : .granska,
          atFault: [pair.later], witnesses: [pair.earlier],
          shifts: Array(ledger.shiftRows(of: pair.later)),
          amounts: [max(.zero, ledger.settlement.netAmount(pair.later))],
          observed: 2, expected: 1, text: text(ledger, pair),
          clearedBy: "En kreditering av det senare ärendet, eller tidsredovisning som visar att "
            + "passen är olika."))
    }
    return outcome
  }

  private func text(_ ledger: Ledger, _ pair: DuplicateClaims.Pair) -> String {
    let earlier = ledger.texts(ofClaim: pair.earlier)
    guard pair.kind == .otherKommun else {
      return "Samma pass och samma belopp är begärda 2 gånger (väntat: 1), med en dags "
        + "förskjutning mot ärende \(earlier.arende), som kom in \(earlier.received)."
    }
    let kommun = ledger.claims[.kommun, pair.earlier]
    return "Samma frånvaro är begärd 2 gånger (väntat: 1): även av kommun \(kommun), i ärende "
      + "\(earlier.arende), som kom in \(earlier.received)."
  }
}
