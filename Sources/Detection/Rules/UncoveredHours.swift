import Ledger
import SickPay

/// A vikarie came late, left early or took a break, and the whole shift is paid. Shifts without any
/// vikarie are vacant hours, which have a rule of their own.
struct UncoveredHours: Rule {
  let id = IndicatorID("utan-vikarie")
  let card = RuleCard(
    title: "Betalda timmar utan vikarie",
    sentence:
      "Vikarien arbetade kortare tid än passet, men hela passet är betalt.",
    ground: .ruling,
    basis:
      "HFD 2015 ref. 72: utan vikarie finns ingen merkostnad att ersätta",
    needs: ["pass.csv"],
    verdicts: [.regelbrott, .granska],
    stake:
      "De timmar av passen som ingen vikarie täcker och som är betalda, som andel av de betalda "
      + "timmarna. Timmar inom karens räknas inte.",
    example:
      "Passet är 08–16 och vikarien arbetade 10–16: två timmar är betalda utan vikarie, 2/8 av "
      + "beloppet. Under en kvart är det granska.")

  /// Times that were rounded when they were written down; less than this needs papers.
  static let roundedSeconds: Int32 = 15 * 60

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let (ledger, hours) = (evidence.ledger, evidence.hours)
    var (outcome, unknown) = (RuleOutcome(withoutShifts: evidence), 0)
    for claim in 0..<ledger.claims.count
    where hours.paid[claim] > 0 && !evidence.duplicates.isDuplicate[claim]
      && ledger.isJudgedByHours(claim)
    {
      let uncovered = ledger.uncoveredTime(of: claim, karens: max(0, hours.karens[claim]))
      guard uncovered > ClaimHours.tolerance,
        let reimburses = reimbursesVacancies(evidence, claim, &unknown), !reimburses
      else { continue }
      let seconds = hours.paidPart(of: uncovered, claim)
      guard seconds > ClaimHours.tolerance else { continue }
      outcome.findings.append(finding(evidence, claim, seconds))
    }
    outcome.didNotRun(on: unknown, "kommunens regel för vakanser är inte känd")
    return outcome
  }

  private func reimbursesVacancies(
    _ evidence: Evidence, _ claim: Int, _ unknown: inout Int
  ) -> Bool? {
    let ledger = evidence.ledger
    let reimburses = evidence.rulebook.policies.reimbursesVacancies(ledger.claims, claim)
    if reimburses == nil, ledger.isInWindow(claim) { unknown += 1 }
    return reimburses
  }

  private func finding(_ evidence: Evidence, _ claim: Int, _ seconds: Int32) -> RuleFinding {
    let ledger = evidence.ledger
    let (paid, time) = (Seconds(Int64(evidence.hours.paid[claim])), Seconds(Int64(seconds)))
    return RuleFinding(
      verdict: seconds < UncoveredHours.roundedSeconds || evidence.arePaidHoursUncertain(claim)
        ? .granska : .regelbrott,
      atFault: [claim],
      shifts: ledger.shiftRows(of: claim).filter { ledger.isPartlyCovered($0) },
      amounts: [evidence.paidAmount(of: time.value, claim: claim)],
      observed: Double(paid.value) / 3600, expected: Double((paid - time).value) / 3600,
      text: "\(SwedishNumbers.hours(paid)) är betalda men vikarierna täcker högst "
        + "\(SwedishNumbers.hours(paid - time)): \(SwedishNumbers.hours(time)) av passen arbetade "
        + "ingen vikarie.",
      clearedBy: "Vikariens underskrivna tidsredovisning för hela passet, eller en rättad begäran "
        + "utan timmarna.")
  }
}

extension Ledger {
  /// Whether a vikarie's times leave a part of an active shift open.
  fileprivate func isPartlyCovered(_ shift: Int) -> Bool {
    guard shifts.value(.vikarie, shift) != nil,
      (shifts.value(.kind, shift) ?? .active) == .active
    else { return false }
    return shifts[.vikarieStart, shift] > shifts[.start, shift]
      || shifts[.vikarieEnd, shift] < shifts[.end, shift]
  }

  /// Time of a row's shifts in sick days 1 to 14, after the karens hours, that none of the row's
  /// vikarier worked; shifts of which a part is said to be vacant are left out.
  fileprivate func uncoveredTime(of claim: Int, karens: Int32) -> Int32 {
    guard shiftRows(of: claim).contains(where: { isPartlyCovered($0) }) else { return 0 }
    var (sum, karensLeft) = (Int64(0), karens)
    forEachLostShift(of: claim) { lines in
      let shift = lines.lowerBound
      guard shifts[.day, shift] <= lastDayJudged(claim) else { return }
      let length = ClaimHours.shortestLength(shifts, shift)
      let begin = shifts[.start, shift].adding(Seconds(Int64(min(karensLeft, length))))
      karensLeft = max(0, karensLeft - length)
      if lines.contains(where: { shifts.value(.vikarie, $0) == nil }) { return }
      sum += openTime(of: lines, from: begin)
    }
    return Int32(clamping: sum)
  }

  private func lastDayJudged(_ claim: Int) -> Day {
    periods.chainOfClaim[claim] >= 0
      ? lastPayableDay(of: claim) : claims[.sickTo, claim]
  }
}
