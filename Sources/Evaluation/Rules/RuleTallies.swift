/// How many are proven (`regelbrott`) and how many may be wrong (`granska`).
public struct VerdictCounts: Sendable, Equatable, Encodable {
  public var regelbrott = 0
  public var granska = 0

  public var total: Int { regelbrott + granska }

  mutating func add(proven: Bool) {
    if proven { regelbrott += 1 } else { granska += 1 }
  }
}

/// What one rule found. A row that several findings of the rule concern counts once, as regelbrott
/// where any of them is.
public struct RuleTally: Sendable, Equatable, Encodable {
  public let rule: String
  public internal(set) var findings = VerdictCounts()
  /// Rows at fault.
  public internal(set) var rows = VerdictCounts()
  /// Of the rows: with a planted mistake, and false.
  public internal(set) var planted = 0
  public internal(set) var cheated = 0
  /// Of the rows: with nothing wrong, whoever claims them.
  public internal(set) var falseAlarms = VerdictCounts()
}

/// How many of the rows with one kind of mistake the rules found.
public struct ErrorTally: Sendable, Equatable, Encodable {
  public let kind: String
  public internal(set) var rows = 0
  /// By any rule, and by a rule that should.
  public internal(set) var found = VerdictCounts()
  public internal(set) var foundAsExpected = 0
  public let expectedRules: [String]
  /// Whether the kind counts in the total.
  public let isSeeable: Bool
  /// Why no rule can see it, in Swedish.
  public let reason: String?

  init(kind: String) {
    self.kind = kind
    let sight = ErrorSight(kind)
    (expectedRules, isSeeable) = (sight.rules, sight.counts)
    if case .unseeable(let why) = sight { reason = why } else { reason = nil }
  }
}

/// How many of one scheme's false rows the rules found.
public struct SchemeTally: Sendable, Equatable, Encodable {
  public let scheme: String
  public internal(set) var rows = 0
  public internal(set) var found = VerdictCounts()
}

/// Rows with nothing wrong, and how many of them a rule called wrong.
public struct CleanTally: Sendable, Equatable, Encodable {
  public internal(set) var rows = 0
  public internal(set) var falseAlarms = VerdictCounts()

  public var rate: ProportionInterval { ProportionInterval(falseAlarms.total, of: rows) }
  public var provenRate: ProportionInterval {
    ProportionInterval(falseAlarms.regelbrott, of: rows)
  }
}
