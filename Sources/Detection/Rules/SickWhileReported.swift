import Ledger
import SickPay

/// Sick here while `tid.csv` shows the person at work in the same minutes, here or for another
/// company. The claim for sick pay is charged; whoever reported the work is the witness.
struct SickWhileReported: Rule {
  let id = IndicatorID("sjuk-men-i-tid")
  let card = RuleCard(
    title: "Sjuk här, i arbete enligt tidrapporten",
    sentence:
      "Den som begärs som sjuk har arbetat under samma minuter enligt den tid som ett bolag har "
      + "redovisat.",
    ground: .law,
    basis:
      "Sjuklönelagen 4 och 7 §§: arbetsförmågan ska vara nedsatt och arbetstagaren avhålla sig "
      + "från arbete; LSS 11 a §: arbetsgivaren redovisar arbetad tid",
    needs: ["tid.csv", "pass.csv"],
    verdicts: [.regelbrott, .granska],
    stake:
      "De delade minuternas andel av beloppet på raden som begär sjuklön. Bolaget som redovisat "
      + "tiden är vittne och får ingen poäng.",
    example:
      "Sjukt pass 08–16, arbetad tid 12–20 i tid.csv: fyra timmar av åtta, halva beloppet. Under "
      + "en kvart, eller vid sjukskrivning på deltid, är det granska.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    guard ledger.registers.given.contains(.workedTime) else {
      return RuleOutcome(without: .workedTime)
    }
    var overlaps = OverlapsByClaim()
    forEachOverlap(evidence.lost, Stretches.reported(ledger)) { lost, reported in
      let claim = ledger.claim(of: lost)
      if evidence.isSickness(claim) {
        overlaps.add(claim: claim, lost: lost, reported: reported)
      }
    }
    return overlaps.outcome(evidence, finding)
  }

  private func finding(
    _ evidence: Evidence, _ claim: Int, _ overlap: OverlapsByClaim.Overlap
  ) -> RuleFinding? {
    guard let seconds = evidence.paidPart(of: overlap, claim: claim) else { return nil }
    let (ledger, worked) = (evidence.ledger, evidence.ledger.registers.workedTime)
    let reported = overlap.reported.sorted()
    let person = evidence.names.assistent(ledger.claims[.assistent, claim])
    let others = Set(reported.map { worked[.company, $0] })
      .subtracting([ledger.claims[.company, claim]]).sorted().map(evidence.names.company)
    let place = others.isEmpty ? "i samma bolag" : "hos " + others.joined(separator: ", ")
    let hours = SwedishNumbers.hours(Seconds(seconds))
    let isPartTime = ledger.claims.value(.extent, claim).map { $0.tenThousandths < 1_000_000 }
    let isUncertain =
      seconds < SickWhileSubstitute.handoverSeconds || isPartTime ?? false
    return RuleFinding(
      verdict: isUncertain ? .granska : .regelbrott, atFault: [claim],
      shifts: overlap.shifts.sorted(), registerRows: reported.map { worked.place($0) },
      amounts: [evidence.paidAmount(of: seconds, claim: claim)],
      observed: Double(seconds) / 3600, expected: 0,
      text: "Assistent \(person) är sjuk här men har arbetat \(place) under samma \(hours) enligt "
        + "redovisad tid (väntat: 0 h).",
      clearedBy: "En rättad tidredovisning som visar att assistenten inte arbetade de timmarna, "
        + "eller en kreditering av dem.")
  }
}
