import Ledger
import SickPay

/// One account to which several companies ask to be paid.
struct SharedAccount: Rule {
  let id = IndicatorID("delat-konto")
  let card = RuleCard(
    title: "Samma konto hos flera bolag",
    sentence:
      "Betalkontot anges av fler än ett bolag.",
    ground: .practice,
    basis:
      "Gemensamt konto är en av varningssignalerna för bolag som fortsätter under nytt nummer; "
      + "koncerner och fakturaköpare delar konto av goda skäl",
    needs: ["betalkonto"],
    verdicts: [.granska],
    stake: "0 kr: ett delat konto säger inget om beloppen.",
    example:
      "Bolag 1 och bolag 2 anger båda bankgiro 9912-3456. Delas kontot av fler än fem bolag är det "
      + "troligen en fakturaköpares, och regeln kördes inte.")

  /// An account of more companies than this is taken for that of a factoring firm.
  static let mostCompanies = 5
  /// So many of a company's rows are shown, by the day they came in.
  static let shownRows = 20

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    let accounts = AccountHolders(ledger)
    var outcome = RuleOutcome()
    var factored = 0
    for companies in accounts.shared {
      if companies.count > SharedAccount.mostCompanies {
        factored += companies.reduce(0) { $0 + $1.rows.count { ledger.isInWindow($0) } }
        continue
      }
      for own in companies {
        outcome.findings.append(finding(evidence, own, among: companies))
      }
    }
    outcome.didNotRun(on: factored, "kontot delas av fler än fem bolag")
    outcome.didNotRun(on: accounts.withoutAccount, "betalkonto saknas")
    return outcome
  }

  private func finding(
    _ evidence: Evidence, _ own: AccountHolders.Holder, among holders: [AccountHolders.Holder]
  ) -> RuleFinding {
    let ledger = evidence.ledger
    let others = holders.filter { $0.company != own.company }
    let rows = own.rows.sorted { ledger.isClaimedBefore($0, $1) }.prefix(SharedAccount.shownRows)
    let witnesses = others.compactMap { other in
      other.rows.min { ledger.isClaimedBefore($0, $1) }
    }
    let names = others.map { evidence.names.company($0.company) }.joined(separator: ", ")
    return RuleFinding(
      verdict: .granska, atFault: Array(rows), witnesses: witnesses,
      amounts: rows.map { _ in .zero }, observed: Double(holders.count), expected: 1,
      text: "Betalkontot anges av \(holders.count) bolag (väntat: 1), även av \(names).",
      clearedBy: "Bankens eller Bankgirots uppgift om vem som äger kontot, eller ett avtal om "
        + "koncernkonto.")
  }
}

/// Which companies give which account.
private struct AccountHolders {
  struct Holder {
    let company: CompanyID
    let rows: [Int]
  }

  /// The holders of each account that several companies give, by the account's name.
  private(set) var shared: [[Holder]] = []
  /// Rows of the window that state none.
  private(set) var withoutAccount = 0

  init(_ ledger: Ledger) {
    let accounts = Accounts(ledger)
    var holders: [[Holder]] = Array(repeating: [], count: accounts.names.count)
    var rowsOfAccount: [Int: [Int]] = [:]
    for company in 0..<ledger.dictionaries.companyCount {
      rowsOfAccount.removeAll(keepingCapacity: true)
      for row in ledger.claimRows(of: CompanyID(index: company))
      where ledger.settlement.counts(row) {
        if let account = ledger.claims.value(.account, row) {
          rowsOfAccount[accounts.number(account), default: []].append(row)
        } else {
          withoutAccount += ledger.isInWindow(row) ? 1 : 0
        }
      }
      for (account, rows) in rowsOfAccount {
        holders[account].append(Holder(company: CompanyID(index: company), rows: rows))
      }
    }
    shared = accounts.names.indices.filter { holders[$0].count > 1 }
      .sorted { accounts.names[$0] < accounts.names[$1] }.map { holders[$0] }
  }
}
