import Foundation
import Testing

/// What a run of the command gave.
struct Outcome {
  /// The exit code; negative: the signal that ended it.
  let status: Int32
  let stdout: String
  let stderr: String
}

/// A run of the command that has been started.
struct Running {
  private let process = Process()
  private let outputs: [URL]

  /// - Parameters:
  ///   - outputs: Path of files that take what it writes: a pipe that nobody empties stops the
  ///     writer.
  ///   - source: Path of the file that standard input is, where it is no pipe.
  ///   - device: Where standard output goes instead.
  init(
    _ arguments: [String], in folder: URL, outputs path: URL, input: String?,
    source: String?, device: String?, environment: [String: String]
  ) throws {
    outputs = ["stdout", "stderr"].map { path.appendingPathExtension($0) }
    for output in outputs { try Data().write(to: output) }
    let command: URL = try #require(Running.command, "build the product sjuklonevakt first")
    process.executableURL = command
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .merging(["COLUMNS": "80"], uniquingKeysWith: { $1 })
      .merging(environment, uniquingKeysWith: { $1 })
    process.standardOutput = try FileHandle(
      forWritingTo: device.map { URL(filePath: $0) } ?? outputs[0])
    process.standardError = try FileHandle(forWritingTo: outputs[1])
    process.standardInput =
      try source.map { try FileHandle(forReadingFrom: URL(filePath: $0)) } ?? .nullDevice
    let pipe = input.map { _ in Pipe() }
    if let pipe { process.standardInput = pipe }
    try process.run()
    if let pipe, let input {
      // The command may end before it has read all.
      signal(SIGPIPE, SIG_IGN)
      try? pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try pipe.fileHandleForWriting.close()
    }
  }

  var isRunning: Bool { process.isRunning }

  /// Ends it as `kill -9` does.
  func kill() { _ = Foundation.kill(process.processIdentifier, SIGKILL) }

  /// Asks it to end, as `kill` does.
  func terminate() { _ = Foundation.kill(process.processIdentifier, SIGTERM) }

  /// What it has written to standard output so far.
  func written() throws -> String {
    String(decoding: try Data(contentsOf: outputs[0]), as: UTF8.self)
  }

  func wait() throws -> Outcome {
    process.waitUntilExit()
    let status = process.terminationStatus
    return Outcome(
      status: process.terminationReason == .exit ? status : -status,
      stdout: String(decoding: try Data(contentsOf: outputs[0]), as: UTF8.self),
      stderr: String(decoding: try Data(contentsOf: outputs[1]), as: UTF8.self))
  }

  /// The built command: it lies next to the tests, or else in the debug build.
  private static let command: URL? = {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let tests = [Bundle.main.executablePath, CommandLine.arguments.first].compactMap(\.self)
    let folders =
      tests.map { URL(filePath: $0).deletingLastPathComponent() }
      + [package.appending(path: ".build/debug")]
    return folders.map { $0.appending(path: "sjuklonevakt") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()
}
