import Foundation

/// One thing to read.
public enum InputSource: Sendable, Equatable {
  /// A path, and whether a person named the file itself (else it was found in a folder).
  case file(path: String, isNamed: Bool)
  case standardInput

  /// The size of the file; 0 of standard input.
  var bytes: Int {
    guard case .file(let path, _) = self else { return 0 }
    return (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  }

  /// The name without folders; `nil` for standard input.
  var fileName: String? {
    guard case .file(let path, _) = self else { return nil }
    return path.split(separator: "/").last.map(String.init)
  }

  /// The name that reports show.
  public var name: String {
    switch self {
    case .file(let path, _): path
    case .standardInput: InputSource.standardInputName
    }
  }

  private static let standardInputName = "-"

  /// The source in which a document lies that reports name: `paket.zip/maj.csv` lies in
  /// `paket.zip`, and `-, blad Maj` in standard input.
  public init(holding document: String) {
    var rest = document[...]
    while rest != InputSource.standardInputName, PathKind(String(rest)) != .file {
      let marks = Document.marks.map { rest.ranges(of: $0).last?.lowerBound }
      guard let cut = (marks + [rest.lastIndex(of: "/")]).compactMap(\.self).max() else {
        rest = document[...]
        break
      }
      rest = rest[..<cut]
    }
    let isStandardInput = rest == InputSource.standardInputName
    self = isStandardInput ? .standardInput : .file(path: String(rest), isNamed: true)
  }
}

/// The files that some paths stand for.
public struct InputList: Sendable, Equatable {
  /// Sorted by name, so that the order of arguments does not matter; each file once.
  public private(set) var sources: [InputSource] = []
  /// What lies in folders and is no file of its own: links that lead out of them, pipes, sockets.
  public private(set) var otherFiles: [String] = []
  /// What lies in folders under names that programs give to files which they have not finished.
  public private(set) var unfinishedFiles: [String] = []
  /// Paths that do not exist.
  public private(set) var missing: [String] = []

  /// - Parameter paths: Files, folders (searched with their sub folders; hidden files are left
  ///   out), and `-` for standard input.
  public init(paths: [String]) {
    var files: [String: Bool] = [:]
    for path in paths.map(InputList.withoutDot) {
      if path == "-" {
        if !sources.contains(.standardInput) { sources.append(.standardInput) }
        continue
      }
      switch PathKind(path) {
      case .missing: missing.append(path)
      case .file: files[path] = true
      case .folder: add(folder: path, to: &files)
      }
    }
    let sorted = files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    sources = sorted.map { .file(path: $0.key, isNamed: $0.value) } + sources
    otherFiles.sort()
    unfinishedFiles.sort()
  }

  /// The files in which documents lie that reports name: `paket.zip/maj.csv` lies in `paket.zip`.
  public init(filesOf names: [String]) {
    self.init(paths: Set(names.map { InputSource(holding: $0).name }).sorted())
  }

  /// `./in` and `in` are one.
  private static func withoutDot(_ path: String) -> String {
    path.hasPrefix("./") && path.count > 2 ? String(path.dropFirst(2)) : path
  }

  /// Adds what lies in a folder and its sub folders. Links in it are not followed, so that there is
  /// an end; the folder that a person named may be one. A folder that can't be listed stands among
  /// the files, and is refused like one that can't be read.
  private mutating func add(folder: String, to files: inout [String: Bool]) {
    let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      files[folder] = true
      return
    }
    for name in names where !name.hasPrefix(".") {
      let path = base + "/" + name
      if isUnfinished(name) {
        unfinishedFiles.append(path)
      } else if isOwnFile(path) {
        files[path] = files[path] ?? false
      } else if isFolder(path) {
        add(folder: path, to: &files)
      } else {
        otherFiles.append(path)
      }
    }
  }
}

/// Whether programs that write, load or lock a file give it such a name: browsers (`.crdownload`,
/// `.part`), file transfer (`.filepart`, `.partial`), Excel and Word (`~$maj.xlsx`), LibreOffice
/// (`.~lock.maj.ods#`, which is hidden anyway).
private func isUnfinished(_ name: String) -> Bool {
  let marks = [".part", ".partial", ".filepart", ".crdownload", ".download", ".tmp", ".temp"]
  return name.hasPrefix("~$") || marks.contains { name.lowercased().hasSuffix($0) }
}

/// A regular file, and no link to one.
private func isOwnFile(_ path: String) -> Bool { fileType(path) == .typeRegular }

private func isFolder(_ path: String) -> Bool { fileType(path) == .typeDirectory }

/// Of the entry itself: a link is a link.
private func fileType(_ path: String) -> FileAttributeType? {
  try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
}

private enum PathKind {
  case file, folder, missing

  init(_ path: String) {
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    self = !exists ? .missing : isFolder.boolValue ? .folder : .file
  }
}
