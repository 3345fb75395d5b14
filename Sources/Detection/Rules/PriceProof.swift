import Ledger
import SickPay

/// When a price above the law is proven, and not only likely.
extension Evidence {
  /// Whether a row claims more than its highest lawful amount. A part may be too large while the
  /// row as a whole is not: then parts may only be called something else, which papers must tell.
  func isAboveLawfulRange(_ claim: Int) -> Bool {
    guard let lawful = prices.parts(claim, .lawful)?.total else { return false }
    return ledger.claims[.amount, claim].value > lawful.high
  }

  /// Whether OB or jour may lie inside of a row's sick pay, which holds every part of the wage
  /// (sjuklönelagen 6 §): the row states none, and its shifts, if it lists any, may carry some.
  func mayHoldSupplements(_ claim: Int) -> Bool {
    let claims = ledger.claims
    if claims.value(.jour, claim) == nil, (claims.value(.onCallTime, claim) ?? .zero) > .zero {
      return true
    }
    if claims.value(.ob, claim) != nil { return false }
    if ledger.shiftRows(of: claim).isEmpty { return true }
    let shifts = prices.shiftColumns.supplements(
      of: claim, karens: 0, lastPayable: ledger.lastPayableDay(claim))
    return shifts.touchesGreatHoliday || shifts.covered != SupplementTime()
  }

  /// Whether a row's paid hours are told by its sick pay alone, which may hold OB or jour too.
  func arePaidHoursUncertain(_ claim: Int) -> Bool {
    ledger.claims.value(.paidTime, claim) == nil && mayHoldSupplements(claim)
  }
}
