/// Why an archive, or an entry of one, is not read.
public enum ArchiveProblem: Sendable, Equatable {
  /// There is no directory at the end.
  case truncated
  /// The directory and what it points to do not agree.
  case damaged
  /// Locked by a password.
  case encrypted
  /// Packed otherwise than by deflate.
  case unknownMethod
  /// The bytes are not those that were packed.
  case wrongChecksum
  /// More or fewer bytes come out than the directory says.
  case wrongSize
  case repeatedName
  /// Two entries share bytes.
  case overlapping
  /// Beyond `IngestLimits.archiveEntries`.
  case tooManyEntries
  /// Beyond `IngestLimits.archiveBytes`, or `nestedArchiveBytes` for an archive inside of one.
  case tooLarge
  /// Beyond `IngestLimits.archiveRatio`.
  case tooDense
  /// Beyond `IngestLimits.archiveDepth`.
  case tooDeep
  /// No entry is a file.
  case nothingInside
}
