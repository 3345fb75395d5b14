public import SickPay

/// An electronic invoice or credit note: who asks whom for what, as the document says.
public struct Invoice: Sendable, Equatable {
  public let format: InvoiceFormat
  /// A credit note: what it asks for is to be taken off.
  public let isCredit: Bool
  public let number: String?
  public let issued: Day?
  public let due: Day?
  public let currency: String
  public let supplier: InvoiceParty
  public let customer: InvoiceParty
  /// The buyer's reference, order or contract, and the object that is invoiced (BT-10, 13, 12, 18).
  public let references: InvoiceReferences
  public let period: InvoicePeriod?
  /// The numbers of the invoices that this one credits or corrects.
  public let credits: [String]
  public let accounts: [InvoiceAccount]
  public let totals: InvoiceTotals
  public let lines: [InvoiceLine]
  /// Where it says what is to be paid.
  let payablePlace: DocumentPlace?
  /// What is wrong with the document, in its order.
  public internal(set) var complaints: [InvoiceComplaint] = []
}

/// A place in an invoice's document.
struct DocumentPlace: Sendable, Equatable {
  let path: String
  let line: Int32
}

public struct InvoiceParty: Sendable, Equatable {
  public let name: String?
  /// The identity of a legal entity (BT-30, BT-47) as it is written.
  public let legalID: String?
  public let vatNumber: String?
  public let country: String?

  /// The organisationsnummer, from the legal identity or else from the VAT number.
  public var organisation: OrganisationNumber? {
    if let legalID, let number = organisationNumber(Array(legalID.utf8).span) { return number }
    guard let vatNumber, vatNumber.hasPrefix("SE"), vatNumber.utf8.count == 14 else { return nil }
    return organisationNumber(Array(vatNumber.dropFirst(2).prefix(10).utf8).span)
  }
}

public struct InvoiceReferences: Sendable, Equatable {
  public let buyer: String?
  public let order: String?
  public let contract: String?
  /// The kommun's ärende, where the sender states it.
  public let object: String?
}

public struct InvoicePeriod: Sendable, Equatable {
  public let from: Day?
  public let to: Day?
}

/// An account to pay to.
public struct InvoiceAccount: Sendable, Equatable {
  public enum Kind: Sendable, Equatable { case bankgiro, plusgiro, iban, other }

  public let kind: Kind
  /// As it is written.
  public let number: String
}

/// The totals as the document states them, in its currency; `nil` where they are left out.
public struct InvoiceTotals: Sendable, Equatable {
  public let lines: InvoiceAmount?
  public let allowances: InvoiceAmount?
  public let charges: InvoiceAmount?
  public let exclusive: InvoiceAmount?
  public let tax: InvoiceAmount?
  public let inclusive: InvoiceAmount?
  public let prepaid: InvoiceAmount?
  public let rounding: InvoiceAmount?
  /// What is to be paid.
  public let payable: InvoiceAmount?
}

public struct InvoiceLine: Sendable, Equatable {
  public let id: String?
  /// The line of the file that it starts on.
  public let line: Int32
  public let quantity: InvoiceAmount?
  /// UN/ECE recommendation 20: `HUR` is hours.
  public let unit: String?
  public let amount: InvoiceAmount?
  public let price: InvoiceAmount?
  public let name: String?
  public let period: InvoicePeriod?
  /// What the sender says of the item beside its name (BG-32), in order.
  public let properties: [InvoiceProperty]
}

public struct InvoiceProperty: Sendable, Equatable {
  public let name: String
  public let value: String
}
