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
    for (_, companies) in accounts.shared {
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

/// Which companies give which account. An account is its digits and letters, however it is written.
private struct AccountHolders {
  struct Holder {
    let company: CompanyID
    let rows: [Int]
  }

  /// AccountHolders of several companies, by their text.
  private(set) var shared: [(account: String, holders: [Holder])] = []
  /// Rows of the window that state none.
  private(set) var withoutAccount = 0

  init(_ ledger: Ledger) {
    let column = ledger.claims.column(.account)
    let numbers = AccountHolders.numbers(ledger, column)
    var holders: [[Holder]] = Array(repeating: [], count: numbers.names.count)
    var rowsOfAccount: [Int32: [Int]] = [:]
    for company in 0..<ledger.dictionaries.companyCount {
      rowsOfAccount.removeAll(keepingCapacity: true)
      for row in ledger.claimRows(of: CompanyID(index: company))
      where ledger.settlement.counts(row) {
        if column[row] == absentCell {
          withoutAccount += ledger.isInWindow(row) ? 1 : 0
        } else {
          rowsOfAccount[numbers.ofText[Int(column[row])], default: []].append(row)
        }
      }
      for (account, rows) in rowsOfAccount {
        holders[Int(account)].append(Holder(company: CompanyID(index: company), rows: rows))
      }
    }
    shared = numbers.names.indices.filter { holders[$0].count > 1 }
      .map { (numbers.names[$0], holders[$0]) }.sorted { $0.0 < $1.0 }
  }

  /// The number of each text that stands as an account, by text id.
  private static func numbers(
    _ ledger: Ledger, _ column: [Int32]
  ) -> (ofText: [Int32], names: [String]) {
    let texts = ledger.dictionaries.texts
    var ofText = Array(repeating: Int32(-1), count: texts.count)
    var (numbers, names): ([String: Int32], [String]) = ([:], [])
    for text in column where text != absentCell && ofText[Int(text)] < 0 {
      let name = String(texts[TextID(cell: text)].filter { $0.isLetter || $0.isNumber })
      if numbers[name] == nil {
        numbers[name] = Int32(names.count)
        names.append(name)
      }
      ofText[Int(text)] = numbers[name] ?? 0
    }
    return (ofText, names)
  }
}
