import Foundation

/// What lies in a folder at one moment.
public struct InboxLook: Sendable, Equatable {
  /// What a scan of the folder would read.
  public let inputs: InputList
  /// By path; a file that was gone before it could be looked at has none.
  let states: [String: FileState]

  /// `nil` where the folder can't be listed just now, as when a network share is away.
  public init?(folder: String) {
    inputs = InputList(paths: [folder])
    guard inputs.missing.isEmpty, FileManager.default.isReadableFile(atPath: folder) else {
      return nil
    }
    states = Dictionary(
      inputs.sources.compactMap { file in FileState(of: file.name).map { (file.name, $0) } },
      uniquingKeysWith: { $1 })
  }
}

/// What changes when somebody writes to a file, or puts another in its place.
struct FileState: Sendable, Equatable {
  private let file: UInt64
  private let bytes: Int64
  private let modified: [Int]
  private let changed: [Int]

  /// `nil` where there is no such file.
  init?(of path: String) {
    var found = stat()
    guard unsafe lstat(path, &found) == 0 else { return nil }
    file = UInt64(found.st_ino)
    bytes = Int64(found.st_size)
    modified = [found.st_mtim.tv_sec, found.st_mtim.tv_nsec]
    // A copy may be given the times of its original.
    changed = [found.st_ctim.tv_sec, found.st_ctim.tv_nsec]
  }
}

/// Whether a file can be opened for reading just now.
public func canOpen(_ path: String) -> Bool {
  guard let file = FileHandle(forReadingAtPath: path) else { return false }
  try? file.close()
  return true
}
