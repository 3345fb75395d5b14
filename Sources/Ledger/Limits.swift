/// The core's limits. Beyond one of them a scan stops with a message, never with a wrong sum.
public enum LedgerLimits {
  /// Companies in one scan: 20 bits of the claim rows' sort key.
  public static let companies = 1 << 20
  /// Persons in one scan: 26 bits of the claim rows' sort key.
  public static let persons = 1 << 26
  /// Rows in one table.
  public static let rows = Int(Int32.max)
}
