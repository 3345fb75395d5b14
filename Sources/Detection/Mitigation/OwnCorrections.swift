import Ledger
import SickPay

/// Rows that the company itself credited or replaced by a corrected one.
struct OwnCorrections: Mitigation {
  let id = IndicatorID("egna-rattelser")

  private static let fewest = 3
  private static let full = 0.05

  func assess(_ companies: Companies, _ evidence: Evidence) -> [MitigationStrength?] {
    let ledger = companies.ledger
    return companies.rows.indices.map { company in
      let rows = ledger.claimRows(of: CompanyID(index: company)).filter {
        ledger.window.contains(ledger.claims[.received, $0])
          && ledger.claims[.amount, $0] >= .zero
      }
      let corrected = rows.count {
        let state = ledger.settlement.states[$0]
        return state == .credited || state == .replaced
          || ledger.settlement.isPartlyCredited($0, in: ledger.claims)
      }
      guard corrected >= OwnCorrections.fewest else { return nil }
      return MitigationStrength(
        corrected, of: rows.count, full: OwnCorrections.full,
        text: "\(corrected) av \(rows.count) rader har bolaget självt krediterat eller rättat.")
    }
  }
}
