public import SickPay

/// `betalningar.csv`: what the kommun paid, when and to which account.
public enum PaymentSchema: TableSchema {
  public enum Column: Int, CaseIterable, Sendable {
    case kommun, arende, invoiceNumber, paidOn, amount, account
    case file, line
  }

  public static let codings: [Coding] = {
    var codings = Array(repeating: Coding.plain, count: Column.allCases.count)
    codings[Column.arende.rawValue] = .text
    codings[Column.invoiceNumber.rawValue] = .text
    codings[Column.account.rawValue] = .text
    return codings
  }()

  public static let contentColumns = 0..<Column.file.rawValue
}

public typealias Payments = Table<PaymentSchema>

extension Field where Schema == PaymentSchema {
  @inlinable public init(_ column: PaymentSchema.Column) { self.init(index: column.rawValue) }
}

extension Field where Schema == PaymentSchema, Value == KommunCode {
  @inlinable public static var kommun: Self { Self(.kommun) }
}

extension Field where Schema == PaymentSchema, Value == TextID {
  @inlinable public static var arende: Self { Self(.arende) }
  @inlinable public static var invoiceNumber: Self { Self(.invoiceNumber) }
  @inlinable public static var account: Self { Self(.account) }
}

extension Field where Schema == PaymentSchema, Value == Day {
  @inlinable public static var paidOn: Self { Self(.paidOn) }
}

extension Field where Schema == PaymentSchema, Value == Ore {
  @inlinable public static var amount: Self { Self(.amount) }
}

extension Field where Schema == PaymentSchema, Value == FileID {
  @inlinable public static var file: Self { Self(.file) }
}

extension Field where Schema == PaymentSchema, Value == Line {
  @inlinable public static var line: Self { Self(.line) }
}
