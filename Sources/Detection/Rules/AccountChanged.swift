import Ledger
import SickPay

/// A company that keeps one payout account asks for payment to another shortly before it is paid.
/// Most changes are honest; the fraud is that somebody else has sent the new number.
struct AccountChanged: Rule {
  let id = IndicatorID("konto-bytt")
  let card = RuleCard(
    title: "Nytt konto strax före betalning",
    sentence:
      "Ett bolag som länge haft samma konto begär betalning till ett annat, och betalas inom 30 "
      + "dagar.",
    ground: .practice,
    basis:
      "Kontrollpraxis: byte av utbetalningskonto kontrolleras mot bolaget innan pengar betalas ut",
    needs: ["betalkonto"],
    verdicts: [.granska],
    stake:
      "0 kr: raderna visar inte att kontot är fel.",
    example:
      "Fem ärenden under ett halvår till samma bankgiro; det sjätte till ett nytt bankgiro, "
      + "betalt tolv dagar senare: ring bolaget på ett känt nummer.")

  /// So many earlier claims, over so many days, show that a company keeps its account.
  static let earlierClaims = 5
  static let earlierDays = 90
  /// A payment so many days after the new account was first seen is soon.
  static let soonDays = 30

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    var (outcome, without) = (RuleOutcome(), 0)
    let accounts = Accounts(ledger)
    for company in 0..<ledger.dictionaries.companyCount {
      let rows = ledger.claimRows(of: CompanyID(index: company)).filter {
        ledger.settlement.counts($0)
      }
      let known = rows.filter { ledger.claims.value(.account, $0) != nil }
        .sorted { ledger.isClaimedBefore($0, $1) }
      without += rows.count { ledger.isInWindow($0) }
      without -= known.count { ledger.isInWindow($0) }
      outcome.findings += changes(ledger, known, accounts).map { finding(ledger, known, $0) }
    }
    if without > 0 { outcome.skipped = [("betalkonto saknas", without)] }
    return outcome
  }

  /// Where in the rows another account stands after a steady run of one, how many rows that run
  /// had, and the rows paid to the new account soon.
  private struct Change {
    let place: Int
    let earlier: Int
    let rows: [Int]
  }

  private func changes(_ ledger: Ledger, _ rows: [Int], _ accounts: Accounts) -> [Change] {
    let keys = rows.map { accounts.number(ledger.claims[.account, $0]) }
    var (changes, start): ([Change], Int) = ([], 0)
    for place in keys.indices where keys[place] != keys[start] {
      let run = start..<place
      start = place
      let seen = ledger.claims[.received, rows[place]]
      let kept = ledger.claims[.received, rows[run.lowerBound]].distance(to: seen)
      guard run.count >= AccountChanged.earlierClaims, kept >= AccountChanged.earlierDays else {
        continue
      }
      let soon = rows.indices[place...].filter { index in
        keys[index] == keys[place]
          && seen.distance(to: ledger.paidOn(rows[index])) <= AccountChanged.soonDays
      }
      if !soon.isEmpty {
        changes.append(Change(place: place, earlier: run.count, rows: soon.map { rows[$0] }))
      }
    }
    return changes
  }

  private func finding(_ ledger: Ledger, _ rows: [Int], _ change: Change) -> RuleFinding {
    let seen = ledger.claims[.received, rows[change.place]]
    let payments = change.rows.flatMap { ledger.paymentRows(of: $0) }
    return RuleFinding(
      verdict: .granska, atFault: change.rows, witnesses: [rows[change.place - 1]],
      registerRows: payments.map { ledger.registers.payments.place($0) },
      amounts: Array(repeating: .zero, count: change.rows.count),
      observed: Double(change.rows.count), expected: 0,
      text: "Ett annat betalkonto än på de \(change.earlier) tidigare ärendena står på "
        + "\(change.rows.count == 1 ? "1 rad" : "\(change.rows.count) rader") inom "
        + "\(AccountChanged.soonDays) dagar från \(seen), då det först syntes (väntat: 0).",
      clearedBy: "Bolagets besked om nytt konto, bekräftat på ett telefonnummer som var känt "
        + "sedan tidigare.")
  }
}

extension Ledger {
  /// The first day on which a claim was paid; where no payment is known, the day it was received.
  fileprivate func paidOn(_ claim: Int) -> Day {
    paymentRows(of: claim).map { registers.payments[.paidOn, $0] }.min() ?? claims[.received, claim]
  }
}
