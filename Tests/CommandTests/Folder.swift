import Foundation

/// A folder of its own to run the command in, which goes with the value.
final class Folder: Sendable {
  /// Where the command runs.
  let url: URL
  private let parent: URL

  /// Where the command keeps the key of tokens and ids if it is not told otherwise.
  static let keyFile = "sjuklonevakt.nyckel"

  init() throws {
    parent = FileManager.default.temporaryDirectory
      .appending(path: "sjuklonevakt-\(UUID().uuidString)")
    url = parent.appending(path: "work")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: parent) }

  /// A folder with the shared world's tables in `in/` and with its key.
  static func withWorld() throws -> Folder {
    let folder = try withKey()
    let world = try World.shared.get()
    try folder.write(world.claims.text, to: "in/sjukloner.csv")
    try folder.write(world.shifts.text, to: "in/pass.csv")
    return folder
  }

  /// A folder with the key by which the shared world's list was made: tokens of persons and ids of
  /// findings hang on it.
  static func withKey() throws -> Folder {
    let folder = try Folder()
    try folder.write(World.shared.get().key, to: keyFile)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder.url.appending(path: keyFile).path)
    return folder
  }

  func write(_ text: String, to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: url.appending(path: name)) }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appending(path: name).path)
  }

  /// The files in the folder and those below it.
  func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: url.path).filter { name in
      let values = try url.appending(path: name).resourceValues(forKeys: [.isDirectoryKey])
      return values.isDirectory == false
    }.sorted()
  }

  /// Runs the command here to its end.
  ///
  /// - Parameter input: What it reads from standard input, through a pipe.
  func run(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try start(arguments, input: input, environment: environment).wait()
  }

  /// - Parameters:
  ///   - source: Path of a file that is standard input.
  ///   - device: Takes standard output, which then is lost.
  func start(
    _ arguments: [String], input: String? = nil, from source: String? = nil,
    to device: String? = nil, environment: [String: String] = [:]
  ) throws -> Running {
    try Running(
      arguments, in: url, outputs: parent.appending(path: UUID().uuidString), input: input,
      source: source, device: device, environment: environment)
  }
}
