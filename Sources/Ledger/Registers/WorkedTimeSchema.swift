public import SickPay

/// `tid.csv`: the hours that assistants worked, as companies report them monthly (LSS 11 a §).
public enum WorkedTimeSchema: TableSchema {
  public enum Column: Int, CaseIterable, Sendable {
    case company, assistent, brukare, start, end
    case file, line
  }

  public static let codings: [Coding] = {
    var codings = Array(repeating: Coding.plain, count: Column.allCases.count)
    codings[Column.company.rawValue] = .company
    codings[Column.assistent.rawValue] = .person
    codings[Column.brukare.rawValue] = .person
    return codings
  }()

  public static let contentColumns = 0..<Column.file.rawValue
}

public typealias WorkedTime = Table<WorkedTimeSchema>

extension Field where Schema == WorkedTimeSchema {
  @inlinable public init(_ column: WorkedTimeSchema.Column) { self.init(index: column.rawValue) }
}

extension Field where Schema == WorkedTimeSchema, Value == CompanyID {
  @inlinable public static var company: Self { Self(.company) }
}

extension Field where Schema == WorkedTimeSchema, Value == PersonID {
  @inlinable public static var assistent: Self { Self(.assistent) }
  @inlinable public static var brukare: Self { Self(.brukare) }
}

extension Field where Schema == WorkedTimeSchema, Value == Moment {
  @inlinable public static var start: Self { Self(.start) }
  @inlinable public static var end: Self { Self(.end) }
}

extension Field where Schema == WorkedTimeSchema, Value == FileID {
  @inlinable public static var file: Self { Self(.file) }
}

extension Field where Schema == WorkedTimeSchema, Value == Line {
  @inlinable public static var line: Self { Self(.line) }
}
