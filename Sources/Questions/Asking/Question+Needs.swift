import Detection
public import Ledger

/// What of a ledger a question looks at.
extension Question {
  /// Whether it needs more than claim rows: the rules' findings, or a statistic of the companies.
  public var needsLedger: Bool { countsFindings || measures.contains { $0.indicator != nil } }

  /// The columns of claim rows that its answer may look at.
  public var columns: Set<ClaimSchema.Column> {
    var columns = Question.always
    for source in sources { columns.formUnion(source.columns) }
    return columns.union(keys.compactMap(\.column))
  }

  /// Whether it asks for the time of shifts.
  public var looksAtShifts: Bool {
    sources.contains { $0 == .shiftTime || $0 == .vacantTime }
  }

  /// Every column that any question looks at.
  public static let everyColumn: Set<ClaimSchema.Column> = QuestionColumn.all.reduce(
    into: always.union(GroupKey.allCases.compactMap(\.column))
  ) { $0.formUnion($1.source.columns) }

  /// What decides which rows count, which groups are merged, and how companies are called.
  private static let always: Set<ClaimSchema.Column> = [
    .kommun, .received, .company, .companyName, .assistent, .brukare, .protection,
  ]

  private var sources: [QuestionColumn.Source] {
    (measures.flatMap(\.columnsAsked) + (filter?.columns ?? [])).map(\.source)
  }
}

extension QuestionColumn.Source {
  fileprivate var columns: Set<ClaimSchema.Column> {
    switch self {
    case .claim(let column): [column]
    case .sickDays: [.sickFrom, .sickTo]
    case .delay: [.sickTo, .received]
    case .netAmount, .shiftTime, .vacantTime, .stake: []
    }
  }
}

extension GroupKey {
  fileprivate var column: ClaimSchema.Column? {
    switch self {
    case .kommun: .kommun
    case .company: .company
    case .assistent: .assistent
    case .brukare: .brukare
    case .sickMonth, .sickQuarter, .sickYear: .sickFrom
    case .receivedMonth, .receivedQuarter, .receivedYear: .received
    case .agreement: .agreement
    case .indicator: nil
    }
  }
}

extension Measure {
  var indicator: IndicatorID? {
    if case .relative(let indicator) = self { indicator } else { nil }
  }

  fileprivate var columnsAsked: [QuestionColumn] {
    switch self {
    case .sum(let column), .mean(let column), .median(let column), .quantile(_, let column),
      .share(.ofSum(let column)):
      [column]
    case .share(.karens): [.karensTime, .sickTime]
    case .share(.vacant): [.vacantTime, .shiftTime]
    case .count, .share(.ofCount), .persons, .relative: []
    }
  }
}

extension FilterExpression {
  fileprivate var columns: [QuestionColumn] {
    switch self {
    case .values(let column, _, _): [column]
    case .columns(let left, _, let right): [left, right]
    case .both(let left, let right), .either(let left, let right): left.columns + right.columns
    case .not(let inner): inner.columns
    }
  }
}
