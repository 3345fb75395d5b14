public import SickPay

/// `tillstånd.csv`: the permits that the Health and Social Care Inspectorate (IVO) has given, by
/// company.
///
/// `told` is the day on which the brukare was told that the permit had lapsed (LSS 9 d §).
public enum PermitSchema: TableSchema {
  public enum Column: Int, CaseIterable, Sendable {
    case company, from, to, told
    case file, line
  }

  public static let codings: [Coding] = {
    var codings = Array(repeating: Coding.plain, count: Column.allCases.count)
    codings[Column.company.rawValue] = .company
    return codings
  }()

  public static let contentColumns = 0..<Column.file.rawValue
}

public typealias Permits = Table<PermitSchema>

extension Field where Schema == PermitSchema {
  @inlinable public init(_ column: PermitSchema.Column) { self.init(index: column.rawValue) }
}

extension Field where Schema == PermitSchema, Value == CompanyID {
  @inlinable public static var company: Self { Self(.company) }
}

extension Field where Schema == PermitSchema, Value == Day {
  @inlinable public static var from: Self { Self(.from) }
  @inlinable public static var to: Self { Self(.to) }
  @inlinable public static var told: Self { Self(.told) }
}

extension Field where Schema == PermitSchema, Value == FileID {
  @inlinable public static var file: Self { Self(.file) }
}

extension Field where Schema == PermitSchema, Value == Line {
  @inlinable public static var line: Self { Self(.line) }
}
