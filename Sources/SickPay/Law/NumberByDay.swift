/// A dated number for the hot path: looking it up costs comparisons alone, and touches no text.
public struct NumberByDay: Sendable {
  /// First days, ascending, and what holds from each; −1 where that is not known.
  @usableFromInline let days: [Int32]
  @usableFromInline let numbers: [Int32]

  /// - Parameter number: 0 or more for every known value.
  public init<Value>(_ dated: Dated<Value>, _ number: (Value) -> Int32) {
    let end = dated.entries.last?.to?.advanced(by: 1).cell
    days = dated.entries.map(\.from.cell) + (end.map { [$0] } ?? [])
    numbers = dated.entries.map { $0.value.map(number) ?? -1 } + (end == nil ? [] : [-1])
  }

  /// What holds on a day; `nil` where that is not known.
  @inlinable public subscript(day: Day) -> Int32? {
    var place = days.count - 1
    while place >= 0, days[place] > day.cell { place -= 1 }
    return place >= 0 && numbers[place] >= 0 ? numbers[place] : nil
  }
}
