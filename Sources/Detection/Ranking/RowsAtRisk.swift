import Ledger
import SickPay

/// How many of each company's claims could break a rule at all: vacant hours can only be claimed
/// where a shift stood vacant, a fifteenth day only where the sickness lasted.
///
/// A company that leaves many shifts vacant slips there more often than others without being less
/// careful.
struct RowsAtRisk: Sendable {
  private let evidence: Evidence
  /// Claim rows in the window, by company.
  private let rows: [[Int]]

  init(_ evidence: Evidence, _ companies: Companies) {
    self.evidence = evidence
    rows = companies.rows
  }

  /// Companies with any such row.
  var companies: Int { rows.count { !$0.isEmpty } }

  /// Companies long, at least 1 each.
  func counts(of rule: any Rule) -> [Int] {
    switch rule {
    case is VacantHours:
      let vacant = evidence.hours.vacantOutsideKarens
      return rows.map { max(1, $0.count { vacant[$0] > ClaimHours.tolerance }) }
    case is AfterDay14:
      let (periods, claims) = (evidence.ledger.periods, evidence.ledger.claims)
      return rows.map { rows in
        let long = rows.count { row in
          let last = periods.sickDay(of: claims[.sickTo, row], claim: row, in: claims)
          return periods.payableDays(of: row).map { last >= $0 } ?? false
        }
        return max(1, long)
      }
    default: return rows.map { max(1, $0.count) }
    }
  }
}
