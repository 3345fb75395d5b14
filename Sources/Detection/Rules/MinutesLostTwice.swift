import Ledger
import SickPay

/// One person's minutes lost twice: on two claim rows at the same time.
///
/// One absence may lawfully be split over several brukare (`fördelning`); and a duplicate of a
/// whole claim is its own finding.
struct MinutesLostTwice: Rule {
  let id = IndicatorID("minuter-tva-ganger")
  let card = RuleCard(
    title: "Samma minuter förlorade två gånger",
    sentence:
      "En assistents pass på två rader delar tid, utan att frånvaron är fördelad mellan "
      + "brukare.",
    ground: .law,
    basis:
      "Sjuklönelagen 6 §: sjuklön ersätter lön som faktiskt gått förlorad",
    needs: ["pass.csv"],
    verdicts: [.regelbrott, .granska],
    stake:
      "Den delade tidens andel av den senare radens belopp; hos två bolag granskas båda.",
    example:
      "Ett pass 08–16 och ett pass 14–20 samma dag: två timmar är begärda två gånger, 2 av 6 "
      + "timmar av det senare beloppet.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    var overlaps = OverlapsByClaim()
    forEachOverlap(evidence.lost) { left, right in
      let (a, b) = (ledger.claim(of: left), ledger.claim(of: right))
      if evidence.duplicates.isDuplicate[a] || evidence.duplicates.isDuplicate[b] { return }
      // One row may list a shift on several lines: for each vikarie, or jour inside of it.
      if a == b || isSplit(evidence, a, b) { return }
      if ledger.claims[.company, a] != ledger.claims[.company, b] {
        // Nobody can tell from the rows which company's minutes are false.
        overlaps.add(claim: a, witness: b, left, right, isUncertain: true)
        overlaps.add(claim: b, witness: a, left, right, isUncertain: true)
      } else {
        let later = ledger.isClaimedBefore(a, b) ? b : a
        overlaps.add(claim: later, witness: later == a ? b : a, left, right)
      }
    }
    return overlaps.outcome(evidence, finding)
  }

  /// Whether two rows of different brukare share the shifts that both list: they say so, or their
  /// hours together fit into the time of either's shifts.
  private func isSplit(_ evidence: Evidence, _ a: Int, _ b: Int) -> Bool {
    let (ledger, claims) = (evidence.ledger, evidence.ledger.claims)
    guard claims[.brukare, a] != claims[.brukare, b] else { return false }
    let listed = [a, b].map { ledger.lostTime(ofLines: Array(ledger.shiftRows(of: $0))) }
    let claimed = claims[.sickTime, a].value + claims[.sickTime, b].value
    if claimed <= (listed.min() ?? 0) + Int64(ClaimHours.tolerance) { return true }
    guard let left = claims.value(.split, a), let right = claims.value(.split, b) else {
      return false
    }
    return Int64(left.tenThousandths) + Int64(right.tenThousandths) <= 1_000_000
  }

  private func finding(
    _ evidence: Evidence, _ claim: Int, _ overlap: OverlapsByClaim.Overlap
  ) -> RuleFinding {
    let person = evidence.names.assistent(evidence.ledger.claims[.assistent, claim])
    let hours = SwedishNumbers.hours(Seconds(overlap.seconds))
    return RuleFinding(
      verdict: overlap.isUncertain ? .granska : .regelbrott, atFault: [claim],
      witnesses: overlap.witnesses.sorted(), shifts: overlap.shifts.sorted(),
      amounts: [evidence.paidAmount(of: overlap.seconds, claim: claim)],
      observed: Double(overlap.seconds) / 3600, expected: 0,
      text: "\(hours) av assistent \(person) är begärda två gånger för samma tid (väntat: 0 h).",
      clearedBy: overlap.isUncertain
        ? "Scheman från båda arbetsgivarna som visar vilka pass som var bokade."
        : "Ett rättat underlag, eller en kreditering av de timmar som redan är begärda.")
  }
}

extension Ledger {
  /// The claim row of a stretch on the timeline, which only holds shifts that have one.
  func claim(of stretch: Stretch) -> Int { Int(claimOfShift[Int(stretch.shift)]) }
}
