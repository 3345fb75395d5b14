/// How well a value of the law tables is known.
public enum EvidenceTag: String, Sendable, CaseIterable {
  /// The text of a statute.
  case statute = "L"
  /// A published source that is named.
  case source = "S"
  /// General knowledge that nobody has verified.
  case memory = "M"
  /// A reading of the law that a jurist should confirm.
  case interpretation = "I"
  /// An estimate, such as a value between two known ones.
  case estimate = "E"

  /// Whether a rule break may rest on the value. Others give *granska* at the most.
  public var isCertain: Bool { self == .statute || self == .source }

  /// How the tag is explained to a reader.
  public var swedish: String {
    switch self {
    case .statute: "lagtext"
    case .source: "namngiven källa"
    case .memory: "allmän kunskap, inte verifierad"
    case .interpretation: "tolkning, inte prövad"
    case .estimate: "uppskattning"
    }
  }
}
