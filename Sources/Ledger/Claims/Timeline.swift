import SickPay

/// The shifts of counted claim rows in the order of each person's time: sorted once, shared by
/// every rule that asks where somebody was.
public struct Timeline: Sendable {
  /// Shift rows by person, then start.
  public let order: [UInt32]

  /// By the assistants who lost the shifts.
  public static func lost(_ ledger: Ledger) -> Timeline {
    Timeline(ledger, ledger.shifts.column(.assistent), ledger.shifts.column(.start))
  }

  /// By the vikarier who worked them; vacant shifts are left out.
  public static func worked(_ ledger: Ledger) -> Timeline {
    Timeline(ledger, ledger.shifts.column(.vikarie), ledger.shifts.column(.vikarieStart))
  }

  private init(_ ledger: Ledger, _ persons: [Int32], _ starts: [Int32]) {
    let owners = ledger.claimOfShift
    var (rows, keys): ([UInt32], [UInt64]) = ([], [])
    rows.reserveCapacity(persons.count)
    keys.reserveCapacity(persons.count)
    for row in persons.indices
    where persons[row] != absentCell && owners[row] >= 0
      && ledger.settlement.counts(Int(owners[row]))
    {
      rows.append(UInt32(row))
      keys.append(UInt64(UInt32(bitPattern: persons[row])) << 32 | sortKey(starts[row]))
    }
    order = sortedOrder(keys).map { rows[Int($0)] }
  }
}
