import Foundation

/// A file that takes its place when it is complete: what was there before stays until then, and a
/// draft that is not finished is taken away.
final class AmountsFile: Sendable {
  private let path: String
  private let handle: FileHandle

  private var draft: String { path + ".halvskriven" }

  init(path: String) throws {
    self.path = path
    let draft = path + ".halvskriven"
    guard FileManager.default.createFile(atPath: draft, contents: nil),
      let handle = FileHandle(forWritingAtPath: draft)
    else { throw CommandFault(message: "filen \(path) går inte att skriva") }
    self.handle = handle
  }

  deinit { unlink(draft) }

  /// Takes text at the file's end.
  var lines: @Sendable (String) throws -> Void {
    { [handle, path] text in
      do { try handle.write(contentsOf: Data(text.utf8)) } catch {
        throw CommandFault(message: "filen \(path) går inte att skriva")
      }
    }
  }

  /// Puts the file in its place.
  func finish() throws {
    try handle.close()
    guard rename(draft, path) == 0 else {
      throw CommandFault(message: "filen \(path) går inte att skriva")
    }
  }
}
