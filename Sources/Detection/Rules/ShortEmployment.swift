import Ledger
import SickPay

/// Sick pay in the first fourteen days of an employment that was agreed for less than a month.
struct ShortEmployment: Rule {
  let id = IndicatorID("kort-anstallning")
  let card = RuleCard(
    title: "Kort anställning utan kvalifikationstid",
    sentence:
      "Anställningen är avtalad för kortare tid än en månad, och pass under dess första fjorton "
      + "dagar är begärda.",
    ground: .law,
    basis:
      "Sjuklönelagen 3 §: är den avtalade tiden kortare än en månad krävs fjorton dagar i följd i "
      + "anställning; tidigare anställningar räknas om högst fjorton dagar ligger emellan",
    needs: ["anställd_från", "anställd_till"],
    verdicts: [.granska],
    stake:
      "Timmarna före den femtonde anställningsdagen som andel av de betalda timmarna.",
    example:
      "Anställd 3–25 mars och sjuk 10–12 mars, anställningsdag 8 till 10: ingen rätt till sjuklön "
      + "om inte en tidigare anställning räknas in.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    let claims = ledger.claims
    var outcome = RuleOutcome()
    var (unstated, withoutLaw, withoutShifts) = (0, 0, 0)
    evidence.forEachSickness { claim, group in
      guard let from = claims.value(.employedFrom, claim) else {
        unstated += ledger.isInWindow(claim) ? 1 : 0
        return
      }
      // An employment that ends before it begins contradicts itself: another rule says so.
      guard let to = claims.value(.employedTo, claim), from <= to,
        to.advanced(by: 1) < from.adding(months: 1)
      else { return }
      guard let days = evidence.rulebook.law.qualifyingDays[claims[.sickFrom, claim]]?.value else {
        withoutLaw += ledger.isInWindow(claim) ? 1 : 0
        return
      }
      let earlier = claims.daysEmployed(in: group, before: from, gap: days)
      let right = from.advanced(by: max(0, days - earlier))
      guard claims[.sickFrom, claim] < right else { return }
      if ledger.shiftRows(of: claim).isEmpty, claims[.sickTo, claim] >= right {
        withoutShifts += ledger.isInWindow(claim) ? 1 : 0
        return
      }
      let seconds = evidence.paidTime(of: claim) { $0 < right }
      guard seconds > ClaimHours.tolerance else { return }
      outcome.findings.append(finding(evidence, claim, seconds, from...to, right: right, days))
    }
    outcome.didNotRun(on: unstated, "anställd_från saknas")
    outcome.didNotRun(on: withoutLaw, "kvalifikationstiden är inte känd för dagarna")
    outcome.didNotRun(
      on: withoutShifts, "pass saknas för rader som sträcker sig förbi kvalifikationstiden")
    return outcome
  }

  private func finding(
    _ evidence: Evidence, _ claim: Int, _ seconds: Int32, _ employed: ClosedRange<Day>,
    right: Day, _ days: Int
  ) -> RuleFinding {
    let ledger = evidence.ledger
    return RuleFinding(
      verdict: .granska, atFault: [claim],
      shifts: ledger.shiftRows(of: claim).filter { ledger.shifts[.day, $0] < right },
      amounts: [evidence.paidAmount(of: Int64(seconds), claim: claim)],
      observed: Double(seconds) / 3600, expected: 0,
      text: "\(SwedishNumbers.hours(Seconds(Int64(seconds)))) före \(right) är betalda (väntat: "
        + "0 h). Anställningen \(employed.lowerBound)–\(employed.upperBound) är kortare än en "
        + "månad, och rätten till sjuklön börjar efter \(days) dagar i följd.",
      clearedBy: "Anställningsavtal för tidigare anställningar hos bolaget som slutade högst "
        + "\(days) dagar före \(employed.lowerBound).")
  }
}

extension Table where Schema == ClaimSchema {
  /// Days of earlier employments that the rows of a group state, counted backwards from `start` as
  /// long as at most `gap` days lie between two; an employment without a last day counts in full.
  fileprivate func daysEmployed(in group: Range<Int>, before start: Day, gap: Int) -> Int {
    var (begin, days) = (start, 0)
    while days < gap {
      let earlier = group.filter { row in
        guard let from = value(.employedFrom, row) else { return false }
        return from < begin
          && (value(.employedTo, row) ?? begin).advanced(by: gap + 1) >= begin
      }
      guard let row = earlier.min(by: { self[.employedFrom, $0] < self[.employedFrom, $1] })
      else { return days }
      let from = self[.employedFrom, row]
      let end = min(value(.employedTo, row) ?? begin, begin.advanced(by: -1))
      days += max(0, from.distance(to: end) + 1)
      begin = from
    }
    return days
  }
}
