public import SickPay

/// `utfall.csv`: what a review of an ärende came to, and why it was reviewed.
public enum OutcomeSchema: TableSchema {
  public enum Column: Int, CaseIterable, Sendable {
    case kommun, arende, outcome, amount, selection
    case file, line
  }

  public static let codings: [Coding] = {
    var codings = Array(repeating: Coding.plain, count: Column.allCases.count)
    codings[Column.arende.rawValue] = .text
    return codings
  }()

  public static let contentColumns = 0..<Column.file.rawValue
}

public typealias Outcomes = Table<OutcomeSchema>

extension Field where Schema == OutcomeSchema {
  @inlinable public init(_ column: OutcomeSchema.Column) { self.init(index: column.rawValue) }
}

extension Field where Schema == OutcomeSchema, Value == KommunCode {
  @inlinable public static var kommun: Self { Self(.kommun) }
}

extension Field where Schema == OutcomeSchema, Value == TextID {
  @inlinable public static var arende: Self { Self(.arende) }
}

extension Field where Schema == OutcomeSchema, Value == ReviewOutcome {
  @inlinable public static var outcome: Self { Self(.outcome) }
}

extension Field where Schema == OutcomeSchema, Value == Ore {
  @inlinable public static var amount: Self { Self(.amount) }
}

extension Field where Schema == OutcomeSchema, Value == ReviewSelection {
  @inlinable public static var selection: Self { Self(.selection) }
}

extension Field where Schema == OutcomeSchema, Value == FileID {
  @inlinable public static var file: Self { Self(.file) }
}

extension Field where Schema == OutcomeSchema, Value == Line {
  @inlinable public static var line: Self { Self(.line) }
}
