import Ledger
import SickPay

/// Short absences with a few days between them, again and again: each relapse is lawful, and
/// together they avoid both karens and certificate.
struct RelapseChain: Rule {
  let id = IndicatorID("aterinsjuknandekedja")
  let card = RuleCard(
    title: "Kedja av återinsjuknanden",
    sentence:
      "Minst fyra korta frånvaror av högst fyra dagar följer på varandra med högst fem dagars "
      + "mellanrum, utan läkarintyg.",
    ground: .law,
    basis:
      "Sjuklönelagen 7 § tredje stycket och 8 §: återinsjuknande inom fem dagar ger inget nytt "
      + "karensavdrag, och intyg krävs från den åttonde dagen av varje frånvaro",
    verdicts: [.granska],
    stake:
      "Det karensavdrag som varje återinsjuknande hade gett som en egen period; 0 kr där "
      + "veckotimmar saknas.",
    example:
      "Sjuk 3–4, 8–9, 13–14 och 18–19 mars: ett karensavdrag i stället för fyra, och inget intyg.")

  /// Absences of a chain; three relapses after the first.
  static let absences = 4
  /// Longer absences do not dodge a certificate for long.
  static let longestDays = 4

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    var outcome = RuleOutcome()
    var found: [Absence] = []
    for group in RowGroups(ledger.claims) where group.count >= RelapseChain.absences {
      var chain: Int32 = -1
      found.removeAll(keepingCapacity: true)
      evidence.forEachAbsence(in: group) { absence in
        let own = ledger.periods.chainOfClaim[absence.rows.lowerBound]
        if own != chain {
          outcome.findings += finding(evidence, found).map { [$0] } ?? []
          found.removeAll(keepingCapacity: true)
          chain = own
        }
        found.append(absence)
      }
      outcome.findings += finding(evidence, found).map { [$0] } ?? []
    }
    return outcome
  }

  private func finding(_ evidence: Evidence, _ chain: [Absence]) -> RuleFinding? {
    let claims = evidence.ledger.claims
    let short = chain.filter {
      $0.first.distance(to: $0.last) < RelapseChain.longestDays
        && !$0.rows.contains { claims.value(.certificateFrom, $0) != nil }
    }
    guard short.count >= RelapseChain.absences, let first = chain.first, let last = chain.last
    else { return nil }
    var (rows, amounts): ([Int], [Ore]) = ([], [])
    for absence in chain.dropFirst() {
      let own = absence.rows.filter { evidence.isSickness($0) }
      rows += own
      amounts += karensAmounts(evidence, own)
    }
    guard !rows.isEmpty else { return nil }
    return RuleFinding(
      verdict: .granska, atFault: rows, witnesses: Array(first.rows), amounts: amounts,
      observed: Double(chain.count), expected: Double(RelapseChain.absences - 1),
      text: "\(chain.count) frånvaror mellan \(first.first) och \(last.last) följer på varandra "
        + "så tätt att de är en sjukperiod, utan läkarintyg (väntat: högst "
        + "\(RelapseChain.absences - 1)).",
      clearedBy: "Sjukanmälningar och försäkringar för varje frånvaro, eller läkarintyg som visar "
        + "samma sjukdom.")
  }

  /// What one karensavdrag on the rows of one absence would take.
  private func karensAmounts(_ evidence: Evidence, _ rows: [Int]) -> [Ore] {
    let (claims, hours) = (evidence.ledger.claims, evidence.hours)
    guard let first = rows.first,
      case .deduction(let share) = evidence.rulebook.law.karens[claims[.sickFrom, first]]?.value
    else { return rows.map { _ in .zero } }
    let weeks = rows.compactMap { claims.value(.weeklyTime, $0)?.value }.filter { $0 > 0 }
    var left = (weeks.min() ?? 0) * Int64(share.tenThousandths) / 1_000_000
    return rows.map { row in
      let seconds = min(left, Int64(hours.paid[row]))
      left -= seconds
      return evidence.paidAmount(of: seconds, claim: row)
    }
  }
}
