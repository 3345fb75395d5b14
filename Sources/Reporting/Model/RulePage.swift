/// A rule as it is shown to those who meet its findings; every text in Swedish.
public struct RulePage: Sendable, Equatable {
  public var id: String
  public var title: String
  public var sentence: String
  /// What kind of ground it stands on: lag, dom, avtal or praxis.
  public var ground: String
  public var basis: String
  public var needs: [String]
  public var verdicts: [String]
  public var stake: String
  public var example: String
  public var weight: Double
  /// på, tyst or av.
  public var mode: String

  public init(
    id: String, title: String, sentence: String, ground: String, basis: String, needs: [String],
    verdicts: [String], stake: String, example: String, weight: Double, mode: String
  ) {
    self.id = id
    self.title = title
    self.sentence = sentence
    self.ground = ground
    self.basis = basis
    self.needs = needs
    self.verdicts = verdicts
    self.stake = stake
    self.example = example
    self.weight = weight
    self.mode = mode
  }
}
