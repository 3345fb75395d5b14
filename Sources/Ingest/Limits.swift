/// What the reader accepts at the most. A file beyond a limit is refused by name, a row beyond one
/// is rejected with its place; nothing is half-read.
public enum IngestLimits {
  /// Bytes in one record. A quote that is never closed ends here.
  public static let recordBytes = 1 << 20
  /// Fields in one record.
  public static let recordFields = 1024
  /// Bytes in one text field (ärende, fakturanummer, names, accounts).
  public static let textBytes = 200
  /// Rejected rows kept with place and reason for each file; those after it are only counted.
  public static let keptRejects = 10_000
  /// Days lie in these years; those of shifts from 2000, where the wall clock's rules begin.
  static let years = 1930...2067
  static let shiftYears = 2000...2067
  /// The longest shift, in seconds: fourteen days.
  public static let shiftSeconds: Int64 = 14 * 86_400
  /// Largest absolute value of a cell: 21 474 836,47 kr, 596 523 h, 214 748 kr/h.
  static let cell = Int64(Int32.max)
  /// Bytes kept of standard input while it is not known to be a canonical table.
  static let keptStreamBytes = 1 << 28
  /// Bytes read at a time.
  static let chunkBytes = 1 << 20
}
