/// Whether a rule or indicator takes part.
public enum IndicatorMode: String, Sendable, CaseIterable {
  case on = "på"
  /// Its findings are counted and told as a sum, but neither shown one by one nor ranked.
  case silent = "tyst"
  case off = "av"
}

/// The weights and limits by which findings become a list. An office keeps its own in a file.
public struct DetectionSettings: Sendable, Equatable {
  /// The weight of each rule and indicator, 0 or more; 0 switches it off in the score.
  public var weights: [IndicatorID: Double]
  /// Those that are not `.on`.
  public var modes: [IndicatorID: IndicatorMode]
  /// The Bayes factor (how many times better a rate of its own explains a company than its peers'
  /// rate) from which evidence counts, 1 or more.
  public var bayesFactorFloor: Double
  /// The Bayes factor at which it counts in full, above `bayesFactorFloor`.
  public var bayesFactorFull: Double
  /// From the weight of the evidence to the probability that a company cheats, where
  /// `cheatingShare` of all do.
  public var calibration: Calibration
  /// The share of cheats, inside 0…1, that the office assumes among its companies.
  public var cheatingShare: Double
  /// How often reviews find something to correct, until outcomes tell it.
  public var hitRates: HitRates
  /// What a proven rule break counts at the least, 0…1, even where peers break the rule as often.
  public var leastProofStrength: Double
  /// Expected share of false discoveries among the statistics that survive, 0…1.
  public var falseDiscoveryRate: Double
  /// The score from which a company may be called a riskföretag, 0…1.
  public var riskScore: Double
  /// What speaks for a company.
  public var riskLowering: RiskLoweringSettings
  /// Months back from the scan's date that count in scores and kronor.
  public var windowMonths: Int
  /// The share of new ärenden that is drawn by chance for review, 0…1.
  public var randomShare: Double
  /// Decides which; an office that keeps its own can't be foreseen.
  public var randomSeed: UInt64

  public init(
    weights: [IndicatorID: Double], modes: [IndicatorID: IndicatorMode] = [:],
    bayesFactorFloor: Double, bayesFactorFull: Double, calibration: Calibration,
    cheatingShare: Double, hitRates: HitRates, leastProofStrength: Double,
    falseDiscoveryRate: Double, riskScore: Double, riskLowering: RiskLoweringSettings,
    windowMonths: Int, randomShare: Double, randomSeed: UInt64
  ) {
    self.weights = weights
    self.modes = modes
    self.bayesFactorFloor = bayesFactorFloor
    self.bayesFactorFull = bayesFactorFull
    self.calibration = calibration
    self.cheatingShare = cheatingShare
    self.hitRates = hitRates
    self.leastProofStrength = leastProofStrength
    self.falseDiscoveryRate = falseDiscoveryRate
    self.riskScore = riskScore
    self.riskLowering = riskLowering
    self.windowMonths = windowMonths
    self.randomShare = randomShare
    self.randomSeed = randomSeed
  }

  /// How a rule or indicator runs.
  public func mode(_ id: IndicatorID) -> IndicatorMode { modes[id] ?? .on }
}
