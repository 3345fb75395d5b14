public import Detection
public import Ledger

/// A question's answer as a typed table.
public struct Answer: Sendable, Equatable {
  /// What a column's values are, in the units of the ledger's cells.
  public enum Unit: Sendable, Equatable {
    case count, days
    /// Öre, seconds, and 1/10,000 of a krona an hour or of a per cent.
    case kronor, hours, wage, percent
    /// 0…1 as a rule; sums below zero give others.
    case share
    /// 1 where there is no difference.
    case ratio
  }

  public struct Column: Sendable, Equatable {
    public let title: String
    public let unit: Unit
  }

  public struct Row: Sendable, Equatable {
    public let labels: [Label]
    public internal(set) var values: [Double?]
  }

  /// The value of a key.
  public struct Label: Sendable, Equatable {
    /// `nil` where the rows leave it open.
    public let text: String?
    /// Where the key is the company.
    public let company: CompanyID?
  }

  public let keys: [GroupKey]
  public let columns: [Column]
  /// Those that are shown, in the order asked for.
  public internal(set) var rows: [Row]
  /// How many groups could be shown, more than `rows` where the question names a top.
  public let groups: Int
  /// Groups that are shown as one row.
  public let mergedGroups: Int
  /// The values of that row; `nil` where nothing is merged, or too few persons are.
  public internal(set) var merged: [Double?]?
  /// Over all rows that pass; `nil` where fewer than five persons stand on them.
  public let total: [Double?]?
  /// The statistics asked for whose expected values rest on months that no register tells, for some
  /// company at least.
  public let uncertain: [IndicatorID]
}

extension Measure {
  /// The columns that it fills.
  var columns: [Answer.Column] {
    switch self {
    case .relative(let indicator):
      let names = ["relativt", "EBGM", "EB05", "EB95"]
      return names.map { Answer.Column(title: "\($0)(\(indicator))", unit: .ratio) }
    default: return [Answer.Column(title: title, unit: unit)]
    }
  }

  private var unit: Answer.Unit {
    switch self {
    case .count, .persons: .count
    case .share: .share
    case .relative: .ratio
    case .sum(let column), .mean(let column), .median(let column), .quantile(_, let column):
      column.unit
    }
  }
}

extension QuestionColumn {
  fileprivate var unit: Answer.Unit {
    switch kind {
    case .kronor: .kronor
    case .hours: .hours
    case .wage: .wage
    case .percent: .percent
    default: .days
    }
  }
}
