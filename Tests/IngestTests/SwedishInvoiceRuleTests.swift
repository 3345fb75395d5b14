import SickPay
import TestSupport
import Testing

@testable import Ingest

/// One change to an invoice that keeps all rules, and the rule that it breaks.
struct SwedishInvoiceRuleTests {
  struct Case: Sendable {
    let rules: [SwedishInvoiceRule]
    let path: String
    let change: @Sendable (inout InvoiceText) -> Void
  }

  private static let supplier = "/Invoice/AccountingSupplierParty/Party"
  private static let account = "/Invoice/PaymentMeans/PayeeFinancialAccount/ID"

  static let cases: [Case] = [
    Case(rules: [], path: "") { _ in },
    Case(rules: [], path: "") { $0.account = "5106000" },
    Case(rules: [.vatLength], path: supplier + "/PartyTaxScheme[1]/CompanyID") {
      $0.vatNumber = "SE\($0.supplier)001"
    },
    Case(rules: [.vatDigits], path: supplier + "/PartyTaxScheme[1]/CompanyID") {
      $0.vatNumber = "SE\($0.supplier)A1"
    },
    Case(rules: [.approvedForFSkatt], path: supplier + "/PartyTaxScheme[2]/CompanyID") {
      $0.taxRegistration = "F-skattebevis finns"
    },
    Case(rules: [], path: "") { $0.taxRegistration = " godkänd  för F-SKATT\n" },
    Case(rules: [.organisationCheckDigit], path: supplier + "/PartyLegalEntity/CompanyID") {
      $0.supplier = String($0.supplier.dropLast()) + ($0.supplier.hasSuffix("0") ? "1" : "0")
    },
    Case(
      rules: [.organisationDigits, .organisationLength, .organisationCheckDigit],
      path: supplier + "/PartyLegalEntity/CompanyID"
    ) {
      ($0.vatNumber, $0.supplier) = ("SE\($0.supplier)01", "455000-0019")
    },
    Case(rules: [.bankgiroDigits], path: account) { $0.account = "5106-000" },
    Case(rules: [.bankgiroLength], path: account) { $0.account = "510600" },
    Case(rules: [.plusgiroDigits], path: account) {
      ($0.institution, $0.account) = ("SE:PLUSGIRO", "4158-7")
    },
    Case(rules: [.plusgiroLength], path: account) {
      ($0.institution, $0.account) = ("SE:PLUSGIRO", "1")
    },
    Case(rules: [.giroCode], path: "/Invoice/PaymentMeans") { $0.means = "56" },
    Case(rules: [.giroCode], path: "/Invoice/PaymentMeans") { $0.means = "50" },
    Case(rules: [.transferCode], path: "/Invoice/PaymentMeans") { $0.means = "31" },
    Case(
      rules: [.vatRate, .vatRate], path: "/Invoice/TaxTotal/TaxSubtotal/TaxCategory"
    ) {
      ($0.lines, $0.category, $0.rate, $0.vat) = (["100.00"], "S", "20", "20.00")
    },
    Case(rules: [], path: "") {
      ($0.lines, $0.category, $0.rate, $0.vat) = (["100.00"], "S", "25.00", "25.00")
    },
  ]

  @Test(arguments: cases.indices) func `a rule fires where it is broken, and only there`(
    _ index: Int
  ) throws {
    let expected = Self.cases[index]
    var text = InvoiceText()
    expected.change(&text)
    let complaints = try #require(invoices(text.document).invoices.first).complaints
    let rules = complaints.compactMap { complaint -> SwedishInvoiceRule? in
      guard case .swedish(let rule) = complaint.kind else { return nil }
      return rule
    }
    #expect(rules == expected.rules && complaints.count == rules.count)
    if !rules.isEmpty { #expect(complaints.first?.path == expected.path) }
  }

  @Test func `every rule has a case, and none speaks of a supplier abroad`() throws {
    #expect(Set(Self.cases.flatMap(\.rules)) == Set(SwedishInvoiceRule.allCases))
    for expected in Self.cases {
      var text = InvoiceText()
      expected.change(&text)
      let abroad = text.document.replacing(
        "<cbc:IdentificationCode>SE<", with: "<cbc:IdentificationCode>NO<")
      #expect(try #require(invoices(abroad).invoices.first).complaints.isEmpty)
    }
  }
}
