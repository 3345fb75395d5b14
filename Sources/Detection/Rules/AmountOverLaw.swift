import Ledger
import SickPay

/// The sum of a row that does not split it into parts is above the highest lawful amount.
struct AmountOverLaw: Rule {
  let id = IndicatorID("over-lagligt-belopp")
  let card = RuleCard(
    title: "Beloppet över det högsta lagliga",
    sentence:
      "En rad som inte delar upp sitt belopp begär mer än det högsta som lag, avtal och kommunens "
      + "regler ger för dess timmar, hur det än räknas.",
    ground: .ruling,
    basis: "RÅ 2009 ref. 104: ersättningen är de faktiska kostnaderna",
    verdicts: [.granska], stake: "Beloppet över det högsta lagliga.",
    example:
      "14 timmar à 160 kr utan OB: högst 3 088,48 kr med alla tillåtna sätt att räkna. Begärs "
      + "3 700,00 kr är 611,52 kr för mycket.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome()
    let (ledger, claims) = (evidence.ledger, evidence.ledger.claims)
    var unknown = 0
    for claim in 0..<claims.count
    where ledger.isJudgedByHours(claim) && ledger.periods.chainOfClaim[claim] >= 0
      && claims.sumOfParts(claim) == nil
    {
      guard let parts = evidence.highest[claim] else {
        if ledger.isInWindow(claim) { unknown += 1 }
        continue
      }
      let (charged, most) = (claims[.amount, claim].value, Int64(parts.total))
      let hours = Int64(parts.hours)
      guard charged - most > PriceTolerance.slack(most, hours: hours) else { continue }
      outcome.findings.append(
        RuleFinding(
          verdict: .granska, atFault: [claim],
          amounts: [evidence.stake(charged - most, claim: claim)],
          observed: Double(charged) / 100, expected: Double(most) / 100,
          text: "\(SwedishNumbers.kronor(Ore(charged))) begärs för "
            + "\(SwedishNumbers.hours(Seconds(hours))); högst "
            + "\(SwedishNumbers.kronor(Ore(most))) är lagligt.",
          clearedBy: "En uppställning av sjuklön, OB, semesterersättning och avgifter för raden.",
          restsOn: "avtalskostnadens andel är inte verifierad"))
    }
    if unknown > 0 {
      outcome.skipped = [("lagens värden eller åldern är inte kända för raderna", unknown)]
    }
    return outcome
  }
}
