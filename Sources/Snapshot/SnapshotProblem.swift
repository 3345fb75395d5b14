/// Why a kept copy of a file's columns is not used.
enum SnapshotProblem: Error, Equatable {
  /// There is none.
  case missing
  /// It was written by another build of the program, or with other saved forms of senders.
  case otherReader
  case otherLayout
  /// Cut off, or its checksums are wrong.
  case damaged
  case unwritable
}
