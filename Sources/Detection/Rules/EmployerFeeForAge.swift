import Ledger
import SickPay

/// Arbetsgivaravgift above what the payment day and the age at the year's beginning give.
struct EmployerFeeForAge: Rule {
  let id = IndicatorID("avgift-fel-alder")
  let card = RuleCard(
    title: "Arbetsgivaravgift fel för åldern",
    sentence:
      "Arbetsgivaravgiften är högre än den avgift som gäller för assistentens ålder vid årets "
      + "ingång och den dag då lönen betalades.",
    ground: .law,
    basis: "Socialavgiftslagen (2000:980) 2 kap. 26–29 §§: avgiften följer åldern vid årets ingång",
    needs: ["arbetsgivaravgift"], verdicts: [.regelbrott, .granska],
    stake: "Avgiften över den lagliga. Under en nedsättning med tak är det granska.",
    example:
      "Sjuklön och semesterersättning om 2 060,80 kr för den som fyllt 67: 10,21 % är 210,41 kr. "
      + "Begärs 31,42 %, 647,50 kr, är 437,09 kr för mycket.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome()
    let (ledger, claims) = (evidence.ledger, evidence.ledger.claims)
    var (unknown, withoutFee) = (0, 0)
    for claim in 0..<claims.count where ledger.isJudgedByHours(claim) {
      guard let charged = claims.value(.arbetsgivaravgift, claim) else {
        if ledger.isInWindow(claim) { withoutFee += 1 }
        continue
      }
      guard let fee = evidence.prices.fees(claim) else {
        if ledger.isInWindow(claim) { unknown += 1 }
        continue
      }
      if let finding = finding(evidence, claim, charged.value, fee) {
        outcome.findings.append(finding)
      }
    }
    if withoutFee > 0 { outcome.skipped.append(("arbetsgivaravgift saknas", withoutFee)) }
    if unknown > 0 {
      outcome.skipped.append(("avgiften eller åldern är inte känd för raderna", unknown))
    }
    return outcome
  }

  private func finding(
    _ evidence: Evidence, _ claim: Int, _ charged: Int64, _ fee: LawPeriods.Fee
  ) -> RuleFinding? {
    let claims = evidence.ledger.claims
    let parts = [
      claims[.sjuklon, claim], claims.value(.ob, claim), claims.value(.jour, claim),
      claims.value(.semesterersattning, claim),
    ]
    let base = parts.reduce(Int64(0)) { $0 + ($1?.value ?? 0) }
    guard base > 0, charged > 0 else { return nil }
    // Some count the fee on costs bound by agreement too, which needs papers, not proof.
    let widest = base + (claims.value(.avtalskostnad, claim) ?? .zero).value
    func share(_ percent: Int32, of value: Int64) -> Int64 {
      rounded(value * Int64(percent), over: 1_000_000)
    }
    let isProven = charged - share(fee.high, of: widest) > PriceTolerance.part
    let most = share(isProven ? fee.high : fee.expected, of: widest)
    guard charged - most > PriceTolerance.part else { return percentFinding(evidence, claim, fee) }
    let percent = isProven ? fee.high : fee.expected
    let reason =
      isProven
      ? "högst \(SwedishNumbers.percent(Int64(percent))) gäller"
      : "\(SwedishNumbers.percent(Int64(percent))) gäller för lön under taket"
    return RuleFinding(
      verdict: isProven && fee.isCertain && evidence.isAboveLawfulRange(claim)
        ? .regelbrott : .granska,
      atFault: [claim],
      amounts: [evidence.stake(charged - most, claim: claim)],
      observed: Double(charged) / 100, expected: Double(most) / 100,
      text: "Arbetsgivaravgiften är \(SwedishNumbers.kronor(Ore(charged))) på "
        + "\(SwedishNumbers.kronor(Ore(widest))); väntat högst "
        + "\(SwedishNumbers.kronor(Ore(most))): \(reason) för åldern vid årets ingång."
        + evidence.totalSentence(claim),
      clearedBy: isProven
        ? "En rättad begäran med rätt avgift, eller rätt födelsedatum för assistenten."
        : "En lönespecifikation som visar att månadslönen överstiger taket för nedsättningen.")
  }

  /// A stated percentage that is none of the fees, though the sum is inside of the range.
  private func percentFinding(
    _ evidence: Evidence, _ claim: Int, _ fee: LawPeriods.Fee
  ) -> RuleFinding? {
    guard let stated = evidence.ledger.claims.value(.feePercent, claim)?.tenThousandths,
      stated > fee.high
    else { return nil }
    return RuleFinding(
      verdict: .granska, subject: "procent", atFault: [claim], amounts: [.zero],
      observed: Double(stated) / 10_000, expected: Double(fee.high) / 10_000,
      text: "Arbetsgivaravgiften anges till \(SwedishNumbers.percent(Int64(stated))); högst "
        + "\(SwedishNumbers.percent(Int64(fee.high))) gäller för åldern. Beloppet ryms inom det "
        + "lagliga.",
      clearedBy: "En rättad begäran med den avgift som gäller.")
  }
}
