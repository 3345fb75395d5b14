import Detection
import Yams

extension DetectionSettings {
  /// The keys of the file and the range of each value.
  private static let ranges: [(key: String, range: ClosedRange<Double>)] = [
    ("fönster_månader", 1...600), ("riskföretag_från_poäng", 0...1), ("andel_falska_larm", 0...1),
    ("bayesfaktor_från", 1...1e6), ("bayesfaktor_full", 1...1e9), ("regelbrott_minst", 0...1),
  ]
  private static let weightsKey = "vikter"
  private static let weightRange = 0.0...10.0

  init(yaml text: String) throws(ConfigurationError) {
    let root = try Section(yaml: text)
    try root.requireKeys(Self.ranges.map(\.key) + [Self.weightsKey])
    var values: [Double] = []
    for (key, range) in Self.ranges { values.append(try root.number(key, in: range)) }
    if values[4] <= values[3] {
      let key = Self.ranges[4].key
      throw root.error(.outOfRange(key: key, low: values[3], high: 1e9), at: key)
    }
    let known = Catalogue.rules.map(\.id) + Catalogue.indicators.map(\.id)
    let section = try root.section(Self.weightsKey)
    try section.requireKeys(known.map(\.description))
    var weights: [IndicatorID: Double] = [:]
    for id in known { weights[id] = try section.number(id.description, in: Self.weightRange) }
    self.init(
      weights: weights, bayesFactorFloor: values[3], bayesFactorFull: values[4],
      leastProofStrength: values[5],
      falseDiscoveryRate: values[2], riskScore: values[1], windowMonths: Int(values[0]))
  }
}

/// A mapping of the file with the places of its keys.
private struct Section {
  private let pairs: [(key: String, line: Int, node: Node)]
  private let line: Int

  init(yaml text: String) throws(ConfigurationError) {
    let root: Node?
    do { root = try compose(yaml: text) } catch {
      let line = (error as? YamlError).flatMap(Section.line) ?? 1
      throw ConfigurationError(line: line, problem: .notYAML("\(error)"))
    }
    guard let root else { throw ConfigurationError(line: 1, problem: .notAMapping) }
    try self.init(root)
  }

  private init(_ node: Node) throws(ConfigurationError) {
    line = node.mark?.line ?? 1
    guard let mapping = node.mapping else {
      throw ConfigurationError(line: line, problem: .notAMapping)
    }
    let line = line
    pairs = mapping.map { key, value in (key.string ?? "", key.mark?.line ?? line, value) }
  }

  private static func line(_ error: YamlError) -> Int? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: nil
    }
  }

  func error(_ problem: ConfigurationError.Problem, at key: String) -> ConfigurationError {
    ConfigurationError(line: pairs.first { $0.key == key }?.line ?? line, problem: problem)
  }

  /// Exactly these keys, each once.
  func requireKeys(_ known: [String]) throws(ConfigurationError) {
    for (place, pair) in pairs.enumerated() {
      if !known.contains(pair.key) {
        throw ConfigurationError(line: pair.line, problem: .unknown(key: pair.key, known: known))
      }
      if pairs[..<place].contains(where: { $0.key == pair.key }) {
        throw ConfigurationError(line: pair.line, problem: .repeated(key: pair.key))
      }
    }
    for key in known where !pairs.contains(where: { $0.key == key }) {
      throw ConfigurationError(line: line, problem: .missing(key: key))
    }
  }

  func number(_ key: String, in range: ClosedRange<Double>) throws(ConfigurationError) -> Double {
    guard let value = pairs.first(where: { $0.key == key })?.node.float else {
      throw error(.notANumber(key: key), at: key)
    }
    guard range.contains(value) else {
      throw error(
        .outOfRange(key: key, low: range.lowerBound, high: range.upperBound), at: key)
    }
    return value
  }

  func section(_ key: String) throws(ConfigurationError) -> Section {
    guard let node = pairs.first(where: { $0.key == key })?.node else {
      throw error(.missing(key: key), at: key)
    }
    return try Section(node)
  }
}
