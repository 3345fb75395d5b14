public import SickPay

/// Which claim rows count once credits and corrections are taken into account, and what remains of
/// each sum.
///
/// A credit is a row with a negative sum. It is matched first by what it says it credits; else to
/// the latest earlier row of the same kommun, company, assistant, brukare and period with the same
/// sum; else, if smaller, as a partial credit of the only such row; else it stands as it is. An
/// application and its invoice, in one ärende for the same period and sum, are one claim.
public struct Settlement: Sendable {
  public enum State: UInt8, Sendable {
    /// Counts, with `netAmount`.
    case counted
    /// A credit that found its row.
    case credit
    /// Credited in full.
    case credited
    /// Replaced by a later row that says so, or an application whose invoice came.
    case replaced
    /// A credit that found no row: its negative sum stands.
    case unmatchedCredit
    /// Received after the scan's date.
    case later
  }

  /// Claim rows long.
  public private(set) var states: [State]
  /// Öre, claim rows long: what is left of each counted row's sum.
  public private(set) var netAmounts: [Int32]

  /// Whether a row counts as a claim: not netted away, replaced, negative or later than the scan.
  @inlinable public func counts(_ claim: Int) -> Bool { states[claim] == .counted }

  @inlinable public func netAmount(_ claim: Int) -> Ore { Ore(cell: netAmounts[claim]) }

  /// Whether a counted row was credited in part: its sum is known then, not its hours and parts.
  @inlinable public func isPartlyCredited(_ claim: Int, in claims: Claims) -> Bool {
    counts(claim) && netAmount(claim) != claims[.amount, claim]
  }

  init(claims: Claims, date: Day) {
    states = Array(repeating: .counted, count: claims.count)
    netAmounts = claims.column(.amount)
    for row in claims.rows where claims[.received, row] > date { states[row] = .later }
    for group in RowGroups(claims)
    where group.count > 1 && mayHoldInvoicedApplication(claims, group)
      || group.contains(where: { needsMatching(claims, $0) })
    {
      settle(claims, group)
    }
  }

  private func needsMatching(_ claims: Claims, _ row: Int) -> Bool {
    states[row] != .later
      && (claims[.amount, row] < .zero || claims.value(.replaces, row) != nil)
  }

  /// One assistant at one company: nothing is credited or replaced outside of it.
  private mutating func settle(_ claims: Claims, _ group: Range<Int>) {
    let byReceipt = group.sorted {
      (claims[.received, $0], $0) < (claims[.received, $1], $1)
    }
    if mayHoldInvoicedApplication(claims, group) {
      for row in byReceipt
      where states[row] == .counted && claims.value(.invoiceNumber, row) != nil
        && claims[.amount, row] > .zero
      {
        settleInvoice(claims, row, among: byReceipt)
      }
    }
    for row in byReceipt where needsMatching(claims, row) {
      if claims[.amount, row] < .zero {
        settleCredit(claims, row, among: byReceipt)
      } else {
        settleReplacement(claims, row, among: byReceipt)
      }
    }
  }

  private func mayHoldInvoicedApplication(_ claims: Claims, _ group: Range<Int>) -> Bool {
    group.contains { claims.value(.invoiceNumber, $0) == nil }
      && group.contains { claims.value(.invoiceNumber, $0) != nil }
  }

  private mutating func settleCredit(_ claims: Claims, _ credit: Int, among rows: [Int]) {
    guard let target = target(claims, of: credit, among: rows) else {
      states[credit] = .unmatchedCredit
      return
    }
    states[credit] = .credit
    if states[target] == .counted {
      netAmounts[target] += netAmounts[credit]
      if netAmounts[target] == 0 { states[target] = .credited }
    }
    // A row that was replaced counts no more: crediting it too takes nothing away again.
    netAmounts[credit] = 0
  }

  private func target(_ claims: Claims, of credit: Int, among rows: [Int]) -> Int? {
    let sum = -netAmounts[credit]
    // An ärende or fakturanummer is known in its kommun only.
    let open = rows.filter {
      claims[.kommun, $0] == claims[.kommun, credit] && netAmounts[$0] >= sum
        && (states[$0] == .counted || states[$0] == .replaced)
        && claims[.received, $0] <= claims[.received, credit]
    }
    if let name = claims.value(.credits, credit) {
      let named = open.filter { claims.isCalled(name, $0) }
      let same = named.filter { claims.sameAbsence($0, credit) }
      let candidates = same.isEmpty ? named : same
      let found = candidates.last { netAmounts[$0] == sum } ?? candidates.last
      if let found { return found }
    }
    let same = open.filter { states[$0] == .counted && claims.sameAbsence($0, credit) }
    return same.last { netAmounts[$0] == sum } ?? (same.count == 1 ? same[0] : nil)
  }

  private mutating func settleReplacement(_ claims: Claims, _ row: Int, among rows: [Int]) {
    guard let name = claims.value(.replaces, row) else { return }
    let open = rows.filter { earlier in
      earlier != row && states[earlier] == .counted
        && claims[.kommun, earlier] == claims[.kommun, row]
        && claims[.received, earlier] <= claims[.received, row]
        && claims[.brukare, earlier] == claims[.brukare, row]
    }
    let named = open.filter {
      claims.isCalled(name, $0) && claims.value(.replaces, $0) != name
    }
    // A correction of the day before is replaced too; one of the same day is its other part.
    let corrections = open.filter {
      claims.value(.replaces, $0) == name && claims[.received, $0] < claims[.received, row]
    }
    // Where the ärende holds several periods, only the one that is claimed anew is replaced.
    let overlapping = (named + corrections).filter { earlier in
      claims[.sickFrom, earlier] <= claims[.sickTo, row]
        && claims[.sickFrom, row] <= claims[.sickTo, earlier]
    }
    for earlier in overlapping.isEmpty ? named : overlapping { states[earlier] = .replaced }
  }

  /// An invoice that follows on an application of the same ärende claims nothing anew.
  private mutating func settleInvoice(_ claims: Claims, _ row: Int, among rows: [Int]) {
    for application in rows
    where states[application] == .counted && claims.value(.invoiceNumber, application) == nil
      && claims[.kommun, application] == claims[.kommun, row]
      && claims[.arende, application] == claims[.arende, row]
      && claims[.received, application] <= claims[.received, row]
      && claims[.amount, application] == claims[.amount, row]
      && claims.sameAbsence(application, row)
    {
      states[application] = .replaced
    }
  }
}

extension Table where Schema == ClaimSchema {
  /// Whether a fakturanummer or ärende names this row.
  fileprivate func isCalled(_ name: TextID, _ row: Int) -> Bool {
    value(.invoiceNumber, row) == name || self[.arende, row] == name
  }

  /// Same brukare and period; assistant and company are those of the group.
  fileprivate func sameAbsence(_ left: Int, _ right: Int) -> Bool {
    self[.brukare, left] == self[.brukare, right]
      && self[.sickFrom, left] == self[.sickFrom, right]
      && self[.sickTo, left] == self[.sickTo, right]
  }
}
