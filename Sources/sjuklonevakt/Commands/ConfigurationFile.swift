import Configuration
import Foundation

/// The configuration of a file, or the one that is built in.
func readConfiguration(_ path: String?) throws -> Configuration {
  guard let path else {
    do { return try Configuration.standard() } catch {
      throw ConfigurationFileError(path: "inbyggd konfiguration", error: error)
    }
  }
  guard let data = FileManager.default.contents(atPath: path) else {
    throw CommandFault(message: "konfigurationen \(path) går inte att läsa")
  }
  do { return try Configuration(yaml: String(decoding: data, as: UTF8.self)) } catch {
    throw ConfigurationFileError(path: path, error: error)
  }
}
