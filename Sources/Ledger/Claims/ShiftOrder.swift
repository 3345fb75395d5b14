import SickPay

/// Sorts shifts by claim row and start, those without a claim row last, and keeps each content
/// once; the claim row of each (−1 for none), and how many rows were repeats.
func sortShifts(
  _ shifts: inout Shifts, of claims: Claims, _ settlement: Settlement
) -> (claimOfShift: [Int32], repeated: Int) {
  let owners = owners(of: shifts, among: claims, settlement)
  let order = shiftOrder(shifts, owners)
  shifts.reorder(order)
  var sortedOwners = gather(owners, order)
  let kept = shifts.rows.filter { $0 == 0 || !shifts.sameContent($0 - 1, $0) }
  if kept.count < shifts.count {
    shifts.reorder(kept.map(UInt32.init))
    sortedOwners = gather(sortedOwners, kept.map(UInt32.init))
  }
  return (sortedOwners, order.count - kept.count)
}

private func owners(
  of shifts: Shifts, among claims: Claims, _ settlement: Settlement
) -> [Int32] {
  let index = ClaimIndex(claims, settlement)
  return shifts.rows.map { index.claim(ofShift: $0, in: shifts) }
}

private func shiftOrder(_ shifts: Shifts, _ owners: [Int32]) -> [UInt32] {
  let starts = shifts.column(.start)
  let keys = shifts.rows.map { UInt64(UInt32(bitPattern: owners[$0])) << 32 | sortKey(starts[$0]) }
  return sortedOrder(keys) { left, right in
    let (left, right) = (Int(left), Int(right))
    for column in ShiftSchema.contentColumns {
      // Texts are the same for shifts of one claim row, and tell nothing of those without.
      let (a, b) = (shifts.columns[column][left], shifts.columns[column][right])
      if a != b { return a < b }
    }
    let files = (shifts[.file, left], shifts[.file, right])
    if files.0 != files.1 { return files.0 < files.1 }
    return shifts[.line, left].cell < shifts[.line, right].cell
  }
}

/// Finds the claim row of a shift: same kommun, ärende, assistant and brukare; where one ärende
/// holds several periods, the one that contains the day on which the shift starts.
struct ClaimIndex {
  private let claims: Claims
  private let settlement: Settlement
  private var slots: [Int32]
  /// The next row with the same four keys, by first day; −1 after the last.
  private var next: [Int32]

  init(_ claims: Claims, _ settlement: Settlement) {
    self.claims = claims
    self.settlement = settlement
    var size = 1024
    while size < claims.count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    next = Array(repeating: -1, count: claims.count)
    // From the last row to the first, so that each chain runs by first day.
    for row in claims.rows.reversed() {
      let slot = place(
        claims[.kommun, row], claims[.arende, row], claims[.assistent, row], claims[.brukare, row])
      next[row] = slots[slot]
      slots[slot] = Int32(row)
    }
  }

  /// The claim row, or −1.
  func claim(ofShift shift: Int, in shifts: Shifts) -> Int32 {
    let slot = place(
      shifts[.kommun, shift], shifts[.arende, shift], shifts[.assistent, shift],
      shifts[.brukare, shift])
    let day = shifts[.day, shift]
    var (row, nearest, distance) = (slots[slot], Int32(-1), Int.max)
    while row >= 0 {
      // A row that counts goes before one that was credited or replaced, at equal distance.
      let days = daysOutside(Int(row), day) * 2 + (settlement.counts(Int(row)) ? 0 : 1)
      if days < distance { (nearest, distance) = (row, days) }
      row = next[Int(row)]
    }
    return nearest
  }

  /// Days between a day and a row's period; zero inside it.
  private func daysOutside(_ row: Int, _ day: Day) -> Int {
    max(0, day.distance(to: claims[.sickFrom, row]), claims[.sickTo, row].distance(to: day))
  }

  private func place(
    _ kommun: KommunCode, _ arende: TextID, _ assistent: PersonID, _ brukare: PersonID
  ) -> Int {
    let people =
      UInt64(UInt32(bitPattern: assistent.cell)) << 32
      | UInt64(UInt32(bitPattern: brukare.cell))
    let paper =
      UInt64(UInt32(bitPattern: kommun.cell)) << 32
      | UInt64(UInt32(bitPattern: arende.cell))
    var slot = Int(truncatingIfNeeded: folded(folded(people) ^ paper)) & (slots.count - 1)
    while slots[slot] >= 0 {
      let row = Int(slots[slot])
      if claims[.arende, row] == arende, claims[.assistent, row] == assistent,
        claims[.brukare, row] == brukare, claims[.kommun, row] == kommun
      {
        return slot
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}
