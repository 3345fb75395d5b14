public import Ledger

/// How a file of a sender's own form was understood, and what of it is no row.
public struct FileForm: Sendable, Equatable {
  /// The sender whose saved form the file has.
  public let sender: String?
  public let columns: [ColumnMapping]
  /// Canonical columns of numbers and the sign before their decimals, where the values tell.
  public internal(set) var decimalSigns: [String: DecimalSign] = [:]
  /// Canonical columns of dates and their order, where the values tell.
  public internal(set) var dateOrders: [String: DateOrder] = [:]
  /// The first `IngestLimits.keptRejects` records that are no rows, in order.
  public internal(set) var skipped: [SkippedRecord] = []
  public internal(set) var skippedCount = 0
  /// Cells of a sheet whose formulas were saved without what comes of them: they are read as empty.
  public internal(set) var unworkedFormulas = 0
}

/// A record below the header that is no row of the table.
public struct SkippedRecord: Sendable, Equatable {
  public enum Kind: String, Sendable, Equatable, CaseIterable {
    /// No field holds anything.
    case blank
    /// One field holds something, and it is no column that a row must have.
    case note
    /// A sum over rows.
    case sum
    /// The names again, as on each page of a print.
    case repeatedHeader
  }

  public let line: Line
  public let kind: Kind
}
