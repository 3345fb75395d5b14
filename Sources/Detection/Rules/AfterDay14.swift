import Ledger
import SickPay

/// Hours after the fourteenth sick day, which the state's sickness benefit covers.
///
/// A shift belongs to the day on which it starts. Without shifts only rows that lie wholly after
/// day 14 can be judged.
struct AfterDay14: Rule {
  let id = IndicatorID("efter-dag-14")
  let card = RuleCard(
    title: "Efter sjukdag 14",
    sentence:
      "Pass som börjar efter sjukperiodens fjortonde dag är begärda.",
    ground: .law,
    basis:
      "Sjuklönelagen 7 §: sjuklöneperioden är den första dagen och de tretton följande",
    verdicts: [.regelbrott, .granska],
    stake:
      "De timmarnas andel av de betalda timmarna.",
    example:
      "Sjuk från 1 mars, pass den 15 mars: sjukdag 15. Återinsjuknande inom fem dagar räknar "
      + "vidare på samma fjorton dagar.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let (ledger, hours) = (evidence.ledger, evidence.hours)
    var outcome = RuleOutcome()
    var (unknown, withoutLaw) = (0, 0)
    for claim in 0..<ledger.claims.count where ledger.periods.chainOfClaim[claim] >= 0 {
      guard let payable = ledger.periods.payableDays(of: claim) else {
        withoutLaw += ledger.isInWindow(claim) ? 1 : 0
        continue
      }
      let lastDay = ledger.periods.sickDay(
        of: ledger.claims[.sickTo, claim], claim: claim, in: ledger.claims)
      if lastDay <= payable { continue }
      if !ledger.shiftRows(of: claim).isEmpty {
        let seconds = min(hours.afterDay14[claim], hours.excess[claim])
        if seconds > ClaimHours.tolerance {
          outcome.findings.append(finding(evidence, claim, Int64(seconds), lastDay, payable))
        }
      } else if Int(ledger.periods.firstSickDay[claim]) > payable {
        if hours.paid[claim] > ClaimHours.tolerance {
          let paid = Int64(hours.paid[claim])
          outcome.findings.append(finding(evidence, claim, paid, lastDay, payable))
        }
      } else if ledger.isInWindow(claim) {
        unknown += 1
      }
    }
    outcome.didNotRun(on: unknown, "pass saknas för rader som sträcker sig förbi dag 14")
    outcome.didNotRun(on: withoutLaw, "sjuklöneperiodens längd är inte känd för dagarna")
    return outcome
  }

  private func finding(
    _ evidence: Evidence, _ claim: Int, _ seconds: Int64, _ lastDay: Int, _ payable: Int
  ) -> RuleFinding {
    let ledger = evidence.ledger
    let late = ledger.shiftRows(of: claim).filter {
      ledger.periods.isAfterPayableDays(
        ledger.shifts[.day, $0], claim: claim, in: ledger.claims)
    }
    // Days before the scan's first row are the row's own word: a relapse would make them fewer.
    let isToldOnly = ledger.isStartToldOnly(claim)
    // Where all of the row lies after day 14, it does not matter how many its paid hours are.
    let law = evidence.rulebook.law.sickPeriod.payableDays[ledger.claims[.sickFrom, claim]]
    let isUncertain =
      isToldOnly || !(law?.tag.isCertain ?? false)
      || Int(ledger.periods.firstSickDay[claim]) <= payable
        && evidence.arePaidHoursUncertain(claim)
    return RuleFinding(
      verdict: isUncertain ? .granska : .regelbrott, atFault: [claim], shifts: Array(late),
      amounts: [evidence.paidAmount(of: seconds, claim: claim)],
      observed: Double(seconds) / 3600, expected: 0,
      text: "\(SwedishNumbers.hours(Seconds(seconds))) efter sjukdag \(payable) är begärda "
        + "(väntat: 0 h). "
        + "Raden sträcker sig till sjukdag \(lastDay), räknat "
        + (isToldOnly ? "från sjukperiod_från." : "med återinsjuknanden hos samma bolag."),
      clearedBy: "Underlag som visar att en ny sjukperiod började, eller en rättad begäran.")
  }
}

extension Ledger {
  /// Whether the start of a row's sick period rests on what a row says, not on rows of the scan.
  func isStartToldOnly(_ claim: Int) -> Bool {
    let chain = Int(periods.chainOfClaim[claim])
    return periods.chainStarts[chain] < claims[.sickFrom, periods.chainRows[chain].lowerBound]
  }
}
