import ArgumentParser
import Configuration
import Foundation

/// The files by which a scan judges, for all commands that use them.
struct ConfigurationOptions: ParsableArguments {
  @Option(name: .customLong("config"), help: "Egen fil med vikter och gränser (YAML).")
  var settings: String?

  @OptionGroup var rulebook: RulebookOptions

  /// The configuration of the files given; what is not given is built in.
  func read() throws -> Configuration { try rulebook.read(settings: settings) }
}

/// The files of the law and of what kommuner reimburse.
struct RulebookOptions: ParsableArguments {
  @Option(name: .customLong("lag"), help: "Egen fil med lagens och avtalens värden (YAML).")
  var law: String?

  @Option(name: .customLong("kommuner"), help: "Egen fil med vad kommunerna ersätter (YAML).")
  var policies: String?

  /// The configuration with these files and one of settings; what is not given is built in.
  func read(settings: String?) throws -> Configuration {
    let paths: [(Configuration.File, String?)] = [
      (.settings, settings), (.law, law), (.policies, policies),
    ]
    var texts: [Configuration.File: String] = [:]
    for case (let file, let path?) in paths {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw CommandFault(message: "konfigurationen \(path) går inte att läsa")
      }
      texts[file] = String(decoding: data, as: UTF8.self)
    }
    do { return try Configuration(texts) } catch {
      let path = paths.first { $0.0 == error.file }?.1
      throw ConfigurationFileError(path: path ?? "inbyggd konfiguration", error: error.error)
    }
  }
}
