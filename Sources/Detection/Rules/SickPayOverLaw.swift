import Ledger
import SickPay

/// Sick pay above 80 % of the wage for the hours that the row itself is paid for. Where a row
/// states no OB, its sick pay may hold it.
struct SickPayOverLaw: Rule {
  let id = IndicatorID("sjuklon-over-lagen")
  let card = RuleCard(
    title: "Sjuklön över 80 procent",
    sentence: "Sjuklönen är mer än 80 procent av timlönen för de timmar som raden begär.",
    ground: .law, basis: "Sjuklönelagen (1991:1047) 6 §: sjuklönen är 80 procent av lönen",
    needs: ["ersatta_timmar"], verdicts: [.regelbrott, .granska],
    stake: "Sjuklönen över 80 procent.",
    example:
      "14 timmar à 160 kr ger 1 792,00 kr. Begärs 2 240,00 kr är 448,00 kr för mycket. Är OB inte "
      + "angivet och passen ligger på kvällar, nätter eller helger, eller ryms hela beloppet i det "
      + "lagliga, är det granska.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome()
    let (ledger, claims) = (evidence.ledger, evidence.ledger.claims)
    var (withoutHours, unknown) = (0, 0)
    for claim in 0..<claims.count
    where ledger.isJudgedByHours(claim) && ledger.periods.chainOfClaim[claim] >= 0 {
      guard claims.value(.paidTime, claim) != nil else {
        withoutHours += ledger.isInWindow(claim) ? 1 : 0
        continue
      }
      guard let share = evidence.rulebook.law.sickPayShare[claims[.sickFrom, claim]]?.value,
        let sickPay = sickPay(evidence, claim, share)
      else {
        unknown += ledger.isInWindow(claim) ? 1 : 0
        continue
      }
      let slack = PriceTolerance.slack(sickPay, hours: Int64(evidence.hours.paid[claim]))
      let claimed = claims[.sjuklon, claim].value
      guard claimed - sickPay > slack else { continue }
      let limit = Limit(evidence, claim, sickPay: sickPay)
      if claimed - limit.most > slack {
        outcome.findings.append(finding(evidence, claim, limit, share))
      }
    }
    outcome.didNotRun(on: withoutHours, "ersatta_timmar saknas")
    outcome.didNotRun(on: unknown, "sjuklönens andel är inte känd, eller timmarna är orimliga")
    return outcome
  }

  /// What the sick pay may be at the most.
  private struct Limit {
    /// Öre.
    let sickPay: Int64
    /// OB by the shifts where the row states none, at 80 per cent; öre.
    var supplements: Int64 = 0
    /// Whether all that the sick pay may hold is known.
    var isKnown = true

    var most: Int64 { sickPay + supplements }

    init(_ evidence: Evidence, _ claim: Int, sickPay: Int64) {
      self.sickPay = sickPay
      guard evidence.mayHoldSupplements(claim) else { return }
      let claims = evidence.ledger.claims
      let entry = evidence.agreementTerms(claim)?.supplements[claims[.sickFrom, claim]]
      if claims.value(.ob, claim) == nil, let parts = evidence.highest[claim],
        parts.knowsSupplements
      {
        supplements = Int64(parts.supplements)
      }
      isKnown =
        supplements > 0 && entry?.tag.isCertain ?? false
        && claims.value(.onCallTime, claim) == nil
    }
  }

  /// Öre by law, where the age does not matter; `nil` where a wage or hours make no sense.
  private func sickPay(_ evidence: Evidence, _ claim: Int, _ share: Percentage) -> Int64? {
    let claims = evidence.ledger.claims
    let (wage, hours) = (
      Int64(claims[.wage, claim].tenThousandths), Int64(evidence.hours.paid[claim])
    )
    guard wage >= 0, hours >= 0 else { return nil }
    let full = Ore(wage).share(hours, of: Seconds.perHour)
    return full.share(Int64(share.tenThousandths), of: 100_000_000).value
  }

  private func finding(
    _ evidence: Evidence, _ claim: Int, _ limit: Limit, _ share: Percentage
  ) -> RuleFinding {
    let claimed = evidence.ledger.claims[.sjuklon, claim]
    let hours = SwedishNumbers.hours(Seconds(Int64(evidence.hours.paid[claim])))
    let percent = SwedishNumbers.shortPercent(Int64(share.tenThousandths))
    let isCertain =
      evidence.rulebook.law.sickPayShare[evidence.ledger.claims[.sickFrom, claim]]?.tag.isCertain
    let isProven = isCertain ?? false && limit.isKnown && evidence.isAboveLawfulRange(claim)
    return RuleFinding(
      verdict: isProven ? .regelbrott : .granska, atFault: [claim],
      amounts: [evidence.stake(claimed.value - limit.most, claim: claim)],
      observed: Double(claimed.value) / 100, expected: Double(limit.most) / 100,
      text: "Sjuklönen är \(SwedishNumbers.kronor(claimed)) men \(percent) av lönen för "
        + "\(hours) är \(SwedishNumbers.kronor(Ore(limit.sickPay)))"
        + (limit.supplements > 0
          ? ", med passens OB \(SwedishNumbers.kronor(Ore(limit.most)))." : ".")
        + (limit.isKnown ? "" : " OB eller jour är inte angivet och kan ingå.")
        + evidence.totalSentence(claim),
      clearedBy: "En lönespecifikation som visar timlön, timmar och OB för sjuklönen.")
  }
}
