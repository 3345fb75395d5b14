/// Money in whole öre. Sums are exact; a single cell holds at most ±21 474 836,47 kr.
public struct Ore: Cell, Hashable, Comparable, AdditiveArithmetic {
  public var value: Int64

  @inlinable public init(_ value: Int64) { self.value = value }
  @inlinable public init(cell: Int32) { value = Int64(cell) }

  /// Traps when the amount does not fit a cell; the reader rejects such rows first.
  @inlinable public var cell: Int32 { Int32(value) }

  @inlinable public static var zero: Ore { Ore(0) }
  @inlinable public static func + (left: Ore, right: Ore) -> Ore { Ore(left.value + right.value) }
  @inlinable public static func - (left: Ore, right: Ore) -> Ore { Ore(left.value - right.value) }
  @inlinable public static prefix func - (amount: Ore) -> Ore { Ore(-amount.value) }
  @inlinable public static func < (left: Ore, right: Ore) -> Bool { left.value < right.value }

  /// The part `numerator / denominator` of the amount, rounded half away from zero.
  /// The denominator is positive.
  public func share(_ numerator: Int64, of denominator: Int64) -> Ore {
    precondition(denominator > 0, "a share needs a positive whole")
    let (high, low) = value.multipliedFullWidth(by: numerator)
    let negative = high < 0
    let magnitude = negative ? negate(high: high, low: low) : (high: UInt64(high), low: low)
    let whole = UInt64(denominator)
    var (quotient, remainder) = whole.dividingFullWidth((magnitude.high, magnitude.low))
    if remainder >= whole - remainder { quotient += 1 }
    return Ore(negative ? -Int64(quotient) : Int64(quotient))
  }

  private func negate(high: Int64, low: UInt64) -> (high: UInt64, low: UInt64) {
    let flipped = ~low &+ 1
    return (UInt64(bitPattern: ~high) &+ (flipped == 0 ? 1 : 0), flipped)
  }
}
