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
  public static let years = 1930...2067
  static let shiftYears = 2000...2067
  /// The longest shift, in seconds: fourteen days.
  public static let shiftSeconds: Int64 = 14 * 86_400
  /// Largest absolute value of a cell: 21 474 836,47 kr, 596 523 h, 214 748 kr/h.
  static let cell = Int64(Int32.max)
  /// Bytes kept of standard input while it is not known to be a canonical table.
  static let keptStreamBytes = 1 << 28
  /// Bytes read at a time.
  static let chunkBytes = 1 << 20
  /// A file of twice as many bytes or more is read in segments of this length, by as many threads
  /// as there are.
  static let segmentBytes = 1 << 22
  /// Bytes of a segment that are cut and decoded before the next, so that what is known of their
  /// fields stays in the processor's cache.
  package static let batchBytes = 1 << 17
  /// Bytes in which the header of a file in segments stands, and after a segment's end its last
  /// record.
  static let marginBytes = 1 << 16

  /// Entries of an archive, and of the archives in it.
  public static let archiveEntries = 10_000
  /// Bytes of an archive's directory.
  static let archiveDirectoryBytes = 1 << 23
  /// Bytes that an archive and the archives in it may come to when unpacked.
  public static let archiveBytes = 1 << 31
  /// An entry of more than this many bytes may be at most so many times as large as its packed
  /// form. Deflate itself reaches 1,032; sheets of very like rows come to about 50.
  static let archiveFreeBytes = 1 << 22
  public static let archiveRatio = 200
  /// Archives inside of each other; a workbook counts as one.
  public static let archiveDepth = 4
  /// Bytes of an archive inside of another one, which is kept in memory while it is read.
  public static let nestedArchiveBytes = 1 << 26
  /// Characters of an entry's name that reports show.
  static let archiveNameLength = 200

  /// Sheets of a workbook.
  public static let sheets = 256
  /// Rows and columns of a sheet, as Excel has them.
  public static let sheetRows = 1 << 20
  public static let sheetColumns = 1 << 14
  /// Fields of a sheet's rows with the empty ones among them.
  public static let sheetFields = 1 << 26
  /// Bytes of one cell: the 32,767 characters that Excel allows, in UTF-8.
  public static let cellBytes = 4 * 32_767
  /// Bytes of all texts that the cells of a sheet show, each time they show them.
  public static let sheetTextBytes = 1 << 30
  /// Bytes and number of the texts that a workbook's cells share.
  public static let sharedTextBytes = 1 << 27
  static let sharedTexts = 1 << 23
  /// Bytes of a sheet up to which the merged cells, which stand after the rows, are looked for.
  static let mergedSheetBytes = 1 << 25
  /// Merged cells that are looked at, number formats and styles of a workbook.
  static let mergedCells = 10_000
  static let styles = 1 << 16
  /// Relationships of a part of a workbook.
  static let relationships = 10_000

  /// Invoices of one document, and envelopes inside of each other.
  public static let invoices = 1000
  public static let envelopes = 4
  /// Elements of all invoices of a document, and bytes of their texts.
  public static let invoiceElements = 1 << 19
  public static let invoiceTextBytes = 1 << 25
  /// Bytes that the attachments of a document come to when decoded.
  public static let attachmentBytes = 1 << 26
}
