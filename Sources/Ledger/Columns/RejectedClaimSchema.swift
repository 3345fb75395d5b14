public import SickPay

/// What could be read of claim rows that were rejected: whose absence, at which company, and when.
///
/// They count nowhere. What other rows seem to lack may stand on one of them.
public enum RejectedClaimSchema: TableSchema {
  public enum Column: Int, CaseIterable, Sendable {
    case company, assistent, sickFrom, sickTo
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

public typealias RejectedClaims = Table<RejectedClaimSchema>

extension Field where Schema == RejectedClaimSchema {
  @inlinable public init(_ column: RejectedClaimSchema.Column) { self.init(index: column.rawValue) }
}

extension Field where Schema == RejectedClaimSchema, Value == CompanyID {
  @inlinable public static var company: Self { Self(.company) }
}

extension Field where Schema == RejectedClaimSchema, Value == PersonID {
  @inlinable public static var assistent: Self { Self(.assistent) }
}

extension Field where Schema == RejectedClaimSchema, Value == Day {
  @inlinable public static var sickFrom: Self { Self(.sickFrom) }
  @inlinable public static var sickTo: Self { Self(.sickTo) }
}
