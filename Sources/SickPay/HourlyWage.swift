/// An hourly wage in 1/10,000 kr; a cell holds at most 214 748 kr an hour.
public struct HourlyWage: Cell, Hashable, Comparable {
  public var tenThousandths: Int32

  @inlinable public init(tenThousandths: Int32) { self.tenThousandths = tenThousandths }
  @inlinable public init(cell: Int32) { tenThousandths = cell }
  @inlinable public var cell: Int32 { tenThousandths }

  @inlinable public static func < (left: HourlyWage, right: HourlyWage) -> Bool {
    left.tenThousandths < right.tenThousandths
  }
}
