import Ledger
import SickPay

/// Sick pay for somebody with särskilt högriskskydd: the employer makes no karensavdrag and may
/// have all of it repaid by Försäkringskassan, so that the kommun would pay it a second time.
struct SpecialProtection: Rule {
  let id = IndicatorID("hogriskskydd-dubbelt")
  let card = RuleCard(
    title: "Särskilt högriskskydd: sjuklönen kan vara ersatt två gånger",
    sentence:
      "Raderna anger särskilt högriskskydd. Då ersätter Försäkringskassan bolagets sjuklön, om "
      + "bolaget begär det.",
    ground: .law,
    basis:
      "Sjuklönelagen 13 och 16 §§: vid särskilt högriskskydd görs inget karensavdrag, och "
      + "Försäkringskassan ersätter arbetsgivarens sjuklön; RÅ 2005 ref. 86: bara faktiska "
      + "merkostnader",
    needs: ["karens_skäl"],
    verdicts: [.granska],
    stake:
      "Sjuklön, OB och jour på raderna. Semesterersättning och avgifter ersätts inte av staten.",
    example:
      "Tre rader anger särskilt högriskskydd, med 5 376,00 kr i sjuklön. Har bolaget fått dem av "
      + "Försäkringskassan är de betalda två gånger.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let claims = evidence.ledger.claims
    var outcome = RuleOutcome()
    for group in RowGroups(claims) {
      let rows = group.filter {
        claims.value(.karensReason, $0) == .specialProtection && evidence.isSickness($0)
          && wages(claims, $0) > .zero
      }
      if !rows.isEmpty { outcome.findings.append(finding(evidence, rows)) }
    }
    outcome.didNotRun(
      on: evidence.rowsInWindow {
        claims.value(.karensReason, $0) == nil && evidence.hours.karens[$0] <= 0
          && evidence.ledger.periods.chainOfClaim[$0] >= 0
      }, "varken karensavdrag eller skäl är angivet")
    return outcome
  }

  /// What the state repays of a row.
  private func wages(_ claims: Claims, _ claim: Int) -> Ore {
    claims[.sjuklon, claim] + (claims.value(.ob, claim) ?? .zero)
      + (claims.value(.jour, claim) ?? .zero)
  }

  private func finding(_ evidence: Evidence, _ rows: [Int]) -> RuleFinding {
    let claims = evidence.ledger.claims
    let amounts = rows.map { evidence.stake(wages(claims, $0).value, claim: $0) }
    let sum = amounts.reduce(.zero, +)
    return RuleFinding(
      verdict: .granska, atFault: rows, amounts: amounts, observed: Double(sum.value) / 100,
      expected: 0,
      text: "\(rows.count == 1 ? "1 rad" : "\(rows.count) rader") för assistent "
        + "\(evidence.names.assistent(claims[.assistent, rows[0]])) anger särskilt högriskskydd. "
        + "Försäkringskassan kan ha ersatt \(SwedishNumbers.kronor(sum)) i sjuklön (väntat: "
        + "0,00 kr).",
      clearedBy: "Försäkringskassans beslut om särskilt högriskskydd, och bolagets intyg att "
        + "ersättning enligt 16 § inte har begärts för dagarna.")
  }
}
