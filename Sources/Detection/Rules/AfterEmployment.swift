import Ledger
import SickPay

/// Days after the end of the employment, with which the sick pay period ends.
struct AfterEmployment: Rule {
  let id = IndicatorID("efter-anstallningens-slut")
  let card = RuleCard(
    title: "Efter anställningens slut",
    sentence:
      "Pass efter anställningens sista dag är begärda.",
    ground: .law,
    basis:
      "Sjuklönelagen 7 §: sjuklöneperioden upphör när anställningen upphör",
    needs: ["anställd_till"],
    verdicts: [.regelbrott, .granska],
    stake:
      "Timmarna efter anställningens slut som andel av de betalda timmarna.",
    example:
      "Anställd till 31 mars, sjuk 28 mars–2 april: passen den 1 och 2 april ger ingen sjuklön. "
      + "Ett pass som börjar den 31 mars och slutar efter midnatt gör det.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    let claims = ledger.claims
    var outcome = RuleOutcome()
    var (unstated, withoutShifts) = (0, 0)
    evidence.forEachSickness { claim, group in
      guard let end = claims.value(.employedTo, claim) else {
        if !claims.statesEmployment(claim), ledger.isInWindow(claim) { unstated += 1 }
        return
      }
      guard claims[.sickTo, claim] > end else { return }
      if ledger.shiftRows(of: claim).isEmpty, claims[.sickFrom, claim] <= end {
        withoutShifts += ledger.isInWindow(claim) ? 1 : 0
      } else if let finding = finding(evidence, claim, end, group) {
        outcome.findings.append(finding)
      }
    }
    outcome.didNotRun(on: unstated, "anställningens dagar saknas")
    outcome.didNotRun(on: withoutShifts, "pass saknas för rader som sträcker sig förbi slutet")
    return outcome
  }

  private func finding(
    _ evidence: Evidence, _ claim: Int, _ end: Day, _ group: Range<Int>
  ) -> RuleFinding? {
    let ledger = evidence.ledger
    let last = ledger.lastPayableDay(of: claim)
    let late = ledger.shiftRows(of: claim).filter {
      ledger.shifts[.day, $0] > end && ledger.shifts[.day, $0] <= last
    }
    let seconds = evidence.paidTime(of: claim) { $0 > end && $0 <= last }
    guard seconds > ClaimHours.tolerance else { return nil }
    let first = late.first.map { ledger.shifts[.day, $0] } ?? ledger.claims[.sickFrom, claim]
    let others = group.filter {
      $0 != claim && ledger.claims.isEmployed($0, on: max(first, end.advanced(by: 1)))
    }
    // A new contract, or a later statement that the employment went on.
    let isRenewed = others.contains {
      ledger.claims[.received, $0] > ledger.claims[.received, claim]
        || (ledger.claims.value(.employedFrom, $0) ?? end) > end
    }
    if isRenewed { return nil }
    // Whoever falls ill there later, on a row that tells of no employment, may still have had one.
    let isContested =
      others.contains { ledger.claims[.received, $0] == ledger.claims[.received, claim] }
      || group.contains {
        $0 != claim && ledger.claims[.sickFrom, $0] > end && evidence.isSickness($0)
          && !ledger.claims.statesEmployment($0)
      }
    return RuleFinding(
      verdict: isContested ? .granska : .regelbrott, atFault: [claim], shifts: late,
      amounts: [evidence.paidAmount(of: Int64(seconds), claim: claim)],
      observed: Double(seconds) / 3600, expected: 0,
      text: "\(SwedishNumbers.hours(Seconds(Int64(seconds)))) efter anställningens sista dag, "
        + "\(end), är betalda (väntat: 0 h).",
      clearedBy: "Ett anställningsavtal som visar att anställningen varade efter \(end), eller en "
        + "rättad begäran utan timmarna.")
  }
}

extension Table where Schema == ClaimSchema {
  /// Whether the row says anything of the employment.
  func statesEmployment(_ row: Int) -> Bool {
    value(.employedFrom, row) != nil || value(.employedTo, row) != nil
      || value(.employmentForm, row) != nil
  }

  /// Whether the row says that the person was employed on a day.
  func isEmployed(_ row: Int, on day: Day) -> Bool {
    statesEmployment(row) && value(.employedFrom, row).map { $0 <= day } ?? true
      && value(.employedTo, row).map { $0 >= day } ?? true
  }
}
