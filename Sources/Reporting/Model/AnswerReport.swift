public import SickPay

/// A question's answer as it may be shown: no ids, persons as tokens.
public struct AnswerReport: Sendable, Equatable {
  /// What the numbers of a column are.
  public enum Unit: String, Sendable {
    case count = "antal"
    case days = "dagar"
    /// Whole öre.
    case kronor
    /// Whole seconds.
    case hours = "timmar"
    /// 1/10,000 kr an hour.
    case wage = "kr/timme"
    /// 1/10,000 of a per cent.
    case percent = "procent"
    /// 0…1 as a rule.
    case share = "andel"
    case ratio = "kvot"
  }

  public struct Column: Sendable, Equatable {
    public let title: String
    public let unit: Unit

    public init(title: String, unit: Unit) { (self.title, self.unit) = (title, unit) }
  }

  public struct Row: Sendable, Equatable {
    /// As many as there are keys; `nil` where the rows leave one open.
    public let keys: [String?]
    /// As many as there are columns, in their units; `nil` where nothing can be said.
    public let values: [Double?]

    public init(keys: [String?], values: [Double?]) { (self.keys, self.values) = (keys, values) }
  }

  /// Several groups in one row, so that nobody can be told from it.
  public struct Merged: Sendable, Equatable {
    /// Why, as `färre än fem personer`.
    public let label: String
    public let groups: Int
    /// `nil` where even together they are too few.
    public let values: [Double?]?

    public init(label: String, groups: Int, values: [Double?]?) {
      (self.label, self.groups, self.values) = (label, groups, values)
    }
  }

  public var date: Day
  /// The days of receipt that count.
  public var window: ClosedRange<Day>
  /// Whether what was received before the window counts too.
  public var includesHistory: Bool
  public var filter: String?
  public var kommun: String?
  public var keyTitles: [String]
  public var columns: [Column]
  public var rows: [Row]
  /// Groups that could be shown; more than `rows` where only the first were asked for.
  public var groups: Int
  public var merged: Merged?
  /// Over all rows; `nil` where fewer than five persons stand on them.
  public var total: [Double?]?
  /// What a reader has to know.
  public var notes: [String]

  public init(
    date: Day, window: ClosedRange<Day>, includesHistory: Bool, filter: String?, kommun: String?,
    keyTitles: [String], columns: [Column], rows: [Row], groups: Int, merged: Merged?,
    total: [Double?]?, notes: [String]
  ) {
    (self.date, self.window, self.includesHistory) = (date, window, includesHistory)
    (self.filter, self.kommun) = (filter, kommun)
    (self.keyTitles, self.columns, self.rows) = (keyTitles, columns, rows)
    (self.groups, self.merged, self.total, self.notes) = (groups, merged, total, notes)
  }
}

extension AnswerReport.Unit {
  /// The value as people and tables write it, in kronor, hours and per cent; `nil` for what is no
  /// number or doesn't fit.
  func decimal(_ value: Double) -> FixedDecimal? {
    switch self {
    case .count, .days: FixedDecimal(rounding: value, decimals: isWhole(value) ? 0 : 1)
    case .kronor:
      // From öre to kronor without a second rounding.
      FixedDecimal(rounding: value, decimals: 0).map {
        FixedDecimal(units: $0.units, decimals: 2)
      }
    case .hours: FixedDecimal(rounding: value / 3600, decimals: 2)
    case .wage, .percent: FixedDecimal(rounding: value / 10_000, decimals: 2)
    case .share: FixedDecimal(rounding: value, decimals: JSONFormat.scoreDecimals)
    case .ratio: FixedDecimal(rounding: value, decimals: 2)
    }
  }

  private func isWhole(_ value: Double) -> Bool { value == value.rounded() }

  /// The value in a table for people, whose titles name no unit; a dash for what is unknown.
  func text(_ value: Double?) -> String {
    guard let value else { return "–" }
    if self == .share { return SwedishNumbers.percent(value) }
    return decimal(value)?.swedish ?? "–"
  }
}
