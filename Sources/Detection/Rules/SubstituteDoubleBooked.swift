import Ledger
import SickPay

/// A vikarie in two places at once. The rows do not tell which is false, so both are to be
/// reviewed; inside one company the later claim.
struct SubstituteDoubleBooked: Rule {
  let id = IndicatorID("vikarie-dubbelbokad")
  let card = RuleCard(
    title: "Vikarie på två pass samtidigt",
    sentence:
      "En vikarie står på två pass som delar tid.",
    ground: .ruling,
    basis:
      "HFD 2015 ref. 72: en vikarie ska ha arbetat passet",
    needs: ["pass.csv"],
    verdicts: [.granska],
    stake:
      "De delade minuternas andel av beloppet. Raderna visar inte vilket pass som är fel, så "
      + "båda bolagen granskas.",
    example:
      "Vikarien står 08–16 hos en brukare och 10–14 hos en annan: fyra timmar.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    let shifts = ledger.shifts
    var overlaps = OverlapsByClaim()
    forEachOverlap(evidence.worked) { left, right in
      let (a, b) = (ledger.claim(of: left), ledger.claim(of: right))
      if evidence.duplicates.isDuplicate[a] || evidence.duplicates.isDuplicate[b] { return }
      // The same assistant's minutes lost twice are that rule's finding, not this one's.
      let (x, y) = (Int(left.shift), Int(right.shift))
      if shifts[.assistent, x] == shifts[.assistent, y], shifts[.start, x] < shifts[.end, y],
        shifts[.start, y] < shifts[.end, x]
      {
        return
      }
      let sameCompany = ledger.claims[.company, a] == ledger.claims[.company, b]
      let later = a == b || ledger.isClaimedBefore(a, b) ? b : a
      let earlier = later == a ? b : a
      overlaps.add(claim: later, witness: earlier, left, right)
      if !sameCompany {
        overlaps.add(claim: earlier, witness: later, left, right)
      }
    }
    return overlaps.outcome(evidence, finding)
  }

  private func finding(
    _ evidence: Evidence, _ claim: Int, _ overlap: OverlapsByClaim.Overlap
  ) -> RuleFinding {
    let hours = SwedishNumbers.hours(Seconds(overlap.seconds))
    return RuleFinding(
      verdict: .granska, atFault: [claim], witnesses: overlap.witnesses.sorted(),
      shifts: overlap.shifts.sorted(),
      amounts: [evidence.paidAmount(of: overlap.seconds, claim: claim)],
      observed: Double(overlap.seconds) / 3600, expected: 0,
      text: "En vikarie står på två pass under samma \(hours) (väntat: 0 h).",
      clearedBy: "Vikariens underskrivna tidsredovisning för båda passen.")
  }
}
