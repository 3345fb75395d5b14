import Foundation
public import Ingest
import Synchronization

/// A folder that keeps the columns of files that were read, one file for each, so that the next
/// scan need not read those that have not changed.
///
/// The columns hold persons' numbers. The folder and its files are their owner's alone, and what a
/// scan did not use is removed after it: the folder never knows more than the last scan's files,
/// and the rows of the last question.
public final class SnapshotFolder: EarlierReadings {
  /// That the folder can't be used.
  public enum Fault: Error, Equatable {
    case unusable(path: String)
    /// Others than its owner may look into it.
    case openToOthers(path: String)
  }

  /// How the sources of one scan were had.
  public struct Summary: Sendable, Equatable {
    /// Not read again.
    public internal(set) var recalled = 0
    public internal(set) var read = 0
    /// Names of sources whose kept columns were damaged or of another layout.
    public internal(set) var unusable: [String] = []
    /// Names of sources that could not be kept.
    public internal(set) var notKept: [String] = []
    /// Whether the rows kept for questions were damaged, or could not be kept.
    public internal(set) var rowsAreUnusable = false
    public internal(set) var rowsAreNotKept = false
  }

  struct State {
    var summary = Summary()
    /// Sources that are being read, by name as they were before.
    var found: [String: FoundSource] = [:]
    /// Names of the files of this scan's sources.
    var used: Set<String> = []
  }

  let folder: String
  let reader: String
  let checksContent: Bool
  let now: @Sendable () -> Int64
  private let state = Mutex(State())

  static let suffix = ".kolumner"

  /// - Parameters:
  ///   - folder: Made where it does not exist.
  ///   - reader: What the reading depends on besides the files: the program's build and the saved
  ///     forms of senders. Columns that another reader has left are not used.
  ///   - checksContent: Whether a file counts as unchanged by its SHA-256 only.
  ///   - now: Seconds since 1970.
  public init(
    folder: String, reader: String, checksContent: Bool,
    now: @escaping @Sendable () -> Int64
  ) throws(Fault) {
    self.folder = folder
    self.reader = reader
    self.checksContent = checksContent
    self.now = now
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch { throw .unusable(path: folder) }
    let status = try? FileManager.default.attributesOfItem(atPath: folder)
    guard let mode = status?[.posixPermissions] as? Int else { throw .unusable(path: folder) }
    guard mode & 0o077 == 0 else { throw .openToOthers(path: folder) }
  }

  public var summary: Summary {
    var summary = state.withLock { $0.summary }
    // Sources are read side by side.
    summary.unusable.sort()
    summary.notKept.sort()
    return summary
  }

  public func recall(_ source: InputSource) -> [ReadDocument]? {
    guard let found = FoundSource(source, now: now()) else { return nil }
    let name = name(of: found)
    let documents = recall(found, from: name)
    note { state in
      if documents == nil {
        state.found[source.name] = found
      } else {
        state.summary.recalled += 1
        state.used.insert(name)
      }
    }
    return documents
  }

  public func keep(_ documents: [ReadDocument], of source: InputSource) {
    note { $0.summary.read += 1 }
    guard let found = state.withLock({ $0.found[source.name] }) else { return }
    // One plain file: its hash was taken as it was read.
    let hash = documents.count == 1 ? documents[0].hash(ofPlainFile: found.path) : nil
    keep(documents, of: found, sha256: hash ?? source.sha256, as: name(of: found))
  }

  /// Removes what no source of this scan is kept in, and drafts that a crash has left.
  public func removeUnused() {
    let used = state.withLock { $0.used }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where !used.contains(name) {
      guard name.hasSuffix(SnapshotFolder.suffix) || name.hasSuffix(DraftFile.suffix) else {
        continue
      }
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }

  /// `nil` where nothing is kept that still holds.
  private func recall(_ found: FoundSource, from name: String) -> [ReadDocument]? {
    do throws(SnapshotProblem) {
      let (list, file) = try SnapshotFile.open("\(folder)/\(name)", reader: reader)
      let kept = list.source
      guard kept.path == found.path, kept.isNamed == found.isNamed else { return nil }
      let isSameState = kept.state == found.state
      if isSameState, kept.wasStill, !checksContent { return try list.documents(file) }
      guard kept.state.bytes == found.state.bytes, found.source.sha256 == kept.sha256 else {
        return nil
      }
      let documents = try list.documents(file)
      // From now on its state will do.
      if found.isStill, !isSameState || !kept.wasStill {
        keep(documents, of: found, sha256: kept.sha256, as: name)
      }
      return documents
    } catch {
      if error == .damaged || error == .otherLayout {
        note { $0.summary.unusable.append(found.path) }
      }
      return nil
    }
  }

  private func keep(
    _ documents: [ReadDocument], of found: FoundSource, sha256: String?, as name: String
  ) {
    do throws(SnapshotProblem) {
      guard let sha256, SourceState(found.path) == found.state else { throw .unwritable }
      let source = KeptSource(
        path: found.path, isNamed: found.isNamed, state: found.state, wasStill: found.isStill,
        sha256: sha256)
      let isKept = try SnapshotFile.write(
        documents, of: source, reader: reader, to: "\(folder)/\(name)")
      if isKept { note { $0.used.insert(name) } }
    } catch { note { $0.summary.notKept.append(found.path) } }
  }

  func note(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }

  /// Reports call a file as it was called, and a file that a person named is read with more
  /// patience than one found in a folder: each has a copy of its own.
  private func name(of found: FoundSource) -> String {
    let folder = found.path.hasPrefix("/") ? "" : FileManager.default.currentDirectoryPath
    let text = "\(found.isNamed)\n\(found.path)\n\(folder)"
    let digits = String(Section.bytes(Array(text.utf8)).withBytes { checksum($0) }, radix: 16)
    return digits + SnapshotFolder.suffix
  }
}

/// A file that may have been kept.
struct FoundSource {
  let source: InputSource
  let path: String
  let isNamed: Bool
  let state: SourceState
  let isStill: Bool

  /// `nil` for standard input and what is no plain file.
  init?(_ source: InputSource, now: Int64) {
    guard case .file(let path, let isNamed) = source, let state = SourceState(path) else {
      return nil
    }
    (self.source, self.path, self.isNamed, self.state) = (source, path, isNamed, state)
    isStill = state.isStill(now)
  }
}

extension ReadDocument {
  /// `nil` where the document is not the file itself, read to its end.
  fileprivate func hash(ofPlainFile path: String) -> String? {
    let isWhole = report.name == path && report.outcome == .read && report.sheet == nil
    return isWhole ? report.sha256 : nil
  }
}
