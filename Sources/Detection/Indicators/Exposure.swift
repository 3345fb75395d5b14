import Ledger
import SickPay

/// How much there was to fall sick from at each company.
///
/// Without registers claims tell it only in part: the months between a person's first and last
/// appearance in either role, sick or vikarie. It is uncertain, since paper employees swell it.
/// Where decided hours or reported time are read, they take this place.
struct Exposure: Sendable {
  /// Companies long: months from first to last appearance, both counted, over all persons seen.
  let personMonths: [Int]

  /// What a text says of how sure the exposure is.
  static let caution = "osäkert: månader mellan första och sista gången en person syns"

  init(_ ledger: Ledger, rows: [[Int]]) {
    let (claims, shifts, offsets) = (ledger.claims, ledger.shifts, ledger.shiftOffsets)
    personMonths = rows.map { rows in
      // Person in the high half, day in the low: sorted once, no dictionary.
      var seen: [UInt64] = []
      for claim in rows {
        let assistent = claims[.assistent, claim]
        seen.append(packed(assistent, claims[.sickFrom, claim]))
        seen.append(packed(assistent, claims[.sickTo, claim]))
        for shift in Int(offsets[claim])..<Int(offsets[claim + 1]) {
          guard let vikarie = shifts.value(.vikarie, shift) else { continue }
          seen.append(packed(vikarie, shifts[.day, shift]))
        }
      }
      return Exposure.months(&seen)
    }
  }

  private static func months(_ seen: inout [UInt64]) -> Int {
    seen.sort()
    var (months, start) = (0, 0)
    for end in seen.indices where end + 1 == seen.count || seen[end + 1] >> 32 != seen[end] >> 32 {
      let (first, last) = (Day(packed: seen[start]), Day(packed: seen[end]))
      months += Int(last.month - first.month) + 1
      start = end + 1
    }
    return months
  }
}

private func packed(_ person: PersonID, _ day: Day) -> UInt64 {
  UInt64(UInt32(bitPattern: person.cell)) << 32 | UInt64(UInt32(bitPattern: day.number) ^ signBit)
}

/// Turned round, so that days before 1970 sort first.
private let signBit = UInt32(1) << 31

extension Day {
  fileprivate init(packed: UInt64) {
    self.init(number: Int32(bitPattern: UInt32(truncatingIfNeeded: packed) ^ signBit))
  }
}
