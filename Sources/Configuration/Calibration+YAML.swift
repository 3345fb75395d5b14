import Detection

extension Calibration {
  static let key = "kalibrering"
  private static let ranges: [(key: String, range: ClosedRange<Double>)] = [
    ("hälften_vid_vikt", 0.001...1000), ("branthet", 0.1...100), ("andel_fuskar", 0.001...0.999),
    ("varians_nivå", 0...100), ("varians_branthet", 0...100),
  ]
  private static let covarianceKey = "samvariation"

  /// - Returns: The curve, and the share of cheats among the companies that it was fitted to.
  static func read(
    _ section: YAMLSection
  ) throws(ConfigurationError) -> (curve: Calibration, fittedShare: Double) {
    try section.requireKeys(ranges.map(\.key) + [covarianceKey])
    var values: [Double] = []
    for (key, range) in ranges { values.append(try section.number(key, in: range)) }
    // No covariance is larger than its two variances allow.
    let most = (values[3] * values[4]).squareRoot()
    let covariance = try section.number(covarianceKey, in: -most...most)
    let curve = Calibration(
      midpoint: values[0], steepness: values[1],
      uncertainty: CurveUncertainty(
        level: values[3], slope: values[4], covariance: covariance))
    return (curve, values[2])
  }
}

extension HitRates {
  static let key = "att_rätta"
  private static let (cheatingKey, ordinaryKey) = ("fuskar", "andra")
  /// Never and always would leave reviews nothing to tell.
  private static let range = 0.001...0.999

  init(_ section: YAMLSection) throws(ConfigurationError) {
    try section.requireKeys([HitRates.cheatingKey, HitRates.ordinaryKey])
    self.init(
      cheating: try HitRates.rates(section.section(HitRates.cheatingKey)),
      ordinary: try HitRates.rates(section.section(HitRates.ordinaryKey)))
  }

  private static func rates(
    _ section: YAMLSection
  ) throws(ConfigurationError) -> ByVerdict<Double> {
    try section.requireKeys(Verdict.allCases.map(\.rawValue))
    return ByVerdict(
      regelbrott: try section.number(Verdict.regelbrott.rawValue, in: range),
      granska: try section.number(Verdict.granska.rawValue, in: range),
      monster: try section.number(Verdict.monster.rawValue, in: range))
  }
}
