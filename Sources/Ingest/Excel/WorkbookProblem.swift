/// Why a workbook, or a sheet of one, is not read.
public enum WorkbookProblem: Sendable, Equatable {
  /// Excel 97 to 2003 (`.xls`).
  case oldFormat
  /// A password is needed to open it.
  case locked
  /// OpenDocument (`.ods`).
  case openDocument
  /// Excel's binary form (`.xlsb`).
  case binaryFormat
  /// Parts that it names are missing, or say what they must not.
  case damaged
  case noSheets
  case tooManySheets
  /// Beyond `IngestLimits.sheetRows`.
  case rowBeyondLimit
  /// Beyond `IngestLimits.sheetColumns`.
  case columnBeyondLimit(row: Int)
  /// Beyond `IngestLimits.cellBytes`.
  case cellTooLong(row: Int)
  /// Beyond `IngestLimits.sheetFields` or `sheetTextBytes`.
  case sheetTooLarge(row: Int)
  /// Beyond `IngestLimits.sharedTextBytes` or the number of shared texts.
  case tooManyTexts
  /// Beyond the limits for styles, merged cells or relationships.
  case tooManyParts
}
