import ArgumentParser
import Configuration
import Foundation

/// The saved forms of senders' files, for all commands that read files.
struct SenderOptions: ParsableArguments {
  @Option(
    name: [.customLong("avsändare"), .customLong("avsandare")],
    help: "Sparade former per avsändare (YAML); annars avsandare.yml, om den finns.")
  var path: String?

  private static let usualPath = "avsandare.yml"

  func read() throws -> SavedSenders {
    guard let data = FileManager.default.contents(atPath: path ?? SenderOptions.usualPath) else {
      if let path { throw CommandFault(message: "filen \(path) går inte att läsa") }
      return SavedSenders()
    }
    do { return try SavedSenders(yaml: String(decoding: data, as: UTF8.self)) } catch {
      throw ConfigurationFileError(path: path ?? SenderOptions.usualPath, error: error)
    }
  }
}
