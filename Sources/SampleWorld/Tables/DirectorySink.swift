#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file or folder that could not be written.
public struct WorldFileError: Error, Equatable {
  public var path: String
  /// The operating system's number of the error.
  public var code: Int32
}

/// Writes the tables as files. The whole boundary to the C library's files is here.
struct DirectorySink: WorldSink, ~Copyable {
  private let path: String
  private var files: [WorldTable: UnsafeMutablePointer<FILE>] = [:]

  init(path: String, tables: [WorldTable]) throws(WorldFileError) {
    self.path = path
    try DirectorySink.makeFolder(path + "/facit")
    for table in tables {
      let name = path + "/" + table.rawValue
      guard let file = fopen(name, "wb") else { throw WorldFileError(path: name, code: errno) }
      files[table] = file
    }
  }

  /// Makes a folder and those above it that are missing.
  private static func makeFolder(_ path: String) throws(WorldFileError) {
    let ends = path.indices.filter { path[$0] == "/" && $0 != path.startIndex } + [path.endIndex]
    for end in ends {
      let folder = String(path[..<end])
      if mkdir(folder, 0o777) != 0, errno != EEXIST {
        throw WorldFileError(path: folder, code: errno)
      }
    }
  }

  func write(_ bytes: ArraySlice<UInt8>, to table: WorldTable) throws {
    let written = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, files[table]) }
    if written != bytes.count { throw error(table) }
  }

  /// Closes the files; a full disk may show only here.
  mutating func close() throws(WorldFileError) {
    for table in WorldTable.allCases {
      guard let file = files.removeValue(forKey: table) else { continue }
      if fclose(file) != 0 { throw error(table) }
    }
  }

  private func error(_ table: WorldTable) -> WorldFileError {
    WorldFileError(path: path + "/" + table.rawValue, code: errno)
  }

  deinit {
    for file in files.values { fclose(file) }
  }
}
