public import Detection
import Ledger

/// The rules' findings against the truth of labelled worlds, row by row.
///
/// Only rows that count in the scan's window are judged: no rule reports others.
public struct RuleEvaluation: Sendable, Encodable {
  public private(set) var worlds = 0
  /// In the catalogue's order.
  public private(set) var rules: [RuleTally]
  /// By name.
  public private(set) var errors: [ErrorTally] = []
  public private(set) var schemes: [SchemeTally] = []
  /// Rows with nothing wrong, of honest companies and of those that cheat.
  public private(set) var honest = CleanTally()
  public private(set) var cheating = CleanTally()

  public init() {
    rules = Catalogue.rules.map { RuleTally(rule: $0.id.description) }
  }

  /// Found and all rows of the kinds of mistakes that a rule can see.
  public var recall: ProportionInterval {
    let seeable = errors.filter(\.isSeeable)
    return ProportionInterval(
      seeable.reduce(0) { $0 + $1.found.total }, of: seeable.reduce(0) { $0 + $1.rows })
  }

  /// Counts one world in.
  ///
  /// - Parameter result: Of scanning the world with all rules on.
  public mutating func add(_ world: LabelledWorld, _ result: ScanResult) {
    worlds += 1
    let findings = result.companies.flatMap { $0.findings.map(\.finding) }.filter {
      $0.kind == .rule
    }
    var hits: [Int: [String: Bool]] = [:]
    for finding in findings {
      let (rule, proven) = (finding.indicator.description, finding.verdict == .regelbrott)
      if let place = rules.firstIndex(where: { $0.rule == rule }) {
        rules[place].findings.add(proven: proven)
      }
      for row in finding.claims.prefix(finding.atFault) {
        hits[row, default: [:]][rule, default: false] = hits[row]?[rule] ?? false || proven
      }
    }
    for place in rules.indices { countRows(hits, by: place, world.labels) }
    for row in 0..<world.ledger.claims.count where world.ledger.isInWindow(row) {
      count(row, hits[row] ?? [:], in: world)
    }
    errors.sort { $0.kind < $1.kind }
    schemes.sort { $0.scheme < $1.scheme }
  }

  private mutating func countRows(
    _ hits: [Int: [String: Bool]], by place: Int, _ labels: [Truth.Label?]
  ) {
    for (row, rulesOfRow) in hits {
      guard let proven = rulesOfRow[rules[place].rule] else { continue }
      rules[place].rows.add(proven: proven)
      switch labels[row] {
      case .error: rules[place].planted += 1
      case .scheme: rules[place].cheated += 1
      case nil: rules[place].falseAlarms.add(proven: proven)
      }
    }
  }

  private mutating func count(_ row: Int, _ hits: [String: Bool], in world: LabelledWorld) {
    let proven = hits.values.contains(true)
    switch world.labels[row] {
    case .error(let kind):
      let place = errors.place({ $0.kind == kind }, adding: ErrorTally(kind: kind))
      errors[place].rows += 1
      if hits.isEmpty { return }
      errors[place].found.add(proven: proven)
      if errors[place].expectedRules.contains(where: { hits[$0] != nil }) {
        errors[place].foundAsExpected += 1
      }
    case .scheme(let scheme):
      let place = schemes.place({ $0.scheme == scheme }, adding: SchemeTally(scheme: scheme))
      schemes[place].rows += 1
      if !hits.isEmpty { schemes[place].found.add(proven: proven) }
    case nil:
      let number = world.ledger.dictionaries.number(world.ledger.claims[.company, row])
      let clean: WritableKeyPath<RuleEvaluation, CleanTally> =
        world.truth.companies[number]?.cheats == true ? \.cheating : \.honest
      self[keyPath: clean].rows += 1
      if !hits.isEmpty { self[keyPath: clean].falseAlarms.add(proven: proven) }
    }
  }
}

extension Array {
  /// Where the first element that fits lies; `element` is added where none does.
  fileprivate mutating func place(
    _ fits: (Element) -> Bool, adding element: @autoclosure () -> Element
  ) -> Int {
    if let place = firstIndex(where: fits) { return place }
    append(element())
    return count - 1
  }
}
