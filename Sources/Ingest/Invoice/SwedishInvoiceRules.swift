import SickPay

/// The rules for Swedish suppliers of Peppol BIS Billing 3.0 (OpenPeppol, validation artefacts of
/// 2025-05-29, `PEPPOL-EN16931-UBL.sch`).
public enum SwedishInvoiceRule: String, Sendable, Equatable, CaseIterable {
  case vatLength = "SE-R-001"
  case vatDigits = "SE-R-002"
  case organisationDigits = "SE-R-003"
  case organisationLength = "SE-R-004"
  case approvedForFSkatt = "SE-R-005"
  case vatRate = "SE-R-006"
  case plusgiroDigits = "SE-R-007"
  case bankgiroDigits = "SE-R-008"
  case bankgiroLength = "SE-R-009"
  case plusgiroLength = "SE-R-010"
  case giroCode = "SE-R-011"
  case transferCode = "SE-R-012"
  case organisationCheckDigit = "SE-R-013"

  /// The rules that a document breaks, and where.
  static func broken(by invoice: InvoicePlace) -> [InvoiceComplaint] {
    let document = SwedishDocument(invoice)
    guard !document.suppliers.isEmpty else { return [] }
    return allCases.flatMap { rule in
      document.places(breaking: rule).map { place in
        InvoiceComplaint(kind: .swedish(rule), path: place.path, line: place.element.line)
      }
    }
  }
}

/// What the rules look at.
private struct SwedishDocument {
  /// Parties with an address in Sweden that supply.
  let suppliers: [InvoicePlace]
  private let invoice: InvoicePlace

  init(_ invoice: InvoicePlace) {
    self.invoice = invoice
    suppliers = Self.swedish(invoice.all("AccountingSupplierParty/Party"))
  }

  private static func swedish(_ parties: [InvoicePlace]) -> [InvoicePlace] {
    parties.filter { $0.text("PostalAddress/Country/IdentificationCode") == "SE" }
  }

  func places(breaking rule: SwedishInvoiceRule) -> [InvoicePlace] {
    switch rule {
    case .vatLength: vatNumbers.filter { $0.text.count != 14 }
    case .vatDigits: vatNumbers.filter { !isNumber($0.text.dropFirst(2).prefix(12)) }
    case .organisationDigits: organisations.filter { !isNumber($0.text) }
    case .organisationLength: organisations.filter { $0.text.count != 10 }
    case .organisationCheckDigit: organisations.filter { !hasCheckDigit($0.text) }
    case .approvedForFSkatt:
      otherTaxNumbers.filter { $0.text.uppercased() != "GODKÄND FÖR F-SKATT" }
    case .vatRate: standardRates.filter { !Self.rates.contains($0.percent) }
    case .plusgiroDigits: accounts("SE:PLUSGIRO").filter { !isNumber($0.text) }
    case .plusgiroLength: accounts("SE:PLUSGIRO").filter { !(2...8 ~= $0.text.count) }
    case .bankgiroDigits: accounts("SE:BANKGIRO").filter { !isNumber($0.text) }
    case .bankgiroLength: accounts("SE:BANKGIRO").filter { !(7...8 ~= $0.text.count) }
    case .giroCode: means.filter { ["50", "56"].contains($0.code) }
    case .transferCode: customers.isEmpty ? [] : means.filter { $0.code == "31" }
    }
  }

  private static let rates: [InvoiceAmount?] = ["6", "12", "25"].map { InvoiceAmount($0) }

  private var customers: [InvoicePlace] {
    Self.swedish(invoice.all("AccountingCustomerParty/Party"))
  }

  private var vatNumbers: [InvoicePlace] {
    suppliers.flatMap(Self.vatNumbers).filter { $0.text.hasPrefix("SE") }
  }

  private static func vatNumbers(_ party: InvoicePlace) -> [InvoicePlace] {
    party.all("PartyTaxScheme").filter { $0.text("TaxScheme/ID") == "VAT" }
      .flatMap { $0.all("CompanyID") }
  }

  private var organisations: [InvoicePlace] {
    suppliers.flatMap { $0.all("PartyLegalEntity/CompanyID") }
  }

  private var otherTaxNumbers: [InvoicePlace] {
    suppliers.filter { $0.first("PartyLegalEntity/CompanyID") != nil }
      .flatMap { $0.all("PartyTaxScheme") }
      .filter { $0.text("TaxScheme/ID")?.uppercased() != "VAT" }.flatMap { $0.all("CompanyID") }
  }

  /// Categories of the standard rate, where the supplier's VAT number is Swedish.
  private var standardRates: [InvoicePlace] {
    guard !vatNumbers.isEmpty else { return [] }
    return invoice.descendants(["TaxCategory", "ClassifiedTaxCategory"])
      .filter { $0.text("ID") == "S" }
  }

  private var means: [InvoicePlace] { invoice.all("PaymentMeans") }

  private func accounts(_ branch: String) -> [InvoicePlace] {
    means.filter {
      $0.code == "30"
        && $0.text("PayeeFinancialAccount/FinancialInstitutionBranch/ID") == branch
    }.flatMap { $0.all("PayeeFinancialAccount/ID") }
  }

  private func isNumber(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  /// Of the first ten digits, as the published rule reads them.
  private func hasCheckDigit(_ text: String) -> Bool {
    guard isNumber(text), text.count >= 10, let number = UInt64(text.prefix(10)) else {
      return false
    }
    return Luhn.isValid(number)
  }
}

extension InvoicePlace {
  fileprivate var code: String? { text("PaymentMeansCode") }
  fileprivate var percent: InvoiceAmount? { text("Percent").flatMap { InvoiceAmount($0) } }
}
