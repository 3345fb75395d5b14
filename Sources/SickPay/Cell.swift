/// A value that fits one 32-bit cell of a column.
///
/// Every column of the ledger holds `Int32`, so that batches, sorting, merging and snapshots
/// are the same few loops for every column. The type says what the 32 bits mean.
public protocol Cell: Sendable, Equatable {
  init(cell: Int32)
  var cell: Int32 { get }
}

/// The cell of an optional field that was empty or whose column the file lacks.
@inlinable public var absentCell: Int32 { .min }
