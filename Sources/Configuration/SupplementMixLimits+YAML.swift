import SickPay

extension SupplementMixLimits {
  /// The section of the settings that it stands in.
  static let key = "ob_andel"

  /// Reads the section from the settings.
  init(yaml text: String) throws(ConfigurationError) {
    let section = try YAMLSection(yaml: text).section(Self.key)
    let keys = ["sjuka_timmar", "frånvaror", "andra_timmar", "högsta_sannolikhet"]
    try section.requireKeys(keys)
    self.init(
      sickHours: Int(try section.number(keys[0], in: 1...10_000)),
      absences: Int(try section.number(keys[1], in: 1...1000)),
      otherHours: Int(try section.number(keys[2], in: 1...100_000)),
      highestProbability: try section.number(keys[3], in: 0...1))
  }
}
