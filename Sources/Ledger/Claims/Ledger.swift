public import SickPay

/// All rows of a scan as sorted columns, with what every rule shares: which shifts belong to which
/// claim row, which rows count, and the sick periods in law.
///
/// Claim rows lie by company, assistant and first day; shifts by claim row and start. Neither the
/// order of files nor how they were cut into batches or parts leaves a trace: ids are given by
/// number and rows sorted by content.
///
/// A class, so that handing it on costs one count of references and not one for every column.
public final class Ledger: Sendable {
  public let dictionaries: Dictionaries
  public let claims: Claims
  public let shifts: Shifts
  public let registers: Registers
  /// In no order.
  public let rejected: RejectedClaims
  /// Rows that came again unchanged and count once.
  public let repeatedClaims: Int
  public let repeatedShifts: Int
  /// The claim row of each shift, −1 where none is found.
  public let claimOfShift: [Int32]
  /// The shifts of claim row `r` are `shiftOffsets[r]..<shiftOffsets[r + 1]`.
  public let shiftOffsets: [Int32]
  /// The claim rows of company `c` are `companyOffsets[c]..<companyOffsets[c + 1]`.
  public let companyOffsets: [Int32]
  public let settlement: Settlement
  public let periods: SickPeriods
  /// The scan's date: rows received later do not count.
  public let date: Day
  /// Rows received in these days count in scores and kronor; older ones are history.
  public let window: ClosedRange<Day>

  /// - Parameters:
  ///   - parts: Consumed; their order does not matter.
  ///   - date: The scan's date; the latest day on which a row was received where `nil`.
  ///   - windowMonths: The window's length, 1 or more.
  ///   - law: What joins absences to sick periods.
  public init(
    parts: consuming [LedgerPart], date: Day?, windowMonths: Int, law: SickPeriodLaw
  ) {
    precondition(windowMonths >= 1, "a window has at least one month")
    var whole = LedgerPart(joining: parts)
    whole.sortIDs()
    // Each table is sorted in place, so that no second copy of it is in memory.
    repeatedClaims = sortClaims(&whole.claims, whole.dictionaries.texts)
    let claims = whole.claims
    let scanDate = date ?? latestReceived(claims)
    self.date = scanDate
    window = scanDate.adding(months: -windowMonths).advanced(by: 1)...scanDate
    dictionaries = whole.dictionaries
    rejected = whole.rejected
    var tables = RegisterTables()
    swap(&tables, &whole.registers)
    registers = Registers(tables, whole.dictionaries.texts)
    settlement = Settlement(claims: claims, date: scanDate)
    // Settled first, so that a shift goes to the row that counts, not to the one it replaced.
    (claimOfShift, repeatedShifts) = sortShifts(&whole.shifts, of: claims, settlement)
    let shifts = whole.shifts
    periods = SickPeriods(claims: claims, settlement: settlement, law: law)
    shiftOffsets = offsets(ofSorted: claimOfShift, count: claims.count)
    companyOffsets = offsets(
      ofSorted: claims.column(.company), count: whole.dictionaries.companyCount)
    self.claims = claims
    self.shifts = shifts
  }

  /// The shifts of a claim row.
  @inlinable public func shiftRows(of claim: Int) -> Range<Int> {
    Int(shiftOffsets[claim])..<Int(shiftOffsets[claim + 1])
  }

  /// The claim rows of a company.
  @inlinable public func claimRows(of company: CompanyID) -> Range<Int> {
    Int(companyOffsets[company.index])..<Int(companyOffsets[company.index + 1])
  }

  /// Whether a claim row counts in scores and kronor: not netted away, and received in the window.
  @inlinable public func isInWindow(_ claim: Int) -> Bool {
    settlement.counts(claim) && window.contains(claims[.received, claim])
  }

  /// Shifts for which no claim row was found.
  public var shiftsWithoutClaim: Int { shifts.count - Int(shiftOffsets[claims.count]) }
}

private func latestReceived(_ claims: Claims) -> Day {
  Day(cell: claims.column(.received).max() ?? 0)
}

/// `result[v]..<result[v + 1]` are the places of `v` in `sorted`. Negative values lie last.
private func offsets(ofSorted sorted: [Int32], count: Int) -> [Int32] {
  var offsets = [Int32](repeating: 0, count: count + 1)
  for value in sorted where value >= 0 { offsets[Int(value) + 1] += 1 }
  for index in 0..<count { offsets[index + 1] += offsets[index] }
  return offsets
}
