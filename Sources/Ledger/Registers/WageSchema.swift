public import SickPay

/// `löner.csv`: wages by assistant and month, in healthy months too.
public enum WageSchema: TableSchema {
  public enum Column: Int, CaseIterable, Sendable {
    case company, assistent, month, wage, workedTime
    case file, line
  }

  public static let codings: [Coding] = {
    var codings = Array(repeating: Coding.plain, count: Column.allCases.count)
    codings[Column.company.rawValue] = .company
    codings[Column.assistent.rawValue] = .person
    return codings
  }()

  public static let contentColumns = 0..<Column.file.rawValue
}

public typealias Wages = Table<WageSchema>

extension Field where Schema == WageSchema {
  @inlinable public init(_ column: WageSchema.Column) { self.init(index: column.rawValue) }
}

extension Field where Schema == WageSchema, Value == CompanyID {
  @inlinable public static var company: Self { Self(.company) }
}

extension Field where Schema == WageSchema, Value == PersonID {
  @inlinable public static var assistent: Self { Self(.assistent) }
}

extension Field where Schema == WageSchema, Value == Month {
  @inlinable public static var month: Self { Self(.month) }
}

extension Field where Schema == WageSchema, Value == HourlyWage {
  @inlinable public static var wage: Self { Self(.wage) }
}

extension Field where Schema == WageSchema, Value == Seconds {
  @inlinable public static var workedTime: Self { Self(.workedTime) }
}

extension Field where Schema == WageSchema, Value == FileID {
  @inlinable public static var file: Self { Self(.file) }
}

extension Field where Schema == WageSchema, Value == Line {
  @inlinable public static var line: Self { Self(.line) }
}
