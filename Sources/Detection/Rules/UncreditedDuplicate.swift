import Ledger
import SickPay

/// A duplicate that an earlier scan showed and that nobody has credited since.
struct UncreditedDuplicate: Rule {
  let id = IndicatorID("okrediterad-dubblett")
  let card = RuleCard(
    title: "Dubbletten är inte krediterad",
    sentence:
      "En dubblett som en tidigare körning visade för minst 60 dagar sedan är ännu inte krediterad "
      + "eller ersatt.",
    ground: .practice,
    basis:
      "LSS 9 § 2 och 12 §: bara faktiska kostnader ersätts, och det som betalats på felaktiga "
      + "uppgifter kan krävas åter. Sextio dagar är kontrollpraxis",
    needs: ["tidigare körningar i databasen"],
    verdicts: [.regelbrott, .granska],
    stake:
      "Den senare radens hela belopp, samma kronor som dubbletten själv.",
    example:
      "Dubbletten visades den 1 mars. Den 30 april är den inte krediterad: den betalas åter eller "
      + "krävs tillbaka.")

  /// Days that a company has to credit what was shown.
  static let days = 60

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome()
    if evidence.firstShown.isEmpty {
      outcome.skipped = [("ingen tidigare körning har visat en dubblett", 0)]
      return outcome
    }
    let ledger = evidence.ledger
    for pair in evidence.duplicates.pairs {
      let rule = pair.kind == .same ? Duplicate().id : DuplicateElsewhere().id
      let shown = evidence.firstShown[evidence.identity.id(rule, [pair.later, pair.earlier])]
      guard let shown, shown.distance(to: ledger.date) >= UncreditedDuplicate.days else { continue }
      let waited = shown.distance(to: ledger.date)
      outcome.findings.append(
        RuleFinding(
          verdict: pair.kind == .shiftedDay ? .granska : .regelbrott, atFault: [pair.later],
          witnesses: [pair.earlier],
          amounts: [max(.zero, ledger.settlement.netAmount(pair.later))],
          observed: Double(waited), expected: Double(UncreditedDuplicate.days),
          text: "Dubbletten visades först \(shown), för \(waited) dagar sedan, och är inte "
            + "krediterad (väntat: inom \(UncreditedDuplicate.days) dagar).",
          clearedBy: "En kreditering av ärendet, eller ett beslut att lägga dubbletten åt sidan."))
    }
    return outcome
  }
}
