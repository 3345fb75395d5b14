public import SickPay

/// `bolag.csv`: what the register of companies says. `representative` is a token, never a
/// person's number.
public enum CompanyRegisterSchema: TableSchema {
  public enum Column: Int, CaseIterable, Sendable {
    case company, name, address, phone, representative, registered, ended
    case file, line
  }

  public static let codings: [Coding] = {
    var codings = Array(repeating: Coding.plain, count: Column.allCases.count)
    codings[Column.company.rawValue] = .company
    codings[Column.name.rawValue] = .text
    codings[Column.address.rawValue] = .text
    codings[Column.phone.rawValue] = .text
    codings[Column.representative.rawValue] = .text
    return codings
  }()

  public static let contentColumns = 0..<Column.file.rawValue
}

public typealias CompanyRegister = Table<CompanyRegisterSchema>

extension Field where Schema == CompanyRegisterSchema {
  @inlinable public init(_ column: CompanyRegisterSchema.Column) {
    self.init(index: column.rawValue)
  }
}

extension Field where Schema == CompanyRegisterSchema, Value == CompanyID {
  @inlinable public static var company: Self { Self(.company) }
}

extension Field where Schema == CompanyRegisterSchema, Value == TextID {
  @inlinable public static var name: Self { Self(.name) }
  @inlinable public static var address: Self { Self(.address) }
  @inlinable public static var phone: Self { Self(.phone) }
  @inlinable public static var representative: Self { Self(.representative) }
}

extension Field where Schema == CompanyRegisterSchema, Value == Day {
  @inlinable public static var registered: Self { Self(.registered) }
  @inlinable public static var ended: Self { Self(.ended) }
}

extension Field where Schema == CompanyRegisterSchema, Value == FileID {
  @inlinable public static var file: Self { Self(.file) }
}

extension Field where Schema == CompanyRegisterSchema, Value == Line {
  @inlinable public static var line: Self { Self(.line) }
}
