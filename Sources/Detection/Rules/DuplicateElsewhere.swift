import Ledger
import SickPay

/// The same absence claimed again from another kommun, or moved by a day.
struct DuplicateElsewhere: Rule {
  let id = IndicatorID("dubblett-forskjuten")
  let card = RuleCard(
    title: "Samma frånvaro i en annan kommun eller en dag förskjuten",
    sentence:
      "Samma pass är begärda av två kommuner, eller med datum som flyttats en dag.",
    ground: .law,
    basis:
      "LSS 9 § 2, RÅ 2005 ref. 86: bara faktiska merkostnader ersätts, och bara en gång",
    verdicts: [.regelbrott, .granska],
    stake:
      "Den senare radens hela belopp.",
    example:
      "Falun och Borlänge får samma tre pass för samma brukare. Den begäran som kom in sist "
      + "är fel, med hela sitt belopp.")

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
          observed: 2, expected: 1, text: text(evidence, pair),
          clearedBy: "En kreditering av det senare ärendet, eller tidsredovisning som visar att "
            + "passen är olika."))
    }
    return outcome
  }

  private func text(_ evidence: Evidence, _ pair: DuplicateClaims.Pair) -> String {
    let ledger = evidence.ledger
    let earlier = evidence.texts(ofClaim: pair.earlier)
    guard pair.kind == .otherKommun else {
      return "Samma pass och samma belopp är begärda 2 gånger (väntat: 1), med en dags "
        + "förskjutning mot ärende \(earlier.arende), som kom in \(earlier.received)."
    }
    let kommun = ledger.claims[.kommun, pair.earlier]
    return "Samma frånvaro är begärd 2 gånger (väntat: 1): även av kommun \(kommun), i ärende "
      + "\(earlier.arende), som kom in \(earlier.received)."
  }
}
