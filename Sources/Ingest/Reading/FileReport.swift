/// What became of one file. Always: `rows == accepted + rejected`.
public struct FileReport: Sendable, Equatable {
  public let name: String
  /// The sheet of a workbook, by its name there; `nil` for what is no sheet.
  public internal(set) var sheet: String?
  public internal(set) var table: TableKind?
  /// Hexadecimal, of the bytes as read; of a sheet, of the whole workbook.
  public internal(set) var sha256 = ""
  public internal(set) var bytes: Int64 = 0
  /// Records after the header.
  public internal(set) var rows = 0
  public internal(set) var accepted = 0
  public internal(set) var rejected = 0
  /// The first `IngestLimits.keptRejects` of them, in order.
  public internal(set) var rejects: [Reject] = []
  /// Columns that the table does not know; their values are not used.
  public internal(set) var unknownColumns: [String] = []
  public internal(set) var outcome = Outcome.read
  /// What the file says, where it is an invoice; its claims are those of its attachments.
  public internal(set) var invoice: Invoice?
  /// How a file of a sender's own form was understood; `nil` for the canonical form.
  public internal(set) var form: FileForm?
  /// The columns of a file in the canonical form.
  var canonicalColumns: [ColumnMapping] = []
  /// The columns that were read, and how each was understood.
  public var columns: [ColumnMapping] { form?.columns ?? canonicalColumns }

  public enum Outcome: Sendable, Equatable {
    case read
    /// Found in a folder, and no table of ours.
    case leftAlone
    /// Nothing of the file is used.
    case refused(RefusalReason)
  }
}

/// Why a whole file was refused.
public enum RefusalReason: Error, Sendable, Equatable {
  case unreadable
  case empty
  case missingColumns(table: TableKind?, [MissingColumn])
  case repeatedColumn(String)
  case recordTooLong(line: Int32)
  case unterminatedQuote(line: Int32)
  case outOfMemory
  case notText(FileContent)
  /// Numbers like 1.234 that nothing in the file tells how to read.
  case unclearDecimalSign(column: String, line: Int32)
  /// Numbers of one column that can't all be read with the same decimal sign.
  case contraryDecimalSigns(column: String, line: Int32)
  /// Dates like 5/6/2025 that nothing in the file tells how to read.
  case unclearDateOrder(column: String, line: Int32)
  case contraryDateOrders(column: String, line: Int32)
  case markup(MarkupFault)
  case invoice(InvoiceProblem)
  /// Of what can't be read twice, at most `IngestLimits.keptStreamBytes` are kept.
  case streamTooLong
  /// An archive, or an entry of one.
  case archive(ArchiveProblem, entry: String? = nil)
  case workbook(WorkbookProblem)
}
