import Ledger
import SickPay

/// Hours that nobody worked are claimed as if a vikarie had.
struct VacantHours: Rule {
  let id = IndicatorID("vakanta-timmar")
  let card = RuleCard(
    title: "Vakanta timmar begärda",
    sentence:
      "Timmar som ingen vikarie arbetade är inte avdragna, och kommunen ersätter dem inte.",
    ground: .ruling,
    basis:
      "HFD 2015 ref. 72: utan vikarie finns ingen merkostnad att ersätta; kommunens egna regler "
      + "kan ge mer",
    needs: ["pass.csv"],
    verdicts: [.regelbrott, .granska],
    stake:
      "De vakanta timmar som inte är avdragna, som andel av de betalda timmarna. Vakanta "
      + "timmar inom karens får dras av en eller två gånger.",
    example:
      "24 förlorade timmar, 6 karens, 4 vakanta: högst 14 timmar ersätts. Begärs 18 är fyra "
      + "för mycket, 4/18 av beloppet.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let (ledger, hours) = (evidence.ledger, evidence.hours)
    var outcome = RuleOutcome(withoutShifts: evidence)
    outcome.didNotRun(
      on: evidence.rowsInWindow {
        hours.vacant[$0] > ClaimHours.tolerance
          && evidence.rulebook.policies.reimbursesVacancies(ledger.claims, $0) == nil
      }, "kommunens regel för vakanser är inte känd")
    for claim in 0..<ledger.claims.count where hours.excess[claim] > hours.afterDay14[claim] {
      let seconds = min(
        hours.vacantOutsideKarens[claim], hours.excess[claim] - hours.afterDay14[claim])
      guard seconds > ClaimHours.tolerance else { continue }
      outcome.findings.append(finding(evidence, claim, Seconds(Int64(seconds))))
    }
    return outcome
  }

  private func finding(_ evidence: Evidence, _ claim: Int, _ time: Seconds) -> RuleFinding {
    let (ledger, hours) = (evidence.ledger, evidence.hours)
    let vacant = ledger.shiftRows(of: claim).filter {
      ledger.shifts.value(.vikarie, $0) == nil
    }
    let total = SwedishNumbers.hours(Seconds(Int64(hours.vacant[claim])))
    let lawful = Seconds(Int64(hours.paid[claim])) - time
    return RuleFinding(
      verdict: evidence.arePaidHoursUncertain(claim) ? .granska : .regelbrott, atFault: [claim],
      shifts: Array(vacant),
      amounts: [evidence.paidAmount(of: time.value, claim: claim)],
      observed: Double(hours.paid[claim]) / 3600, expected: Double(lawful.value) / 3600,
      text: "\(SwedishNumbers.hours(Seconds(Int64(hours.paid[claim])))) är begärda men högst "
        + "\(SwedishNumbers.hours(lawful)) kan ersättas: \(total) av passen stod utan vikarie, "
        + "och \(SwedishNumbers.hours(time)) av dem är inte avdragna.",
      clearedBy: "Underskriven tidsredovisning från en vikarie för de vakanta passen, eller en "
        + "rättad begäran utan dem.")
  }
}
