import SickPay

/// The shifts of counted claim rows in the order of each person's time: sorted once, shared by
/// every rule that asks where somebody was.
public struct Timeline: Sendable {
  /// Shift rows by the assistant who lost them, then start.
  public let lost: [UInt32]
  /// Shift rows that a vikarie worked, by vikarie, then start.
  public let worked: [UInt32]

  init(shifts: Shifts, claimOfShift: [Int32], settlement: Settlement) {
    let rows = shifts.rows.filter {
      claimOfShift[$0] >= 0 && settlement.counts(Int(claimOfShift[$0]))
    }
    lost = Timeline.order(rows, shifts.column(.assistent), shifts.column(.start))
    let vikarier = shifts.column(.vikarie)
    worked = Timeline.order(
      rows.filter { vikarier[$0] != absentCell }, vikarier, shifts.column(.vikarieStart))
  }

  private static func order(_ rows: [Int], _ persons: [Int32], _ starts: [Int32]) -> [UInt32] {
    let keys = rows.map { UInt64(UInt32(bitPattern: persons[$0])) << 32 | sortKey(starts[$0]) }
    return sortedOrder(keys).map { UInt32(rows[Int($0)]) }
  }
}
