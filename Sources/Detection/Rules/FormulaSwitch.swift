import Ledger
import SickPay

/// A company that counts semesterersättning one way for most and a dearer way for some.
///
/// Either way may be lawful; that it changes in the company's own favour is what needs a question.
struct FormulaSwitch: Rule {
  let id = IndicatorID("formelbyte")
  let card = RuleCard(
    title: "Annat räknesätt till bolagets fördel",
    sentence:
      "Bolaget räknar semesterersättningen på ett sätt för de flesta och på ett dyrare sätt för "
      + "några, fast båda ryms inom det lagliga.",
    ground: .practice,
    basis: "RÅ 2009 ref. 104: de faktiska kostnaderna; bolagets eget räknesätt på övriga rader",
    needs: ["semesterersättning"], verdicts: [.granska],
    stake: "Skillnaden mot bolagets eget räknesätt.",
    example:
      "På 95 av 100 rader räknas 12 % av de ersatta timmarnas lön. På fem rader tas karenstimmarna "
      + "med: 384,00 kr i stället för 268,80 kr, 115,20 kr per rad.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome()
    var unknown = 0
    for company in 0..<evidence.ledger.dictionaries.companyCount {
      let rows = evidence.ledger.claimRows(of: CompanyID(index: company))
      guard let fingerprint = evidence.methods.fingerprints[company] else {
        unknown += rows.count { evidence.ledger.isInWindow($0) }
        continue
      }
      for claim in rows {
        if let finding = finding(evidence, claim, fingerprint) { outcome.findings.append(finding) }
      }
    }
    if unknown > 0 { outcome.skipped = [("bolagets räknesätt framgår inte av raderna", unknown)] }
    return outcome
  }

  private func finding(
    _ evidence: Evidence, _ claim: Int, _ fingerprint: CompanyMethods.Fingerprint
  ) -> RuleFinding? {
    guard let other = evidence.methods.otherFit(claim, than: fingerprint.method),
      let row = evidence.prices.statedHolidayPay(claim),
      let usual = row.amount(fingerprint.method), row.stated > usual + PriceTolerance.part
    else { return nil }
    return RuleFinding(
      verdict: .granska, atFault: [claim],
      amounts: [evidence.stake(row.stated - usual, claim: claim)],
      observed: Double(row.stated) / 100, expected: Double(usual) / 100,
      text: "Semesterersättningen är \(SwedishNumbers.kronor(Ore(row.stated))), räknad på "
        + "\(words(other)). Bolaget räknar annars på \(words(fingerprint.method)) "
        + "(\(fingerprint.fitting) av "
        + "\(fingerprint.compared) rader): \(SwedishNumbers.kronor(Ore(usual))).",
      clearedBy: "Anställningsavtal eller kollektivavtal som visar varför räknesättet är ett annat."
    )
  }

  private func words(_ method: PayMethod) -> String {
    method.holidayPayBase.rawValue + (method.onSupplements ? " med OB" : " utan OB")
  }
}
