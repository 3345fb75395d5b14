import Ledger
import SickPay

/// The parts of a claim do not add up to its sum.
struct PartsDoNotAddUp: Rule {
  let id = IndicatorID("delar-och-belopp")
  let card = RuleCard(
    title: "Delarna blir inte beloppet",
    sentence:
      "Sjuklön, OB, jour, semesterersättning, avgifter och moms blir tillsammans något annat "
      + "än beloppet.",
    ground: .ruling,
    basis:
      "RÅ 2009 ref. 104: ersättningen är summan av de faktiska kostnaderna",
    needs: ["semesterersättning", "arbetsgivaravgift"],
    verdicts: [.regelbrott, .granska],
    stake:
      "Det som beloppet är större än delarna. 1,00 kr tillåts för avrundning.",
    example:
      "Delarna blir 2 831,95 kr men 2 931,95 kr begärs: 100,00 kr. Är OB, jour eller avtalskostnad "
      + "inte angivet och ryms beloppet i det lagliga är det granska.")

  /// Rounding of each part and öresavrundning: 1.00 kr.
  static let tolerance = Ore(100)

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    var outcome = RuleOutcome()
    var withoutParts = 0
    for claim in 0..<ledger.claims.count where ledger.isJudgedByHours(claim) {
      guard let sum = ledger.claims.sumOfParts(claim) else {
        if ledger.isInWindow(claim) { withoutParts += 1 }
        continue
      }
      let difference = ledger.claims[.amount, claim] - sum
      if difference > PartsDoNotAddUp.tolerance || -difference > PartsDoNotAddUp.tolerance {
        outcome.findings.append(finding(evidence, claim, sum: sum))
      }
    }
    if withoutParts > 0 {
      outcome.skipped = [("semesterersättning och arbetsgivaravgift saknas", withoutParts)]
    }
    return outcome
  }

  private func finding(_ evidence: Evidence, _ claim: Int, sum: Ore) -> RuleFinding {
    let ledger = evidence.ledger
    let amount = ledger.claims[.amount, claim]
    let tooMuch = max(.zero, amount - sum)
    // What a column that the row leaves empty would have held.
    let mayBeUnstated =
      ledger.claims.leavesPartOpen(claim) && !evidence.isAboveLawfulRange(claim)
    return RuleFinding(
      verdict: tooMuch > .zero && !mayBeUnstated ? .regelbrott : .granska, atFault: [claim],
      amounts: [min(tooMuch, max(.zero, ledger.settlement.netAmount(claim)))],
      observed: Double(amount.value) / 100, expected: Double(sum.value) / 100,
      text: "Beloppet är \(SwedishNumbers.kronor(amount)) men delarna blir "
        + "\(SwedishNumbers.kronor(sum)).",
      clearedBy: "En rättad begäran där delarna och beloppet stämmer överens.")
  }
}

extension Table where Schema == ClaimSchema {
  fileprivate func leavesPartOpen(_ claim: Int) -> Bool {
    value(.ob, claim) == nil || value(.jour, claim) == nil || value(.avtalskostnad, claim) == nil
  }

  /// `nil` where the row does not split its sum into parts.
  func sumOfParts(_ claim: Int) -> Ore? {
    guard let holidayPay = value(.semesterersattning, claim),
      let fee = value(.arbetsgivaravgift, claim)
    else { return nil }
    let others = [
      value(.ob, claim), value(.jour, claim), value(.avtalskostnad, claim), value(.vat, claim),
    ]
    return others.reduce(self[.sjuklon, claim] + holidayPay + fee) { $0 + ($1 ?? .zero) }
  }
}
