import Ledger
import SickPay

/// More hours than the brukare has been granted: claimed hours that a vikarie worked, and with
/// `tid.csv` all worked hours, against the decisions' hours a week.
struct BeyondDecision: Rule {
  let id = IndicatorID("over-beslut")
  let card = RuleCard(
    title: "Fler timmar än beslutet",
    sentence:
      "De begärda timmarna, med tid.csv alla arbetade timmar, är fler än brukarens beviljade "
      + "timmar i beslutets period.",
    ground: .law,
    basis:
      "LSS 9 § 2 och socialförsäkringsbalken 51 kap. 9 §: bara kostnader för beviljade timmar "
      + "ersätts",
    needs: ["beslut.csv"],
    verdicts: [.regelbrott, .granska],
    stake:
      "De begärda timmar som överskjuter, räknat från de senast inkomna ärendena; 0 kr där bara de "
      + "arbetade är fler, eftersom tid.csv inte skiljer jour från aktiv tid. En dags timmar "
      + "tillåts, eftersom periodens gränser räknas olika.",
    example:
      "40 timmar i veckan i fyra veckor är 160 timmar. 171 begärda timmar är elva för många.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    guard ledger.registers.given.contains(.decisions) else {
      return RuleOutcome(without: .decisions)
    }
    var outcome = RuleOutcome()
    var unknown = 0
    var stretches: [DecidedStretch] = []
    for company in 0..<ledger.dictionaries.companyCount {
      let company = CompanyID(index: company)
      let rows = ledger.claimRows(of: company).filter {
        ledger.isJudgedByHours($0) && !evidence.duplicates.isDuplicate[$0]
      }
      let byBrukare = Dictionary(grouping: rows) { ledger.claims[.brukare, $0] }
      for (brukare, rows) in byBrukare.sorted(by: { $0.key < $1.key }) {
        let decided = DecidedStretch.all(ledger, company, brukare, rows)
        if decided.isEmpty { unknown += rows.count { ledger.isInWindow($0) } }
        stretches += decided
      }
    }
    let worked = WorkedHours(ledger, stretches)
    outcome.findings = zip(stretches, worked.seconds).compactMap {
      finding(evidence, $0, worked: $1)
    }
    if unknown > 0 { outcome.skipped = [("brukarens beslut saknas i beslut.csv", unknown)] }
    return outcome
  }

  private func finding(
    _ evidence: Evidence, _ stretch: DecidedStretch, worked: Int64
  ) -> RuleFinding? {
    let ledger = evidence.ledger
    let claimed = stretch.rows.reduce(Int64(0)) {
      $0 + $1.share.of(Int64(evidence.hours.paid[$1.claim]))
    }
    let unreported = stretch.rows.reduce(Int64(0)) { $0 + ledger.unreportedTime($1.claim, stretch) }
    let total = max(claimed, worked + unreported)
    let most = stretch.decided + stretch.dayTime
    guard total > most else { return nil }
    // What was worked may be jour, of which several hours count as one: nobody knows how many.
    let knowsExcess = claimed > most
    let excess = (knowsExcess ? claimed : total) - stretch.decided
    var (left, atFault, amounts): (Int64, [Int], [Ore]) = (excess, [], [])
    let latestFirst = stretch.rows.map(\.claim).sorted { ledger.isClaimedBefore($1, $0) }
    for claim in latestFirst where left > 0 && evidence.hours.paid[claim] > 0 {
      let seconds = min(left, Int64(evidence.hours.paid[claim]))
      atFault.append(claim)
      amounts.append(knowsExcess ? evidence.paidAmount(of: seconds, claim: claim) : .zero)
      left -= seconds
    }
    if atFault.isEmpty { return nil }
    let isProven =
      knowsExcess && stretch.isWhole
      && !stretch.rows.contains { evidence.arePaidHoursUncertain($0.claim) }
    let (hours, lawful) = (
      SwedishNumbers.hours(Seconds(total)), SwedishNumbers.hours(Seconds(stretch.decided))
    )
    return RuleFinding(
      verdict: isProven ? .regelbrott : .granska, subject: stretch.first.description,
      atFault: atFault, registerRows: stretch.places, amounts: amounts,
      observed: Double(total) / 3600, expected: Double(stretch.decided) / 3600,
      text: "\(hours) \(total > claimed ? "är arbetade eller begärda" : "är begärda") för brukaren "
        + "\(stretch.first)–\(stretch.last), men \(lawful) är beviljade"
        + (stretch.isWhole ? "." : " så långt perioden syns."),
      clearedBy: "Ett beslut om fler timmar för perioden, eller en kreditering av de timmar som "
        + "ligger över beslutet.")
  }
}
