import Ledger
import SickPay

/// What the kommun paid went to another account than the one that the claim names.
struct PaidToOtherAccount: Rule {
  let id = IndicatorID("konto-utbetalt")
  let card = RuleCard(
    title: "Utbetalt till ett annat konto än det begärda",
    sentence:
      "Kontot i betalningar.csv är ett annat än betalkontot i begäran.",
    ground: .practice,
    basis:
      "Kontrollpraxis: begäran, faktura och betalning ska ha samma mottagare",
    needs: ["betalningar.csv", "betalkonto"],
    verdicts: [.granska],
    stake:
      "0 kr: felet kan vara kommunens eget, och begäran kan vara riktig.",
    example:
      "Begäran anger bankgiro 123-4567 men betalningen gick till 765-4321.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    let payments = ledger.registers.payments
    guard ledger.registers.given.contains(.payments) else { return RuleOutcome(without: .payments) }
    var (outcome, without) = (RuleOutcome(), 0)
    let accounts = Accounts(ledger)
    for claim in 0..<ledger.claims.count where ledger.settlement.counts(claim) {
      guard let account = ledger.claims.value(.account, claim) else {
        if ledger.isInWindow(claim) { without += 1 }
        continue
      }
      let wanted = accounts.number(account)
      let others = ledger.paymentRows(of: claim).filter { payment in
        payments.value(.account, payment).map { accounts.number($0) != wanted } ?? false
      }
      if let first = others.first {
        outcome.findings.append(finding(payments, claim, first, others))
      }
    }
    if without > 0 { outcome.skipped = [("betalkonto saknas", without)] }
    return outcome
  }

  private func finding(
    _ payments: Payments, _ claim: Int, _ first: Int, _ others: [Int]
  ) -> RuleFinding {
    let sum = others.reduce(Ore.zero) { $0 + payments[.amount, $1] }
    return RuleFinding(
      verdict: .granska, atFault: [claim], registerRows: others.map { payments.place($0) },
      amounts: [.zero], observed: Double(sum.value) / 100, expected: 0,
      text: "\(SwedishNumbers.kronor(sum)) betalades \(payments[.paidOn, first]) till ett annat "
        + "konto än det som begäran anger (väntat: 0 kr).",
      clearedBy: "Bolagets besked om kontot, eller ett kontoutdrag som visar att bolaget fick "
        + "pengarna.")
  }
}
