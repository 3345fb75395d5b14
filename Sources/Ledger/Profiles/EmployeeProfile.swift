public import SickPay

/// What the claims say of one assistant at one company. Merges exactly over any split of the rows.
public struct EmployeeProfile: Sendable, Equatable {
  public let person: PersonID
  public private(set) var claims = 0
  /// What the claims come to after credits.
  public private(set) var kronor = Ore.zero
  public private(set) var sickTime = Seconds.zero
  /// Hours that the claims are paid for, from the rows that tell.
  public private(set) var paidTime = Seconds.zero
  /// Hours of karens, from the rows that tell.
  public private(set) var karensTime = Seconds.zero
  public private(set) var spells = DaySpells()
  /// Sums in öre and wages in 1/10,000 kr.
  public private(set) var amounts = BinnedCounts()
  public private(set) var wages = BinnedCounts()
  /// Length of the lost shifts by the wall clock, and of those that nobody worked.
  public private(set) var shiftTime = Seconds.zero
  public private(set) var vacantTime = Seconds.zero

  /// - Parameter claims: Rows of this person at one company.
  init(_ ledger: Ledger, person: PersonID, claims rows: some Collection<Int>) {
    self.person = person
    claims = rows.count
    let table = ledger.claims
    for row in rows {
      kronor += ledger.settlement.netAmount(row)
      sickTime += table[.sickTime, row]
      paidTime += table.value(.paidTime, row) ?? .zero
      karensTime += table.value(.karensTime, row) ?? .zero
      spells.insert(table[.sickFrom, row]...table[.sickTo, row])
      for shift in ledger.shiftRows(of: row) {
        let length = ledger.shifts[.wallTime, shift]
        shiftTime += length
        if ledger.shifts.value(.vikarie, shift) == nil { vacantTime += length }
      }
    }
    amounts = BinnedCounts(rows.lazy.map { ledger.settlement.netAmount($0).value })
    wages = BinnedCounts(rows.lazy.map { Int64(table[.wage, $0].tenThousandths) })
  }

  /// Adds another part of the same person's rows at the same company.
  public mutating func merge(_ other: EmployeeProfile) {
    precondition(person == other.person, "profiles of two persons do not merge")
    claims += other.claims
    kronor += other.kronor
    sickTime += other.sickTime
    paidTime += other.paidTime
    karensTime += other.karensTime
    spells.merge(other.spells)
    amounts.merge(other.amounts)
    wages.merge(other.wages)
    shiftTime += other.shiftTime
    vacantTime += other.vacantTime
  }
}
