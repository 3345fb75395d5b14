import Ledger
import SickPay

/// Many claims for sickness long ago that come in at once, from a company that is otherwise prompt.
struct BackdatedBatch: Rule {
  let id = IndicatorID("bakdaterad-sats")
  let card = RuleCard(
    title: "Många gamla frånvaror på en gång",
    sentence:
      "Bolaget skickar på några dagar många begäranden för frånvaro långt tillbaka, mot sin vana.",
    ground: .practice,
    basis:
      "Begäranden i samlad sats nära de tre månader som kommuner ber om, eller senare, är ett känt "
      + "mönster före ägarbyte och konkurs",
    verdicts: [.granska],
    stake: "0 kr: en sen begäran kan knappast avslås av det skälet.",
    example:
      "Sju begäranden kommer in samma vecka, alla för frånvaro för mer än 75 dagar sedan, från ett "
      + "bolag vars andra begäranden kommer inom en månad.")

  /// Days from the sickness from which a claim is old: towards three months.
  static let oldDays = 75
  /// Days between two claims of one batch at the most: post, and a weekend.
  static let pauseDays = 3
  static let oldClaims = 5
  /// How many times as often as in the company's other claims.
  static let timesUsual = 5
  /// The company's habit can only be told from so many other claims.
  static let otherClaims = 5

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    var outcome = RuleOutcome()
    for company in 0..<ledger.dictionaries.companyCount {
      let rows = ledger.claimRows(of: CompanyID(index: company)).filter {
        ledger.settlement.counts($0) && !evidence.duplicates.isDuplicate[$0]
          && ledger.claims.value(.replaces, $0) == nil
      }
      let old = rows.count { isOld(ledger.claims, $0) }
      guard old >= BackdatedBatch.oldClaims else { continue }
      let received = rows.sorted { ledger.isClaimedBefore($0, $1) }
      var begin = 0
      for end in 1...received.count
      where end == received.count || isPause(ledger.claims, received[end - 1], received[end]) {
        let batch = received[begin..<end]
        begin = end
        let late = batch.filter { isOld(ledger.claims, $0) }
        let (others, usual) = (rows.count - batch.count, old - late.count)
        if late.count >= BackdatedBatch.oldClaims, others >= BackdatedBatch.otherClaims,
          late.count * others > BackdatedBatch.timesUsual * usual * batch.count
        {
          outcome.findings.append(finding(ledger, late, usual: usual, of: others))
        }
      }
    }
    return outcome
  }

  private func isOld(_ claims: Claims, _ row: Int) -> Bool {
    claims[.sickTo, row].distance(to: claims[.received, row]) >= BackdatedBatch.oldDays
  }

  private func isPause(_ claims: Claims, _ row: Int, _ next: Int) -> Bool {
    claims[.received, row].distance(to: claims[.received, next]) > BackdatedBatch.pauseDays
  }

  private func finding(_ ledger: Ledger, _ late: [Int], usual: Int, of others: Int) -> RuleFinding {
    let (first, last) = (
      ledger.claims[.received, late[0]], ledger.claims[.received, late[late.count - 1]]
    )
    return RuleFinding(
      verdict: .granska, atFault: late, amounts: late.map { _ in .zero },
      observed: Double(late.count), expected: Double(usual) / Double(others) * Double(late.count),
      text: "\(late.count) begäranden som kom in \(first)–\(last) gäller frånvaro för minst "
        + "\(BackdatedBatch.oldDays) dagar sedan (väntat: få; av bolagets \(others) andra är "
        + "\(usual) så gamla).",
      clearedBy: "Scheman och sjukanmälningar från tiden för frånvaron, med datum då de skrevs.")
  }
}
