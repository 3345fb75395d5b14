import Ledger
import SickPay

/// Sick pay claimed for days on which the state paid all employers' sick pay.
struct StatePaidSickPay: Rule {
  let id = IndicatorID("staten-betalade")
  let card = RuleCard(
    title: "Staten betalade sjuklönen",
    sentence: "Raden begär sjuklön för dagar då staten ersatte arbetsgivarnas sjuklön.",
    ground: .law,
    basis: "LSS 9 § 2 och RÅ 2005 ref. 86: bara faktiska merkostnader ersätts",
    verdicts: [.regelbrott, .granska],
    stake:
      "Sjuklön, OB, jour och arbetsgivaravgift när staten betalade allt; 0 kr där ersättningen "
      + "berodde på bolagets lönesumma.",
    example:
      "Sjuk 4–6 maj 2020: staten betalade sjuklön och avgifter. Av 2 831,95 kr är bara "
      + "semesterersättning och avtalskostnad kommunens, 392,45 kr.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome()
    let (ledger, claims) = (evidence.ledger, evidence.ledger.claims)
    var (unknown, bySize) = (0, 0)
    for claim in 0..<claims.count where ledger.isJudgedByHours(claim) {
      // Semesterersättning and agreement costs stayed with the employer.
      guard paidByState(claims, claim) > 0 else { continue }
      let first = claims[.sickFrom, claim]
      guard let entry = evidence.rulebook.law.stateScheme[first], let scheme = entry.value else {
        if ledger.isInWindow(claim) { unknown += 1 }
        continue
      }
      switch scheme {
      case .none: break
      case .highCosts: if ledger.isInWindow(claim) { bySize += 1 }
      case .aboveThreshold: outcome.findings.append(finding(evidence, claim, entry, isWhole: false))
      case .whole: outcome.findings.append(finding(evidence, claim, entry, isWhole: true))
      }
    }
    if unknown > 0 {
      outcome.skipped.append(("villkoren för statens ersättning är inte kända", unknown))
    }
    if bySize > 0 {
      outcome.skipped.append(
        ("ersättning för höga sjuklönekostnader beror på bolagets lönesumma", bySize))
    }
    return outcome
  }

  /// What the row claims of the parts that the state paid, in öre.
  private func paidByState(_ claims: Claims, _ claim: Int) -> Int64 {
    [
      claims[.sjuklon, claim], claims.value(.ob, claim), claims.value(.jour, claim),
      claims.value(.arbetsgivaravgift, claim),
    ].reduce(0) { $0 + ($1?.value ?? 0) }
  }

  private func finding(
    _ evidence: Evidence, _ claim: Int, _ entry: Dated<StateScheme>.Entry, isWhole: Bool
  ) -> RuleFinding {
    let paid = paidByState(evidence.ledger.claims, claim)
    return RuleFinding(
      verdict: isWhole && entry.tag.isCertain ? .regelbrott : .granska, atFault: [claim],
      amounts: [evidence.stake(isWhole ? paid : 0, claim: claim)],
      observed: Double(paid) / 100, expected: 0,
      text: isWhole
        ? "\(SwedishNumbers.kronor(Ore(paid))) begärs för sjuklön med avgifter som staten betalade "
          + "(väntat: 0,00 kr)."
        : "\(SwedishNumbers.kronor(Ore(paid))) begärs för dagar då staten betalade sjuklön över en "
          + "tröskel efter bolagets lönesumma (väntat: ett besked om vad bolaget fick).",
      clearedBy: "Försäkringskassans besked om ersättning för sjuklönekostnader, som visar att "
        + "sjuklönen inte ersattes.",
      restsOn: entry.source)
  }
}
