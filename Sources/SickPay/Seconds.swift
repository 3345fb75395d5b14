/// A length of time in whole seconds; a cell holds about ±596,000 hours.
public struct Seconds: Cell, Hashable, Comparable, AdditiveArithmetic {
  public var value: Int64

  @inlinable public init(_ value: Int64) { self.value = value }
  @inlinable public init(cell: Int32) { value = Int64(cell) }
  public init(hours: Int64) { value = hours * Seconds.perHour }
  @inlinable public var cell: Int32 { Int32(value) }

  public static let perHour: Int64 = 3600
  @inlinable public static var zero: Seconds { Seconds(0) }
  @inlinable public static func + (left: Seconds, right: Seconds) -> Seconds {
    Seconds(left.value + right.value)
  }
  @inlinable public static func - (left: Seconds, right: Seconds) -> Seconds {
    Seconds(left.value - right.value)
  }
  @inlinable public static func < (left: Seconds, right: Seconds) -> Bool {
    left.value < right.value
  }
}
