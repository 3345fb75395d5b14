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
      "Sjuklön, OB, jour och arbetsgivaravgift när staten betalade allt, för en rad som sträcker "
      + "sig utanför de dagarna deras andel; 0 kr där ersättningen berodde på bolagets lönesumma.",
    example:
      "Sjuk 4–6 maj 2020: staten betalade sjuklön och avgifter. Av 2 831,95 kr är bara "
      + "semesterersättning och avtalskostnad kommunens, 392,45 kr.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome()
    let (ledger, claims) = (evidence.ledger, evidence.ledger.claims)
    var (unknown, bySize) = (0, 0)
    for claim in 0..<claims.count
    where ledger.isJudgedByHours(claim) && ledger.periods.chainOfClaim[claim] >= 0 {
      // Semesterersättning and agreement costs stayed with the employer.
      guard paidByState(claims, claim) > 0 else { continue }
      let schemes = evidence.rulebook.law.stateScheme
      let days = claims[.sickFrom, claim]...claims[.sickTo, claim]
      guard schemes[days.lowerBound]?.value != nil, schemes[days.upperBound]?.value != nil else {
        unknown += ledger.isInWindow(claim) ? 1 : 0
        continue
      }
      let met = schemes.entries.filter { $0.overlaps(days) }
      if let entry = met.first(where: { $0.value == .whole }) {
        outcome.findings.append(wholeFinding(evidence, claim, entry))
      } else if let entry = met.first(where: { $0.value == .aboveThreshold }) {
        outcome.findings.append(thresholdFinding(evidence, claim, entry))
      } else if met.contains(where: { $0.value == .highCosts }) {
        bySize += ledger.isInWindow(claim) ? 1 : 0
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

  /// The state paid all: of a row that goes on before or after, the hours of those days, which need
  /// papers, since nobody sees in which month the company booked them.
  private func wholeFinding(
    _ evidence: Evidence, _ claim: Int, _ entry: Dated<StateScheme>.Entry
  ) -> RuleFinding {
    let claims = evidence.ledger.claims
    let (from, to) = (claims[.sickFrom, claim], claims[.sickTo, claim])
    let (first, last) = (max(from, entry.from), min(to, entry.to ?? to))
    let share = share(evidence, claim, first...last)
    let paid = Ore(paidByState(claims, claim)).share(share.part, of: share.whole)
    let isWhole = first == from && last == to
    return RuleFinding(
      verdict: isWhole && entry.tag.isCertain ? .regelbrott : .granska, atFault: [claim],
      amounts: [evidence.stake(paid.value, claim: claim)],
      observed: Double(paid.value) / 100, expected: 0,
      text: "\(SwedishNumbers.kronor(paid)) begärs för sjuklön med avgifter som staten betalade "
        + (isWhole ? "" : "\(first)–\(last) ") + "(väntat: 0,00 kr).",
      clearedBy: Self.clearedBy, restsOn: entry.source)
  }

  /// What part of a row falls on some of its days: by its shifts, by its days where it has none.
  private func share(
    _ evidence: Evidence, _ claim: Int, _ days: ClosedRange<Day>
  ) -> (part: Int64, whole: Int64) {
    let (ledger, claims) = (evidence.ledger, evidence.ledger.claims)
    let whole = Int64(ledger.coveredTime(of: claim) { _ in true })
    if whole > 0 { return (Int64(ledger.coveredTime(of: claim, where: days.contains)), whole) }
    return (
      Int64(days.lowerBound.distance(to: days.upperBound) + 1),
      Int64(claims[.sickFrom, claim].distance(to: claims[.sickTo, claim]) + 1)
    )
  }

  private func thresholdFinding(
    _ evidence: Evidence, _ claim: Int, _ entry: Dated<StateScheme>.Entry
  ) -> RuleFinding {
    let paid = Ore(paidByState(evidence.ledger.claims, claim))
    return RuleFinding(
      verdict: .granska, atFault: [claim], amounts: [.zero],
      observed: Double(paid.value) / 100, expected: 0,
      text: "\(SwedishNumbers.kronor(paid)) begärs för dagar då staten betalade sjuklön över en "
        + "tröskel efter bolagets lönesumma (väntat: ett besked om vad bolaget fick).",
      clearedBy: Self.clearedBy, restsOn: entry.source)
  }

  private static let clearedBy =
    "Försäkringskassans besked om ersättning för sjuklönekostnader, som visar att sjuklönen inte "
    + "ersattes."
}

extension Dated.Entry {
  fileprivate func overlaps(_ days: ClosedRange<Day>) -> Bool {
    from <= days.upperBound && to.map { days.lowerBound <= $0 } ?? true
  }
}
