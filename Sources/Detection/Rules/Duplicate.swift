import Ledger
import SickPay

/// The same absence claimed again from the same kommun.
struct Duplicate: Rule {
  let id = IndicatorID("dubblett")
  let card = RuleCard(
    title: "Samma frånvaro två gånger",
    sentence:
      "Samma assistent, brukare och tider är begärda en gång till av samma kommun, med ett "
      + "annat ärende eller fakturanummer.",
    ground: .law,
    basis:
      "LSS 9 § 2, RÅ 2005 ref. 86: bara faktiska merkostnader ersätts, och bara en gång",
    verdicts: [.regelbrott],
    stake:
      "Den senare radens hela belopp.",
    example:
      "Ärende A (inkom 10 april) och ärende B (inkom 1 maj) gäller samma assistent, brukare "
      + "och pass. B är fel: hela dess belopp, 2 831,95 kr, är begärt två gånger.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome()
    for pair in evidence.duplicates.pairs where pair.kind == .same {
      let ledger = evidence.ledger
      let earlier = evidence.texts(ofClaim: pair.earlier)
      outcome.findings.append(
        RuleFinding(
          verdict: ledger.claims.haveOneLegalBasis(pair.later, pair.earlier)
            ? .regelbrott : .granska,
          atFault: [pair.later], witnesses: [pair.earlier],
          shifts: Array(ledger.shiftRows(of: pair.later)),
          amounts: [max(.zero, ledger.settlement.netAmount(pair.later))],
          observed: 2, expected: 1,
          text: "Samma frånvaro är begärd 2 gånger (väntat: 1). Samma assistent, brukare och "
            + "tider finns i ärende \(earlier.arende), som kom in \(earlier.received).",
          clearedBy: "En kreditering av ärendet, eller underlag som visar att det gäller andra "
            + "arbetspass än ärende \(earlier.arende)."))
    }
    return outcome
  }
}

extension Evidence {
  /// How a claim row is called in a text.
  func texts(ofClaim claim: Int) -> (arende: String, received: Day) {
    let arende = ledger.dictionaries.texts[ledger.claims[.arende, claim]]
    return (names.arende(arende), ledger.claims[.received, claim])
  }
}

extension Table where Schema == ClaimSchema {
  /// Whether two rows may speak of the same hours by the lagrum that they name: the hours of one
  /// decision are not those of another.
  func haveOneLegalBasis(_ left: Int, _ right: Int) -> Bool {
    guard let a = value(.legalBasis, left), let b = value(.legalBasis, right) else { return true }
    return a == b
  }
}
