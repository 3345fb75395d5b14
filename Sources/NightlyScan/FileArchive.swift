import Crypto
import Foundation
public import Ingest

/// A folder where original files are kept as they came, each under the SHA-256 of its bytes:
/// `ab/ab12…`. The same bytes are there once, whatever they were called.
///
/// A file gets its name when all of it is on disk, so that nothing half written is ever found by a
/// hash. Only the owner may read it: originals hold persons' numbers.
public struct FileArchive: Sendable {
  /// That a file could not be read, or its copy not be written.
  public struct Fault: Error, Sendable, Equatable {
    public let path: String
  }

  private let folder: String

  private static var ownerOnly: [FileAttributeKey: Any] { [.posixPermissions: 0o600] }
  private static var ownersFolder: [FileAttributeKey: Any] { [.posixPermissions: 0o700] }

  /// - Parameter folder: Made where it does not exist.
  public init(folder: String) throws(Fault) {
    self.folder = folder
    try makeFolder(folder)
  }

  /// Keeps a copy of each file; standard input is gone when it has been read and is left out.
  ///
  /// - Returns: The hash of each file, as hexadecimal, by its path.
  public func keep(_ sources: [InputSource]) throws(Fault) -> [String: String] {
    var hashes: [String: String] = [:]
    for case .file(let path, _) in sources { hashes[path] = try keep(path) }
    return hashes
  }

  private func keep(_ path: String) throws(Fault) -> String {
    let draft = "\(folder)/.halvskriven-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: draft) }
    let hash = try copy(path, to: draft)
    let shelf = "\(folder)/\(hash.prefix(2))"
    let place = "\(shelf)/\(hash)"
    if FileManager.default.fileExists(atPath: place) { return hash }
    try makeFolder(shelf)
    // Within one file system, moving is one step: the name is there with all bytes or not at all.
    guard rename(draft, place) == 0 else { throw Fault(path: place) }
    return hash
  }

  /// Copies a file and takes its hash on the way.
  private func copy(_ path: String, to draft: String) throws(Fault) -> String {
    guard let source = FileHandle(forReadingAtPath: path) else { throw Fault(path: path) }
    defer { try? source.close() }
    let isMade = FileManager.default.createFile(
      atPath: draft, contents: nil, attributes: Self.ownerOnly)
    guard isMade, let target = FileHandle(forWritingAtPath: draft) else {
      throw Fault(path: draft)
    }
    defer { try? target.close() }
    var hash = SHA256()
    do {
      while let chunk = try source.read(upToCount: 1 << 20), !chunk.isEmpty {
        hash.update(data: chunk)
        try target.write(contentsOf: chunk)
      }
      try target.synchronize()
    } catch { throw Fault(path: path) }
    return hexadecimal(hash.finalize())
  }

  private func makeFolder(_ path: String) throws(Fault) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: Self.ownersFolder)
    } catch { throw Fault(path: path) }
  }
}

func hexadecimal(_ digest: SHA256.Digest) -> String {
  digest.map { byte in
    let digits = String(byte, radix: 16)
    return byte < 16 ? "0" + digits : digits
  }.joined()
}
