import Ledger
import SickPay

/// Shifts that the company says stood vacant, and does not ask pay for where the kommun would not
/// pay.
struct DeclaredVacancies: Mitigation {
  let id = IndicatorID("uppgivna-vakanser")

  private static let fewest = 5
  private static let full = 0.1
  /// Whoever asks pay for more vacant hours than this share of the rows declares nothing.
  private static let unpaid = 0.95

  func assess(_ companies: Companies, _ evidence: Evidence) -> [MitigationStrength?] {
    let (ledger, hours) = (companies.ledger, evidence.hours)
    let policies = evidence.rulebook.policies
    return companies.rows.map { rows in
      let withShifts = rows.filter { !ledger.shiftRows(of: $0).isEmpty }
      let vacant = withShifts.filter {
        hours.vacant[$0] > ClaimHours.tolerance
          && policies.reimbursesVacancies(ledger.claims, $0) == false
      }
      let declared = vacant.count { hours.excess[$0] == 0 }
      guard declared >= DeclaredVacancies.fewest,
        Double(declared) >= DeclaredVacancies.unpaid * Double(vacant.count)
      else { return nil }
      return MitigationStrength(
        declared, of: withShifts.count, full: DeclaredVacancies.full,
        text: "På \(declared) av \(withShifts.count) rader med pass uppger bolaget timmar utan "
          + "vikarie och begär ingen ersättning för dem.")
    }
  }
}
