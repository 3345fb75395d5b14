public import SickPay

/// `beslut.csv`: the hours a week that a brukare has been granted. `to` is absent until further
/// notice, and `company` where the decision names none.
public enum DecisionSchema: TableSchema {
  public enum Column: Int, CaseIterable, Sendable {
    case kommun, brukare, legalBasis, from, to, weeklyTime, company
    case file, line
  }

  public static let codings: [Coding] = {
    var codings = Array(repeating: Coding.plain, count: Column.allCases.count)
    codings[Column.brukare.rawValue] = .person
    codings[Column.company.rawValue] = .company
    return codings
  }()

  public static let contentColumns = 0..<Column.file.rawValue
}

public typealias Decisions = Table<DecisionSchema>

extension Field where Schema == DecisionSchema {
  @inlinable public init(_ column: DecisionSchema.Column) { self.init(index: column.rawValue) }
}

extension Field where Schema == DecisionSchema, Value == KommunCode {
  @inlinable public static var kommun: Self { Self(.kommun) }
}

extension Field where Schema == DecisionSchema, Value == PersonID {
  @inlinable public static var brukare: Self { Self(.brukare) }
}

extension Field where Schema == DecisionSchema, Value == LegalBasis {
  @inlinable public static var legalBasis: Self { Self(.legalBasis) }
}

extension Field where Schema == DecisionSchema, Value == Day {
  @inlinable public static var from: Self { Self(.from) }
  @inlinable public static var to: Self { Self(.to) }
}

extension Field where Schema == DecisionSchema, Value == Seconds {
  @inlinable public static var weeklyTime: Self { Self(.weeklyTime) }
}

extension Field where Schema == DecisionSchema, Value == CompanyID {
  @inlinable public static var company: Self { Self(.company) }
}

extension Field where Schema == DecisionSchema, Value == FileID {
  @inlinable public static var file: Self { Self(.file) }
}

extension Field where Schema == DecisionSchema, Value == Line {
  @inlinable public static var line: Self { Self(.line) }
}
