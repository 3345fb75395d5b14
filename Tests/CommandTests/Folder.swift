import Foundation

/// A folder of its own to run the command in, which goes with the value.
final class Folder: Sendable {
  /// Where the command runs.
  let url: URL
  private let parent: URL

  init() throws {
    parent = FileManager.default.temporaryDirectory
      .appending(path: "sjuklonevakt-\(UUID().uuidString)")
    url = parent.appending(path: "work")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: parent) }

  /// The folder with the shared world's tables in `in/`.
  static func withWorld() throws -> Folder {
    let folder = try Folder()
    let world = try World.shared.get()
    try folder.write(world.claims.text, to: "in/sjukloner.csv")
    try folder.write(world.shifts.text, to: "in/pass.csv")
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
  func files() -> [String] {
    let names = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
    return names.filter { !url.appending(path: $0).hasDirectoryPath }.sorted()
  }

  /// Runs the command here to its end.
  ///
  /// - Parameter input: What it reads from standard input, through a pipe.
  func run(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try start(arguments, input: input, environment: environment).wait()
  }

  func start(
    _ arguments: [String], input: String? = nil, environment: [String: String] = [:]
  ) throws -> Running {
    try Running(
      arguments, in: url, outputs: parent.appending(path: UUID().uuidString), input: input,
      environment: environment)
  }
}
