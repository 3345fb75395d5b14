import Foundation

/// What the file system says of a file, by which a change is noticed without reading it.
///
/// A change within the same tick of the clock that the file system keeps leaves the time as it was.
/// So a file is trusted by its times only if it had lain still for two seconds when it was read:
/// the "racy git" problem (git, Documentation/technical/racy-git.txt).
struct SourceState: Codable, Equatable {
  let device: UInt64
  let inode: UInt64
  let bytes: Int64
  let modified: Int64
  /// Nanoseconds of the second.
  let modifiedNanoseconds: Int64
  /// That the status was changed: a file that was put in another's place has another one.
  let changed: Int64
  let changedNanoseconds: Int64

  private static let stillSeconds: Int64 = 2

  /// `nil` for what is no plain file.
  init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    (device, inode) = (UInt64(status.st_dev), UInt64(status.st_ino))
    bytes = Int64(status.st_size)
    (modified, modifiedNanoseconds) = (
      Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec)
    )
    (changed, changedNanoseconds) = (Int64(status.st_ctim.tv_sec), Int64(status.st_ctim.tv_nsec))
  }

  /// Whether a later change would show.
  ///
  /// - Parameter now: Seconds since 1970.
  func isStill(_ now: Int64) -> Bool { max(modified, changed) + SourceState.stillSeconds < now }
}

/// A source as it was when it was kept.
struct KeptSource: Codable {
  /// As it was called.
  let path: String
  let isNamed: Bool
  let state: SourceState
  /// Whether it had lain still for so long that a later change shows in its state.
  let wasStill: Bool
  /// Hexadecimal, of its bytes.
  let sha256: String
}
