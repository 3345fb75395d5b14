import Ledger
import SickPay

/// An hourly wage below the agreement's lowest: the claim is cheap, but the employer may not pay
/// what it says, or not by the agreement it names.
struct WageUnderAgreement: Rule {
  let id = IndicatorID("lon-under-avtal")
  let card = RuleCard(
    title: "Timlön under avtalets lägsta",
    sentence: "Timlönen är lägre än den lägsta lönen i det avtal som raden anger.",
    ground: .agreement, basis: "Kollektivavtalets lägsta lön",
    needs: ["avtal"], verdicts: [.regelbrott, .granska],
    stake: "0 kr: kommunen har inte betalat för mycket.",
    example:
      "Fremia 2026: 24 075 kr i månaden, omkring 145,91 kr i timmen. En timlön om 128,00 kr "
      + "granskas.")

  /// A wage by the hour is rounded, and months are divided by 165 or so.
  static let marginPercent: Int64 = 2

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome()
    let (ledger, claims) = (evidence.ledger, evidence.ledger.claims)
    var unknown = 0
    for claim in 0..<claims.count where ledger.settlement.counts(claim) {
      let entry = evidence.agreementTerms(claim)?.minimumWage[claims[.sickFrom, claim]]
      guard let entry, let lowest = entry.value else {
        if ledger.isInWindow(claim) { unknown += 1 }
        continue
      }
      let wage = claims[.wage, claim]
      let floor =
        Int64(lowest.tenThousandths) * (100 - WageUnderAgreement.marginPercent) / 100
      guard wage.tenThousandths > 0, Int64(wage.tenThousandths) < floor else { continue }
      outcome.findings.append(
        RuleFinding(
          verdict: entry.tag.isCertain ? .regelbrott : .granska, atFault: [claim],
          amounts: [.zero], observed: Double(wage.tenThousandths) / 10_000,
          expected: Double(lowest.tenThousandths) / 10_000,
          text: "Timlönen är \(kronor(wage)); avtalets lägsta är \(kronor(lowest)).",
          clearedBy: "Anställningsavtal som visar lön och vilket avtal som gäller.",
          restsOn: Evidence.restsOn(entry)))
    }
    if unknown > 0 { outcome.skipped = [("avtalets lägsta lön är inte känd", unknown)] }
    return outcome
  }

  private func kronor(_ wage: HourlyWage) -> String {
    SwedishNumbers.kronor(Ore(Int64(wage.tenThousandths) / 100))
  }
}
