import Detection
import SickPay

extension DetectionSettings {
  /// The keys of the file and the range of each value.
  private static let ranges: [(key: String, range: ClosedRange<Double>)] = [
    ("fönster_månader", 1...600), ("riskföretag_från_poäng", 0...1), ("andel_falska_larm", 0...1),
    ("bayesfaktor_från", 1...1e6), ("bayesfaktor_full", 1...1e9), ("regelbrott_minst", 0...1),
    ("slumpurval_andel", 0...1), ("slumpurval_frö", 0...9_007_199_254_740_991),
    ("andel_fuskar_hos_er", 0.001...0.999),
  ]
  private static let riskLoweringKey = "riskminskande"
  private static let mostKey = "högst_tillsammans"
  private static let weightsKey = "vikter"
  private static let modesKey = "lägen"
  /// What speaks for a company never takes more than half of the weight.
  private static let riskLoweringRange = 0.0...0.5
  private static let weightRange = 0.0...10.0

  init(yaml text: String) throws(ConfigurationError) {
    let root = try YAMLSection(yaml: text)
    try root.requireKeys(
      Self.ranges.map(\.key) + [
        Calibration.key, HitRates.key, Self.riskLoweringKey, SupplementMixLimits.key,
        Self.weightsKey, Self.modesKey,
      ])
    var values: [Double] = []
    for (key, range) in Self.ranges { values.append(try root.number(key, in: range)) }
    if values[4] <= values[3] {
      let key = Self.ranges[4].key
      throw root.error(.outOfRange(key: key, low: values[3], high: 1e9), at: key)
    }
    let calibration = try Calibration.read(root.section(Calibration.key))
    let riskLowering = try Self.riskLowering(root.section(Self.riskLoweringKey))
    let known = Catalogue.weighted
    let section = try root.section(Self.weightsKey)
    try section.requireKeys(known.map(\.description))
    var weights: [IndicatorID: Double] = [:]
    for id in known { weights[id] = try section.number(id.description, in: Self.weightRange) }
    let modesSection = try root.section(Self.modesKey)
    try modesSection.requireKeys([], optional: known.map(\.description))
    var modes: [IndicatorID: IndicatorMode] = [:]
    for key in modesSection.keys {
      modes[IndicatorID(key)] = try modesSection.choice(key, of: IndicatorMode.self)
    }
    self.init(
      weights: weights, modes: modes, bayesFactorFloor: values[3], bayesFactorFull: values[4],
      calibration: calibration.curve.shifted(from: calibration.fittedShare, to: values[8]),
      cheatingShare: values[8], hitRates: try HitRates(root.section(HitRates.key)),
      leastProofStrength: values[5], falseDiscoveryRate: values[2], riskScore: values[1],
      riskLowering: riskLowering,
      windowMonths: Int(values[0]), randomShare: values[6], randomSeed: UInt64(values[7]))
  }

  private static func riskLowering(
    _ section: YAMLSection
  ) throws(ConfigurationError) -> RiskLoweringSettings {
    let known = Catalogue.riskLowering
    try section.requireKeys([mostKey] + known.map(\.description))
    var shares: [IndicatorID: Double] = [:]
    for id in known { shares[id] = try section.number(id.description, in: riskLoweringRange) }
    return RiskLoweringSettings(
      shares: shares, most: try section.number(mostKey, in: riskLoweringRange))
  }
}
