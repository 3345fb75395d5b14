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

  /// Keeps a copy of each file that can be opened. Standard input is left out:
  /// `keepStandardInput` has to come before it is read.
  ///
  /// - Returns: The hash of each file that is kept, as hexadecimal, by its path.
  public func keep(_ sources: [InputSource]) throws(Fault) -> [String: String] {
    var hashes: [String: String] = [:]
    for case .file(let path, _) in sources {
      guard let file = FileHandle(forReadingAtPath: path) else { continue }
      defer { try? file.close() }
      hashes[path] = try keep(file, named: path)
    }
    return hashes
  }

  /// Takes standard input to its end, keeps it, and puts what is kept in its place: whoever reads
  /// standard input after this reads the same bytes.
  ///
  /// - Returns: The hash, as hexadecimal.
  public func keepStandardInput() throws(Fault) -> String {
    let name = InputSource.standardInput.name
    let hash = try keep(.standardInput, named: name)
    guard let kept = FileHandle(forReadingAtPath: place(of: hash)) else { throw Fault(path: name) }
    let isReplaced = withExtendedLifetime(kept) {
      dup2(kept.fileDescriptor, STDIN_FILENO) == STDIN_FILENO
    }
    if !isReplaced { throw Fault(path: name) }
    return hash
  }

  private func place(of hash: String) -> String { "\(folder)/\(hash.prefix(2))/\(hash)" }

  private func keep(_ source: FileHandle, named path: String) throws(Fault) -> String {
    let draft = "\(folder)/.halvskriven-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: draft) }
    let hash = try copy(source, named: path, to: draft)
    let place = place(of: hash)
    if FileManager.default.fileExists(atPath: place) { return hash }
    try makeFolder("\(folder)/\(hash.prefix(2))")
    // Within one file system, moving is one step: the name is there with all bytes or not at all.
    guard rename(draft, place) == 0 else { throw Fault(path: place) }
    return hash
  }

  /// Copies what a handle gives and takes its hash on the way.
  private func copy(
    _ source: FileHandle, named path: String, to draft: String
  ) throws(Fault) -> String {
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
