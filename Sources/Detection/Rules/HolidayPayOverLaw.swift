import Ledger
import SickPay

/// Semesterersättning above the agreement's percentage by any lawful way of counting it, or by a
/// percentage that the agreement does not have for the age.
struct HolidayPayOverLaw: Rule {
  let id = IndicatorID("semester-over-lagen")
  let card = RuleCard(
    title: "Semesterersättning över avtalet",
    sentence:
      "Semesterersättningen är högre än avtalets procent av lönen, hur den än räknas, eller "
      + "procentsatsen är högre än avtalets för åldern.",
    ground: .agreement,
    basis: "Semesterlagen (1977:480) 16 b § och kollektivavtalets procentsats",
    needs: ["semesterersättning"], verdicts: [.regelbrott, .granska],
    stake:
      "Det som överstiger den högsta lagliga semesterersättningen; ryms beloppet inom den, det som "
      + "avtalets procentsats hade gett mindre.",
    example:
      "14 timmar à 160 kr: 12 % av 2 240 kr är 268,80 kr, med karenstimmarna 384,00 kr. Begärs "
      + "470,40 kr (21 %) är 86,40 kr för mycket. Anges 14 % där avtalet har 12 % är det granska, "
      + "också när 313,60 kr ryms inom det lagliga.")

  /// What counts as another percentage where only kronor are stated, in 1/10,000 of a per cent:
  /// half a percentage point.
  static let derivedMargin: Int64 = 5_000

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome()
    let (ledger, claims) = (evidence.ledger, evidence.ledger.claims)
    var (unstated, unknown, withoutPercent) = (0, 0, 0)
    for claim in 0..<claims.count where ledger.isJudgedByHours(claim) {
      guard let charged = claims.value(.semesterersattning, claim), charged > .zero,
        let parts = evidence.highest[claim]
      else {
        if ledger.isInWindow(claim) {
          let charged = claims.value(.semesterersattning, claim)
          unstated += charged == nil ? 1 : 0
          unknown += charged.map { $0 > .zero } ?? false ? 1 : 0
        }
        continue
      }
      guard parts.knowsHolidayPay else {
        if ledger.isInWindow(claim) { withoutPercent += 1 }
        continue
      }
      let most = Int64(parts.holidayPay)
      if charged.value - most > PriceTolerance.slack(most, hours: Int64(parts.hours)) {
        outcome.findings.append(finding(evidence, claim, charged, parts))
      } else if let other = otherPercent(evidence, claim) {
        outcome.findings.append(percentFinding(evidence, claim, charged, other))
      }
    }
    outcome.didNotRun(on: unstated, "semesterersättning saknas")
    outcome.didNotRun(on: unknown, "lagens värden eller åldern är inte kända för raderna")
    outcome.didNotRun(on: withoutPercent, "avtalets procentsats är inte känd")
    return outcome
  }

  private func finding(
    _ evidence: Evidence, _ claim: Int, _ charged: Ore, _ parts: HighestParts.Row
  ) -> RuleFinding {
    let entry = evidence.holidayPayEntry(claim)
    let most = Ore(Int64(parts.holidayPay))
    let steps = evidence.agreementTerms(claim)?.supplements[
      evidence.ledger.claims[.sickFrom, claim]]
    // The percentage may be certain where the OB that it is counted on is an estimate.
    let knowsSupplements =
      parts.knowsSupplements && (parts.supplements == 0 || steps?.tag.isCertain ?? false)
    let isProven =
      (entry?.tag.isCertain ?? false) && knowsSupplements && evidence.isAboveLawfulRange(claim)
    return RuleFinding(
      verdict: isProven ? .regelbrott : .granska, atFault: [claim],
      amounts: [evidence.stake((charged - most).value, claim: claim)],
      observed: Double(charged.value) / 100, expected: Double(most.value) / 100,
      text: "Semesterersättningen är \(SwedishNumbers.kronor(charged)); högst "
        + "\(SwedishNumbers.kronor(most)) är lagligt." + evidence.totalSentence(claim),
      clearedBy: "Kollektivavtalets bestämmelse om semesterersättning, eller en rättad begäran.",
      restsOn: entry.flatMap(Evidence.restsOn)
        ?? (entry == nil ? "avtalet är inte känt" : steps.flatMap(Evidence.restsOn)))
  }

  /// A percentage that the row's agreement does not have.
  private struct OtherPercent {
    /// In 1/10,000 of a per cent.
    let used: Int64
    let lawful: Int64
    let isStated: Bool
  }

  private func otherPercent(_ evidence: Evidence, _ claim: Int) -> OtherPercent? {
    guard let lawful = evidence.prices.highestHolidayPercent(claim) else { return nil }
    if let stated = evidence.ledger.claims.value(.semesterPercent, claim) {
      let used = Int64(stated.tenThousandths)
      return used > lawful || !evidence.prices.isHolidayPercent(stated, claim)
        ? OtherPercent(used: used, lawful: lawful, isStated: true) : nil
    }
    // Where only kronor are stated, by the method that the company's other rows show.
    let company = evidence.ledger.claims[.company, claim].index
    guard let method = evidence.methods.fingerprints[company]?.method,
      evidence.methods.fitsNone(claim),
      let used = evidence.prices.statedHolidayPay(claim)?.percent(method),
      used > lawful + HolidayPayOverLaw.derivedMargin
    else { return nil }
    return OtherPercent(used: used, lawful: lawful, isStated: false)
  }

  private func percentFinding(
    _ evidence: Evidence, _ claim: Int, _ charged: Ore, _ percent: OtherPercent
  ) -> RuleFinding {
    let excess = max(0, percent.used - percent.lawful)
    let used = SwedishNumbers.percent(percent.used)
    return RuleFinding(
      verdict: .granska, subject: "procent", atFault: [claim],
      amounts: [
        evidence.stake(charged.share(excess, of: max(1, percent.used)).value, claim: claim)
      ],
      observed: Double(percent.used) / 10_000, expected: Double(percent.lawful) / 10_000,
      text: (percent.isStated
        ? "Semesterersättningen anges till \(used)"
        : "Semesterersättningen är \(used), räknad som på bolagets andra rader")
        + ". Avtalet har högst \(SwedishNumbers.percent(percent.lawful)) för åldern; beloppet ryms "
        + "inom det lagliga.",
      clearedBy: "Kollektivavtalets bestämmelse om semesterersättning.",
      restsOn: evidence.holidayPayEntry(claim).flatMap(Evidence.restsOn))
  }
}
