import Ledger
import SickPay

/// Many claims for sickness long ago that come in at once, from a company that is otherwise prompt.
/// Shortly before a company's permit ends, sickness a month ago is long ago.
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
      "Sju begäranden kommer in samma vecka, alla för frånvaro för minst 75 dagar sedan, från ett "
      + "bolag vars andra begäranden kommer inom en månad. Under de 60 dagarna före ett tillstånds "
      + "slut, enligt tillstånd.csv, räcker det att frånvaron är minst 30 dagar gammal.")

  /// Days from the sickness from which a claim is old: towards three months.
  static let oldDays = 75
  /// The same for a batch that comes in so many days before the last one with a permit.
  static let oldDaysBeforeEnd = 30
  static let daysBeforeEnd = 60
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
    if !ledger.registers.given.contains(.permits) {
      outcome.skipped = [("tillstånd.csv saknas: satser före ett tillstånds slut prövas inte", 0)]
    }
    for company in 0..<ledger.dictionaries.companyCount {
      let company = CompanyID(index: company)
      let rows = ledger.claimRows(of: company).filter {
        ledger.settlement.counts($0) && !evidence.duplicates.isDuplicate[$0]
          && ledger.claims.value(.replaces, $0) == nil
      }
      let end = ledger.registers.lastPermittedDay(of: company)
      guard rows.count >= BackdatedBatch.oldClaims + BackdatedBatch.otherClaims,
        end != nil
          || rows.count(where: { age(ledger.claims, $0) >= BackdatedBatch.oldDays })
            >= BackdatedBatch.oldClaims
      else { continue }
      let received = rows.sorted { ledger.isClaimedBefore($0, $1) }
      var begin = 0
      for next in 1...received.count
      where next == received.count || isPause(ledger.claims, received[next - 1], received[next]) {
        let batch = Array(received[begin..<next])
        begin = next
        outcome.findings += finding(ledger, batch, of: rows, permittedUntil: end)
      }
    }
    return outcome
  }

  /// Days from the sickness to the claim.
  private func age(_ claims: Claims, _ row: Int) -> Int {
    claims[.sickTo, row].distance(to: claims[.received, row])
  }

  private func isPause(_ claims: Claims, _ row: Int, _ next: Int) -> Bool {
    claims[.received, row].distance(to: claims[.received, next]) > BackdatedBatch.pauseDays
  }

  /// None where the batch is not old, or the company's claims often are.
  private func finding(
    _ ledger: Ledger, _ batch: [Int], of rows: [Int], permittedUntil end: Day?
  ) -> [RuleFinding] {
    let claims = ledger.claims
    let received = claims[.received, batch[0]]
    let end = end.flatMap {
      0...BackdatedBatch.daysBeforeEnd ~= received.distance(to: $0) ? $0 : nil
    }
    let oldDays = end == nil ? BackdatedBatch.oldDays : BackdatedBatch.oldDaysBeforeEnd
    let late = batch.filter { age(claims, $0) >= oldDays }
    let usual = rows.count { age(claims, $0) >= oldDays } - late.count
    let others = rows.count - batch.count
    guard late.count >= BackdatedBatch.oldClaims, others >= BackdatedBatch.otherClaims,
      late.count * others > BackdatedBatch.timesUsual * usual * batch.count
    else { return [] }
    let days = "\(claims[.received, late[0]])–\(claims[.received, late[late.count - 1]])"
    let company = claims[.company, batch[0]]
    return [
      RuleFinding(
        verdict: .granska, atFault: late,
        registerRows: end == nil ? [] : ledger.registers.permitPlaces(of: company),
        amounts: late.map { _ in .zero }, observed: Double(late.count),
        expected: Double(usual) / Double(others) * Double(late.count),
        text: "\(late.count) begäranden som kom in \(days) gäller frånvaro för minst \(oldDays) "
          + "dagar sedan (väntat: få; av bolagets \(others) andra är \(usual) så gamla)."
          + (end.map { " Bolagets tillstånd gäller till \($0)." } ?? ""),
        clearedBy: "Scheman och sjukanmälningar från tiden för frånvaron, med datum då de skrevs.")
    ]
  }
}
