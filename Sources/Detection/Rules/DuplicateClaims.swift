import Ledger
import SickPay

/// Claim rows that claim what an earlier row of the same company, assistant and brukare claims.
///
/// Found once and shared: a duplicate also makes minutes be lost twice and its vikarie stand in two
/// places, which is one fact and not three.
struct DuplicateClaims: Sendable {
  enum Kind: Sendable {
    /// The same minutes, paid by the same kommun.
    case same
    /// The same minutes, paid by another kommun.
    case otherKommun
    /// The same shifts and sum, a day earlier or later.
    case shiftedDay
  }

  struct Pair: Sendable {
    let later: Int
    let earlier: Int
    let kind: Kind
  }

  /// Each later row once, by its earliest match.
  let pairs: [Pair]
  /// Whether a claim row is a later one, claim rows long.
  let isDuplicate: [Bool]

  init(_ ledger: Ledger) {
    var pairs: [Pair] = []
    var isDuplicate = Array(repeating: false, count: ledger.claims.count)
    for group in RowGroups(ledger.claims) where group.count > 1 {
      let rows = group.filter { ledger.settlement.counts($0) }
      guard rows.count > 1 else { continue }
      let byReceipt = rows.sorted { ledger.isClaimedBefore($0, $1) }
      for (place, later) in byReceipt.enumerated() {
        for earlier in byReceipt[..<place] where !isDuplicate[earlier] {
          guard let kind = DuplicateClaims.kind(ledger, later, earlier) else { continue }
          pairs.append(Pair(later: later, earlier: earlier, kind: kind))
          isDuplicate[later] = true
          break
        }
      }
    }
    self.pairs = pairs
    self.isDuplicate = isDuplicate
  }

  private static func kind(_ ledger: Ledger, _ later: Int, _ earlier: Int) -> Kind? {
    let claims = ledger.claims
    guard claims[.brukare, later] == claims[.brukare, earlier],
      claims[.arende, later] != claims[.arende, earlier]
        || claims[.kommun, later] != claims[.kommun, earlier]
        || claims.hasOtherInvoice(later, earlier) || claims.isSentAgain(later, earlier)
    else { return nil }
    if claimsSameMinutes(ledger, later, earlier) {
      return claims[.kommun, later] == claims[.kommun, earlier] ? .same : .otherKommun
    }
    return isShiftedByADay(ledger, later, earlier) ? .shiftedDay : nil
  }

  private static func claimsSameMinutes(_ ledger: Ledger, _ later: Int, _ earlier: Int) -> Bool {
    let claims = ledger.claims
    let (shifts, others) = (ledger.shiftRows(of: later), ledger.shiftRows(of: earlier))
    if shifts.isEmpty || others.isEmpty {
      return claims[.sickFrom, later] == claims[.sickFrom, earlier]
        && claims[.sickTo, later] == claims[.sickTo, earlier]
        && claims[.amount, later] == claims[.amount, earlier]
    }
    guard claims[.sickFrom, later] <= claims[.sickTo, earlier],
      claims[.sickFrom, earlier] <= claims[.sickTo, later]
    else { return false }
    return shifts.allSatisfy { shift in
      others.contains { other in
        ledger.shifts[.start, shift] == ledger.shifts[.start, other]
          && ledger.shifts[.end, shift] == ledger.shifts[.end, other]
      }
    }
  }

  /// The same rota and sum moved by one day. Absences that follow each other day by day look alike
  /// too, so the periods must overlap, or each row must have made a karensavdrag of its own, which
  /// one absence has only once.
  private static func isShiftedByADay(_ ledger: Ledger, _ later: Int, _ earlier: Int) -> Bool {
    let claims = ledger.claims
    let days = claims[.sickFrom, earlier].distance(to: claims[.sickFrom, later])
    guard abs(days) == 1,
      claims[.sickTo, earlier].distance(to: claims[.sickTo, later]) == days,
      claims[.amount, later] == claims[.amount, earlier],
      claims[.sickTime, later] == claims[.sickTime, earlier]
    else { return false }
    let overlaps =
      claims[.sickFrom, later] <= claims[.sickTo, earlier]
      && claims[.sickFrom, earlier] <= claims[.sickTo, later]
    let bothKarens = [later, earlier].allSatisfy { row in
      (claims.value(.karensTime, row) ?? .zero) > .zero
    }
    guard overlaps || bothKarens else { return false }
    let (shifts, others) = (ledger.shiftRows(of: later), ledger.shiftRows(of: earlier))
    return shifts.count == others.count
      && zip(shifts, others).allSatisfy { shift, other in
        let (a, b) = (ledger.wallStart(shift), ledger.wallStart(other))
        return a.secondOfDay == b.secondOfDay && b.day.distance(to: a.day) == days
          && ledger.shifts[.wallTime, shift] == ledger.shifts[.wallTime, other]
      }
  }
}

extension Ledger {
  func wallStart(_ shift: Int) -> WallTime { SwedishTime.wallTime(shifts[.start, shift]) }

  /// Who came first: by day received, then ärende, then fakturanummer. File order never decides.
  func isClaimedBefore(_ left: Int, _ right: Int) -> Bool {
    let received = (claims[.received, left], claims[.received, right])
    if received.0 != received.1 { return received.0 < received.1 }
    let texts = dictionaries.texts
    let cases = (claims[.arende, left], claims[.arende, right])
    if cases.0 != cases.1 { return texts.precedes(cases.0, cases.1) }
    switch (claims.value(.invoiceNumber, left), claims.value(.invoiceNumber, right)) {
    case (let a?, let b?) where a != b: return texts.precedes(a, b)
    case (nil, _?): return true
    case (_?, nil): return false
    default: return left < right
    }
  }
}

extension Table where Schema == ClaimSchema {
  /// Whether both rows have a fakturanummer, and not the same. An application often comes before
  /// its invoice.
  fileprivate func hasOtherInvoice(_ left: Int, _ right: Int) -> Bool {
    guard let a = value(.invoiceNumber, left), let b = value(.invoiceNumber, right) else {
      return false
    }
    return a != b
  }

  /// Whether the same paper of one ärende came in on two days: the same fakturanummer, or none on
  /// either.
  fileprivate func isSentAgain(_ left: Int, _ right: Int) -> Bool {
    value(.invoiceNumber, left) == value(.invoiceNumber, right)
      && self[.received, left] != self[.received, right]
  }
}
