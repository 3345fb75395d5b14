/// A percentage in 1/10,000 of a per cent: 31.42 % is 314,200.
public struct Percentage: Cell, Hashable, Comparable {
  public var tenThousandths: Int32

  @inlinable public init(tenThousandths: Int32) { self.tenThousandths = tenThousandths }
  @inlinable public init(cell: Int32) { tenThousandths = cell }
  @inlinable public var cell: Int32 { tenThousandths }

  @inlinable public static func < (left: Percentage, right: Percentage) -> Bool {
    left.tenThousandths < right.tenThousandths
  }
}
