import Ledger
import SickPay

/// Sick here while vikarie elsewhere in the same minutes. The claim for sick pay is charged; the
/// claim that shows the person at work is the witness.
struct SickWhileSubstitute: Rule {
  let id = IndicatorID("sjuk-men-vikarie")
  let card = RuleCard(
    title: "Sjuk här, vikarie där",
    sentence:
      "Den som begärs som sjuk står som vikarie på ett annat pass under samma minuter.",
    ground: .law,
    basis:
      "Sjuklönelagen 4 och 7 §§: arbetsförmågan ska vara nedsatt och arbetstagaren avhålla "
      + "sig från arbete",
    needs: ["pass.csv"],
    verdicts: [.regelbrott, .granska],
    stake:
      "De delade minuternas andel av beloppet på raden som begär sjuklön. Det andra bolaget "
      + "är vittne och får ingen poäng.",
    example:
      "Sjuk 08–16 hos bolag 1 och vikarie 12–20 hos bolag 2: fyra timmar av åtta, halva "
      + "beloppet. Under en kvart, eller vid sjukskrivning på deltid, är det granska.")

  /// A handover that was written down carelessly; less than this needs papers.
  static let handoverSeconds: Int64 = 15 * 60

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    var overlaps = OverlapsByClaim()
    forEachOverlap(evidence.lost, evidence.worked) { lost, worked in
      // A vikarie who fell sick on the very shift is a second layer: that rule's finding.
      if ledger.isSecondLayer(lost, worked) { return }
      let claim = ledger.claim(of: lost)
      let witness = ledger.claim(of: worked)
      guard evidence.isSickness(claim), !evidence.duplicates.isDuplicate[witness] else { return }
      overlaps.add(claim: claim, witness: witness, lost, worked)
    }
    return overlaps.outcome(evidence, finding)
  }

  private func finding(
    _ evidence: Evidence, _ claim: Int, _ overlap: OverlapsByClaim.Overlap
  ) -> RuleFinding? {
    guard let seconds = evidence.paidPart(of: overlap, claim: claim) else { return nil }
    let ledger = evidence.ledger
    let witnesses = overlap.witnesses.sorted()
    let person = evidence.names.assistent(ledger.claims[.assistent, claim])
    let employers = Set(witnesses.map { ledger.claims[.company, $0] })
      .subtracting([ledger.claims[.company, claim]]).sorted().map(evidence.names.company)
    let place = employers.isEmpty ? "i samma bolag" : "hos " + employers.joined(separator: ", ")
    let hours = SwedishNumbers.hours(Seconds(seconds))
    let isPartTime = ledger.claims.value(.extent, claim).map { $0.tenThousandths < 1_000_000 }
    let isUncertain =
      seconds < SickWhileSubstitute.handoverSeconds || isPartTime ?? false
    return RuleFinding(
      verdict: isUncertain ? .granska : .regelbrott, atFault: [claim],
      witnesses: witnesses, shifts: overlap.shifts.sorted(),
      amounts: [evidence.paidAmount(of: seconds, claim: claim)],
      observed: Double(seconds) / 3600, expected: 0,
      text: "Assistent \(person) är sjuk här men vikarie \(place) under samma \(hours) "
        + "(väntat: 0 h).",
      clearedBy: "Tidsredovisning som visar att någon annan var vikarie, eller att assistenten "
        + "inte var sjuk de timmarna och att de krediteras.")
  }
}
