import Ledger
import SickPay

/// The wage claimed is above what the person earned in that month and the months beside it. A raise
/// that stays is normal.
struct WageRaisedWhileSick: Rule {
  let id = IndicatorID("lon-hojd-vid-sjukdom")
  let card = RuleCard(
    title: "Högre lön när assistenten är sjuk",
    sentence:
      "Timlönen i begäran är högre än lönen i löner.csv samma månad och månaderna bredvid.",
    ground: .law,
    basis:
      "Sjuklönelagen 6 §: sjuklön är 80 procent av den lön som gått förlorad; RÅ 2009 ref. 104",
    needs: ["löner.csv"],
    verdicts: [.regelbrott, .granska],
    stake:
      "Skillnaden mot den högsta av lönerna, som andel av beloppet. Skillnader under 10 öre i "
      + "timmen är avrundning.",
    example:
      "Begärd timlön 180 kr i mars, lön 160 kr i februari, mars och april: 20/180 av beloppet. Är "
      + "lönen 180 kr även i april är höjningen kvar och inget är fel.")

  /// Monthly wages as hourly ones are rounded: 10 öre, in 1/10,000 kr.
  static let tolerance: Int64 = 1_000

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    guard ledger.registers.given.contains(.wages) else { return RuleOutcome(without: .wages) }
    var outcome = RuleOutcome()
    var unknown = 0
    for claim in 0..<ledger.claims.count
    where ledger.settlement.counts(claim) && !evidence.duplicates.isDuplicate[claim] {
      let months = NearbyWages(ledger, claim)
      guard let paid = months.same else {
        if ledger.isInWindow(claim) { unknown += 1 }
        continue
      }
      let claimed = Int64(ledger.claims[.wage, claim].tenThousandths)
      let beside = max(months.before ?? 0, months.after ?? 0)
      if claimed > max(paid, beside) + WageRaisedWhileSick.tolerance {
        outcome.findings.append(
          finding(evidence, claim, months, normal: max(paid, beside), isPaid: false))
      } else if months.before != nil, months.after != nil,
        min(claimed, paid) > beside + WageRaisedWhileSick.tolerance
      {
        outcome.findings.append(finding(evidence, claim, months, normal: beside, isPaid: true))
      }
    }
    if unknown > 0 { outcome.skipped = [("lönen för månaden saknas i löner.csv", unknown)] }
    return outcome
  }

  /// - Parameter isPaid: Whether the month's wage is as high as the claim's, and only the months
  ///   beside it are lower.
  private func finding(
    _ evidence: Evidence, _ claim: Int, _ months: NearbyWages, normal: Int64, isPaid: Bool
  ) -> RuleFinding {
    let ledger = evidence.ledger
    let claimed = Int64(ledger.claims[.wage, claim].tenThousandths)
    let net = max(.zero, ledger.settlement.netAmount(claim))
    let hasNeighbour = months.before != nil || months.after != nil
    return RuleFinding(
      verdict: isPaid || !hasNeighbour ? .granska : .regelbrott, atFault: [claim],
      registerRows: months.places,
      amounts: [net.share(claimed - normal, of: claimed)],
      observed: Double(claimed) / 10_000, expected: Double(normal) / 10_000,
      text: "Timlönen i begäran är \(kronor(claimed)) men \(kronor(normal)) "
        + (isPaid
          ? "månaden före och månaden efter: lönen är högre bara den månad då assistenten var sjuk."
          : "som högst enligt löner.csv den månaden och månaderna bredvid."),
      clearedBy: "En lönespecifikation för månaden och månaden efter, eller ett avtal om ny lön "
        + "som gäller från sjukperioden.")
  }

  private func kronor(_ wage: Int64) -> String {
    SwedishNumbers.kronor(Ore(wage / 100))
  }
}

/// A person's wages at the company in the month of a claim's first day and the months beside it, in
/// 1/10,000 kr; the highest where there are several.
private struct NearbyWages {
  private(set) var before: Int64?
  private(set) var same: Int64?
  private(set) var after: Int64?
  private(set) var places: [RowPlace] = []

  init(_ ledger: Ledger, _ claim: Int) {
    let wages = ledger.registers.wages
    let month = Month(of: ledger.claims[.sickFrom, claim])
    let rows = ledger.registers.wageRows(
      of: ledger.claims[.assistent, claim], at: ledger.claims[.company, claim])
    func highest(_ month: Month) -> Int64? {
      let found = wages.rows(with: month, in: .month, inside: rows)
      return found.map { Int64(wages[.wage, $0].tenThousandths) }.max()
    }
    (before, same, after) = (
      highest(month.advanced(by: -1)), highest(month), highest(month.advanced(by: 1))
    )
    places = rows.filter { abs(wages[.month, $0].distance(to: month)) <= 1 }
      .map { wages.place($0) }
  }
}
