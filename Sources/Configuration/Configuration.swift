public import Detection

/// The weights and limits of a scan, with the text they were read from.
public struct Configuration: Sendable, Equatable {
  public let settings: DetectionSettings
  /// The YAML as it stands: its hash is part of a scan's identity.
  public let text: String

  /// The defaults that are built into the program.
  public static func standard() throws(ConfigurationError) -> Configuration {
    try Configuration(yaml: String(decoding: PackageResources.standard_yml, as: UTF8.self))
  }

  /// Reads and checks a whole configuration; nothing is assumed for what is missing.
  public init(yaml text: String) throws(ConfigurationError) {
    self.text = text
    settings = try DetectionSettings(yaml: text)
  }
}

/// What is wrong with a configuration, and on which line (from 1).
public struct ConfigurationError: Error, Equatable, Sendable {
  public let line: Int
  public let problem: Problem

  public enum Problem: Equatable, Sendable {
    case notYAML(String)
    case notAMapping
    case missing(key: String)
    case unknown(key: String, known: [String])
    case repeated(key: String)
    case notANumber(key: String)
    case outOfRange(key: String, low: Double, high: Double)
  }
}
