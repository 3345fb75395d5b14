public import Detection
public import SickPay

/// The weights and limits, the law and the kommuner's policies of a scan, with the texts they were
/// read from.
public struct Configuration: Sendable {
  /// The three files; each has a default that is built into the program.
  public enum File: CaseIterable, Sendable {
    case settings, law, policies

    /// The text of the default.
    public var standard: String {
      let bytes =
        switch self {
        case .settings: PackageResources.standard_yml
        case .law: PackageResources.lag_yml
        case .policies: PackageResources.kommuner_yml
        }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  public let settings: DetectionSettings
  public let rulebook: Rulebook
  /// The YAML as it stands: its hash is part of a scan's identity.
  public let text: String

  /// Reads and checks a whole configuration; nothing is assumed for what is missing in a file.
  ///
  /// - Parameter texts: The YAML of the files that an office keeps itself; the others are built in.
  /// - Throws: What is wrong, in which file and on which line.
  public init(_ texts: [File: String] = [:]) throws(ConfigurationFault) {
    func text(_ file: File) -> String { texts[file] ?? file.standard }
    func read<Value>(
      _ file: File, _ parse: (String) throws(ConfigurationError) -> Value
    ) throws(ConfigurationFault) -> Value {
      do { return try parse(text(file)) } catch {
        throw ConfigurationFault(file: file, error: error)
      }
    }
    settings = try read(.settings, DetectionSettings.init(yaml:))
    rulebook = Rulebook(
      law: try read(.law, LawTable.init(yaml:)),
      policies: try read(.policies, Policies.init(yaml:)),
      supplementMix: try read(.settings, SupplementMixLimits.init(yaml:)))
    self.text = File.allCases.map(text).joined(separator: "\n")
  }
}

/// A configuration error and the file that it stands in.
public struct ConfigurationFault: Error, Equatable, Sendable {
  public let file: Configuration.File
  public let error: ConfigurationError
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
    case notAList(key: String)
    case notADay(key: String)
    case notAKommun(key: String)
    case notOneOf(key: String, known: [String])
    /// A day that no entry covers.
    case gap(day: Day)
    /// A day that two entries cover.
    case overlap(day: Day)
    case outOfRange(key: String, low: Double, high: Double)
  }
}
