import Ledger
import SickPay

/// Rows that contradict themselves: shifts outside of the period, negative hours on a positive row,
/// a certificate that ends before the sickness begins, an employment that ends before it begins.
struct Contradictions: Rule {
  let id = IndicatorID("motsagande-uppgifter")
  let card = RuleCard(
    title: "Uppgifter som motsäger varandra",
    sentence:
      "Pass utanför sjukperioden, negativa timmar på en rad med positivt belopp, ett läkarintyg "
      + "som slutar innan sjukperioden börjar, eller en anställning som slutar innan den börjar.",
    ground: .ruling,
    basis:
      "RÅ 2009 ref. 104: frånvaron och vikariens tider ska vara styrkta",
    verdicts: [.granska],
    stake:
      "Passens andel av beloppet när de ligger utanför perioden, annars 0 kr.",
    example:
      "Sjukperiod 3–5 mars med ett pass den 9 mars: passets timmar granskas.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    var outcome = RuleOutcome()
    for claim in 0..<ledger.claims.count where ledger.settlement.counts(claim) {
      let outside = ledger.shiftRows(of: claim).filter { shift in
        let day = ledger.shifts[.day, shift]
        return day < ledger.claims[.sickFrom, claim] || day > ledger.claims[.sickTo, claim]
      }
      if !outside.isEmpty { outcome.findings.append(shiftFinding(evidence, claim, outside)) }
      if hasNegativeHours(ledger.claims, claim) {
        outcome.findings.append(
          finding(
            claim, "timmar",
            "Raden har negativa timmar men ett positivt belopp (väntat: båda positiva).",
            "En rättad begäran."))
      }
      if let end = ledger.claims.value(.certificateTo, claim),
        end < ledger.claims[.sickFrom, claim]
      {
        outcome.findings.append(
          finding(
            claim, "intyg",
            "Läkarintyget gäller till \(end) men sjukperioden börjar "
              + "\(ledger.claims[.sickFrom, claim]).",
            "Ett läkarintyg som gäller frånvaron."))
      }
      for (subject, what) in impossible(ledger.claims, claim) {
        outcome.findings.append(
          finding(claim, subject, "\(what) kan inte stämma.", "En rättad uppgift."))
      }
      if let from = ledger.claims.value(.employedFrom, claim),
        let to = ledger.claims.value(.employedTo, claim), to < from
      {
        outcome.findings.append(
          finding(
            claim, "anställning",
            "Anställningen slutar \(to), före sin första dag \(from).",
            "Rätt första och sista anställningsdag."))
      }
    }
    return outcome
  }

  /// Values that no claim can have, with what they are about.
  private func impossible(_ claims: Claims, _ claim: Int) -> [(subject: String, what: String)] {
    var found: [(String, String)] = []
    if claims[.wage, claim].tenThousandths < 0 { found.append(("timlön", "En timlön under noll")) }
    if let week = claims.value(.weeklyTime, claim), week.value > Contradictions.week {
      found.append(("veckotimmar", "\(SwedishNumbers.hours(week)) i veckan"))
    }
    for (name, share) in [
      ("omfattning", claims.value(.extent, claim)), ("fördelning", claims.value(.split, claim)),
      ("semester_procent", claims.value(.semesterPercent, claim)),
      ("avgift_procent", claims.value(.feePercent, claim)),
      ("avtal_procent", claims.value(.agreementPercent, claim)),
    ] {
      guard let share, !(0...Contradictions.whole).contains(share.tenThousandths) else { continue }
      found.append((name, "\(name) \(SwedishNumbers.percent(Int64(share.tenThousandths)))"))
    }
    if let from = claims.value(.certificateFrom, claim),
      let to = claims.value(.certificateTo, claim), to < from
    {
      found.append(("intygets dagar", "Ett läkarintyg som gäller till \(to) men från \(from)"))
    }
    return found
  }

  private static let week = Seconds.perHour * 168
  /// All of something, in 1/10,000 of a per cent.
  private static let whole: Int32 = 1_000_000

  private func hasNegativeHours(_ claims: Claims, _ claim: Int) -> Bool {
    guard claims[.amount, claim] > .zero else { return false }
    return claims[.sickTime, claim] < .zero || (claims.value(.paidTime, claim) ?? .zero) < .zero
  }

  private func shiftFinding(_ evidence: Evidence, _ claim: Int, _ shifts: [Int]) -> RuleFinding {
    let ledger = evidence.ledger
    let seconds = ledger.lostTime(ofLines: shifts)
    let period = "\(ledger.claims[.sickFrom, claim])–\(ledger.claims[.sickTo, claim])"
    return RuleFinding(
      verdict: .granska, subject: "pass", atFault: [claim], shifts: shifts,
      amounts: [evidence.paidAmount(of: seconds, claim: claim)],
      observed: Double(seconds) / 3600, expected: 0,
      text: "\(SwedishNumbers.hours(Seconds(seconds))) av passen ligger utanför sjukperioden "
        + "\(period) (väntat: 0 h).",
      clearedBy: "Rätt datum för passen eller för sjukperioden.")
  }

  private func finding(
    _ claim: Int, _ subject: String, _ text: String, _ clearedBy: String
  ) -> RuleFinding {
    RuleFinding(
      verdict: .granska, subject: subject, atFault: [claim], amounts: [.zero], observed: 1,
      expected: 0, text: text, clearedBy: clearedBy)
  }
}
