public import SickPay

/// The days on which one person was sick, as spells that neither touch nor overlap.
///
/// Spells with a gap of at most one day (last day and next day in direct succession) are one, as
/// sjuklönelagen counts a period written on several rows. The union of two sets is again such a
/// set, whatever the rows were split into.
public struct DaySpells: Sendable, Equatable {
  public private(set) var spells: [ClosedRange<Day>] = []

  public init() {}

  public var isEmpty: Bool { spells.isEmpty }
  public var days: Int { spells.reduce(0) { $0 + DaySpells.length($1) } }

  /// Months touched by any spell, by number (see `Day.month`), ascending.
  public var months: [Int32] {
    var months: [Int32] = []
    for spell in spells {
      for month in spell.lowerBound.month...spell.upperBound.month where months.last != month {
        months.append(month)
      }
    }
    return months
  }

  public static func length(_ spell: ClosedRange<Day>) -> Int {
    spell.lowerBound.distance(to: spell.upperBound) + 1
  }

  public mutating func insert(_ spell: ClosedRange<Day>) {
    if let last = spells.last, last.upperBound.distance(to: spell.lowerBound) <= 1,
      last.lowerBound <= spell.lowerBound
    {
      spells[spells.count - 1] = last.lowerBound...max(last.upperBound, spell.upperBound)
    } else if spells.last.map({ $0.lowerBound < spell.lowerBound }) ?? true {
      spells.append(spell)
    } else {
      var other = DaySpells()
      other.spells = [spell]
      merge(other)
    }
  }

  public mutating func merge(_ other: DaySpells) {
    let all = (spells + other.spells).sorted { $0.lowerBound < $1.lowerBound }
    spells = []
    for spell in all { insert(spell) }
  }
}
