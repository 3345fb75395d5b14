import Ledger
import SickPay

/// Invoice numbers on claims to a kommun that takes applications only: what was applied for may be
/// paid on an invoice too.
struct InvoiceWhereApplication: Rule {
  let id = IndicatorID("faktura-vid-ansokan")
  let card = RuleCard(
    title: "Faktura där kommunen bara tar ansökningar",
    sentence:
      "Ett bolags begäranden har fakturanummer fast kommunen bara tar emot ansökningar.",
    ground: .practice,
    basis:
      "Kommunens egna regler: ersättning söks med ansökan och fakturor tas inte emot",
    needs: ["fakturanummer"],
    verdicts: [.granska],
    stake: "0 kr: begäran kan vara riktig. Frågan är om fakturan också betalas.",
    example:
      "Kungsbacka tar bara ansökningar. Tre av bolagets begäranden har fakturanummer: ekonomin "
      + "söker efter fakturorna i leverantörsreskontran.")

  /// So many of a company's rows are shown, by the day they came in.
  static let shownRows = 20

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let (ledger, claims) = (evidence.ledger, evidence.ledger.claims)
    var rows: [Key: [Int]] = [:]
    var (numbered, all, unknown): ([Int32: Int], [Int32: Int], Int) = ([:], [:], 0)
    for claim in 0..<claims.count where ledger.settlement.counts(claim) {
      let kommun = claims[.kommun, claim].cell
      let entry = evidence.rulebook.policies[kommun, claims[.received, claim]]
      guard let takes = entry?.value?.takesInvoices else {
        unknown += ledger.isInWindow(claim) ? 1 : 0
        continue
      }
      if takes { continue }
      all[kommun, default: 0] += 1
      if claims.value(.invoiceNumber, claim) != nil {
        numbered[kommun, default: 0] += 1
        rows[Key(company: claims[.company, claim], kommun: kommun), default: []].append(claim)
      }
    }
    var (outcome, ownUse) = (RuleOutcome(), 0)
    for (key, rows) in rows.sorted(by: { $0.key < $1.key }) {
      // Where most have a number, the kommun keeps one of its own there.
      if numbered[key.kommun, default: 0] * 2 > all[key.kommun, default: 0] {
        ownUse += rows.count { ledger.isInWindow($0) }
      } else {
        outcome.findings.append(finding(evidence, key, rows))
      }
    }
    outcome.didNotRun(on: unknown, "om kommunen tar emot fakturor är inte känt")
    outcome.didNotRun(on: ownUse, "de flesta begäranden hos kommunen har fakturanummer")
    return outcome
  }

  private struct Key: Hashable, Comparable {
    let company: CompanyID
    let kommun: Int32

    static func < (left: Key, right: Key) -> Bool {
      (left.company.cell, left.kommun) < (right.company.cell, right.kommun)
    }
  }

  private func finding(_ evidence: Evidence, _ key: Key, _ rows: [Int]) -> RuleFinding {
    let ledger = evidence.ledger
    let shown = rows.sorted { ledger.isClaimedBefore($0, $1) }
      .prefix(InvoiceWhereApplication.shownRows)
    let kommun = ledger.claims[.kommun, rows[0]]
    return RuleFinding(
      verdict: .granska, subject: "\(kommun)", atFault: Array(shown),
      amounts: shown.map { _ in .zero }, observed: Double(rows.count), expected: 0,
      text: "\(rows.count == 1 ? "1 begäran" : "\(rows.count) begäranden") till kommun \(kommun) "
        + "har fakturanummer, fast kommunen bara tar ansökningar (väntat: 0).",
      clearedBy: "En sökning i leverantörsreskontran som visar att fakturorna inte är betalda vid "
        + "sidan av ansökan.",
      restsOn: evidence.rulebook.policies[key.kommun, ledger.claims[.received, rows[0]]]?.source)
  }
}
