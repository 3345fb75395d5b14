import Foundation
import Glibc

/// The key file: 64 hexadecimal digits and a line end, so that it survives editors and can be
/// printed and kept in a safe.
extension PseudonymKey {
  /// Bytes that are read of a key file at most; a key with space around it is far shorter.
  private static let longestFile = 4096

  /// Reads the key, or makes one with mode 0600 where there is no file.
  ///
  /// Processes that make the file at the same time get the same key, and none ever reads half of
  /// it: the key is written to a file of its own, synchronised, and linked to `path`, which only
  /// the first can do.
  ///
  /// - Throws: Any ``KeyFileError/Problem``. A file that group or others may use is refused, since
  ///   whoever reads the key can undo the tokens.
  public init(file path: String) throws(KeyFileError) {
    do throws(KeyFileError.Problem) {
      if let key = try PseudonymKey.read(path) {
        self = key
        return
      }
      try PseudonymKey.make(path)
      guard let key = try PseudonymKey.read(path) else {
        throw .cannotRead(errno: ENOENT)
      }
      self = key
    } catch {
      throw KeyFileError(path: path, problem: error)
    }
  }

  /// `nil` where there is no file.
  private static func read(_ path: String) throws(KeyFileError.Problem) -> PseudonymKey? {
    // Without O_NONBLOCK a pipe would hold the program before it is refused.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0, errno == ENOENT { return nil }
    guard descriptor >= 0 else { throw .cannotRead(errno: errno) }
    defer { close(descriptor) }

    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .cannotRead(errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    let mode = status.st_mode & 0o777
    guard mode & 0o077 == 0 else { throw .openToOthers(mode: mode) }

    var bytes = [UInt8](repeating: 0, count: longestFile)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw .cannotRead(errno: errno) }
    return try PseudonymKey(hexadecimal: String(decoding: bytes.prefix(count), as: UTF8.self))
  }

  /// Makes the file with a new key, unless another process has made it meanwhile.
  private static func make(_ path: String) throws(KeyFileError.Problem) {
    let draft = "\(path).\(UUID().uuidString)"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .cannotMake(errno: errno) }
    defer { unlink(draft) }
    let text = Array((PseudonymKey().hexadecimal + "\n").utf8)
    let isWritten = write(descriptor, text, text.count) == text.count && fsync(descriptor) == 0
    let problem = errno
    close(descriptor)
    guard isWritten else { throw .cannotMake(errno: problem) }
    guard link(draft, path) == 0 || errno == EEXIST else { throw .cannotMake(errno: errno) }
    try synchroniseFolder(of: path)
  }

  /// Without this, a power cut may take the name of a file that is on disk.
  private static func synchroniseFolder(of path: String) throws(KeyFileError.Problem) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotMake(errno: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .cannotMake(errno: errno) }
  }
}
