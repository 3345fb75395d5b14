import SickPay
import Yams

/// A mapping of a YAML file with the places of its keys.
struct YAMLSection {
  private let pairs: [(key: String, line: Int, node: Node)]
  let line: Int

  init(yaml text: String) throws(ConfigurationError) {
    let root: Node?
    do { root = try compose(yaml: text) } catch {
      let line = (error as? YamlError).flatMap(YAMLSection.line) ?? 1
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

  var keys: [String] { pairs.map(\.key) }

  func has(_ key: String) -> Bool { pairs.contains { $0.key == key } }

  func error(_ problem: ConfigurationError.Problem, at key: String) -> ConfigurationError {
    ConfigurationError(line: pairs.first { $0.key == key }?.line ?? line, problem: problem)
  }

  /// These keys, each once, and perhaps the optional ones.
  func requireKeys(_ known: [String], optional: [String] = []) throws(ConfigurationError) {
    for (place, pair) in pairs.enumerated() {
      if !(known + optional).contains(pair.key) {
        throw ConfigurationError(
          line: pair.line, problem: .unknown(key: pair.key, known: known + optional))
      }
      if pairs[..<place].contains(where: { $0.key == pair.key }) {
        throw ConfigurationError(line: pair.line, problem: .repeated(key: pair.key))
      }
    }
    for key in known where !has(key) {
      throw ConfigurationError(line: line, problem: .missing(key: key))
    }
  }

  func number(_ key: String, in range: ClosedRange<Double>) throws(ConfigurationError) -> Double {
    guard let value = try node(key).float else { throw error(.notANumber(key: key), at: key) }
    guard range.contains(value) else {
      throw error(
        .outOfRange(key: key, low: range.lowerBound, high: range.upperBound), at: key)
    }
    return value
  }

  func text(_ key: String) throws(ConfigurationError) -> String {
    guard let text = try node(key).string, !text.isEmpty else {
      throw error(.missing(key: key), at: key)
    }
    return text
  }

  func texts(_ key: String) throws(ConfigurationError) -> [String] {
    guard let sequence = try node(key).sequence else { throw error(.notAList(key: key), at: key) }
    return sequence.compactMap(\.string)
  }

  /// A word of a list of allowed ones.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) throws(ConfigurationError) -> Choice where Choice.RawValue == String {
    let word = try text(key)
    guard let choice = Choice(rawValue: word) else {
      throw error(.notOneOf(key: key, known: Choice.allCases.map(\.rawValue)), at: key)
    }
    return choice
  }

  func day(_ key: String) throws(ConfigurationError) -> Day {
    guard let day = Day(iso: try text(key)) else { throw error(.notADay(key: key), at: key) }
    return day
  }

  func section(_ key: String) throws(ConfigurationError) -> YAMLSection {
    try YAMLSection(try node(key))
  }

  /// The mappings of a list.
  func list(_ key: String) throws(ConfigurationError) -> [YAMLSection] {
    guard let sequence = try node(key).sequence else { throw error(.notAList(key: key), at: key) }
    var sections: [YAMLSection] = []
    for node in sequence { sections.append(try YAMLSection(node)) }
    return sections
  }

  private func node(_ key: String) throws(ConfigurationError) -> Node {
    guard let node = pairs.first(where: { $0.key == key })?.node else {
      throw error(.missing(key: key), at: key)
    }
    return node
  }
}
