/// What a rule is about, for those who meet its findings: every text in Swedish.
public struct RuleCard: Sendable {
  /// What kind of ground a rule stands on.
  public enum Ground: String, Sendable, CaseIterable {
    case law = "lag"
    case ruling = "dom"
    case agreement = "avtal"
    case practice = "praxis"
  }

  /// The rule's name: `Sjuk här, vikarie där`.
  public let title: String
  /// What it looks for, in one sentence.
  public let sentence: String
  public let ground: Ground
  /// Paragraph, ruling, agreement or practice.
  public let basis: String
  /// Tables and columns without which it does not run; empty where every claim row will do.
  public let needs: [String]
  /// What its findings may be called.
  public let verdicts: [Verdict]
  /// How kronor at stake are computed.
  public let stake: String
  /// A worked example, with figures.
  public let example: String

  public init(
    title: String, sentence: String, ground: Ground, basis: String, needs: [String] = [],
    verdicts: [Verdict], stake: String, example: String
  ) {
    self.title = title
    self.sentence = sentence
    self.ground = ground
    self.basis = basis
    self.needs = needs
    self.verdicts = verdicts
    self.stake = stake
    self.example = example
  }
}
