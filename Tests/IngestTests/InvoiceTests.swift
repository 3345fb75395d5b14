import Foundation
import SickPay
import TestSupport
import Testing

@testable import Ingest

/// What a document holds that is an invoice.
func invoices(_ text: String) throws(RefusalReason) -> InvoiceDocument {
  var reader = try MarkupReader(InvoiceDocument(), limits: .invoice)
  try reader.feed(Array(text.utf8).span)
  try reader.finish()
  return reader.handler
}

private func invoice(_ text: InvoiceText) throws -> Invoice {
  try #require(invoices(text.document).invoices.first)
}

struct InvoiceTests {
  @Test func `header, parties, lines, account and totals of a Peppol invoice are read`() throws {
    var text = InvoiceText()
    text.extra = """
      <cac:InvoicePeriod><cbc:StartDate>2025-03-01</cbc:StartDate>\
      <cbc:EndDate>2025-03-31</cbc:EndDate></cac:InvoicePeriod>
      """
    let invoice = try invoice(text)
    #expect(invoice.format == .ubl && !invoice.isCredit)
    #expect(invoice.number == "F-17" && invoice.currency == "SEK")
    #expect(invoice.issued == Day(year: 2025, month: 4, day: 11))
    #expect(invoice.supplier.organisation?.description == company(1))
    #expect(invoice.supplier.name == "Bolaget AB" && invoice.customer.name == "Falu kommun")
    #expect(invoice.references.buyer == "11043")
    #expect(invoice.period?.to == Day(year: 2025, month: 3, day: 31))
    #expect(invoice.accounts == [InvoiceAccount(kind: .bankgiro, number: "51060000")])
    #expect(invoice.lines.map { $0.amount?.ore } == [Ore(100_000), Ore(23_450)])
    #expect(invoice.lines.allSatisfy { $0.unit == "HUR" && $0.name == "Sjuklön" })
    #expect(invoice.totals.payable?.ore == Ore(123_450))
    #expect(invoice.complaints.isEmpty)
  }

  @Test func `a Svefaktura says the same in its own words`() throws {
    let invoice = try invoice(InvoiceText(.svefaktura))
    #expect(invoice.format == .svefaktura && invoice.number == "F-17")
    #expect(invoice.supplier.organisation?.description == company(1))
    #expect(invoice.accounts == [InvoiceAccount(kind: .bankgiro, number: "51060000")])
    #expect(invoice.totals.payable?.ore == Ore(123_450) && invoice.complaints.isEmpty)
  }

  @Test(arguments: [InvoiceText.Form.creditNote, .svefaktura])
  func `a credit note says what it credits`(_ form: InvoiceText.Form) throws {
    var text = InvoiceText(form)
    text.credits = "F-16"
    let invoice = try invoice(text)
    #expect(invoice.isCredit && invoice.credits == ["F-16"] && invoice.lines.count == 2)
  }

  @Test func `an organisationsnummer is taken from the VAT number where there is no other`() {
    let party = InvoiceParty(
      name: nil, legalID: nil, vatNumber: "SE\(company(3))01", country: "SE")
    #expect(party.organisation?.description == company(3))
  }

  @Test(arguments: 1...4) func `envelopes are opened`(depth: Int) throws {
    #expect(try invoices(InvoiceText().enveloped(depth)).invoices.count == 1)
  }

  @Test func `a cycle of envelopes is refused, and another document is no invoice`() throws {
    #expect(throws: RefusalReason.invoice(.tooManyEnvelopes)) {
      try invoices(InvoiceText().enveloped(5))
    }
    #expect(try invoices("<rss><channel/></rss>").invoices.isEmpty)
    #expect(try invoices("<Invoice/>").invoices.isEmpty)
  }

  /// What a document states, what its figures come to, the rule, and where.
  @Test(arguments: [
    ("1000.00,235.50", "1235.49", InvoiceTotalRule.payable, "PayableAmount"),
    ("1000.00,235.50", "1236.00", .payable, "PayableAmount"),
  ])
  func `a sum that is not right is a complaint with its place`(
    _ lines: String, _ payable: String, _ rule: InvoiceTotalRule, _ name: String
  ) throws {
    var text = InvoiceText()
    text.lines = lines.split(separator: ",").map(String.init)
    text.payable = payable
    let complaints = try invoice(text).complaints
    #expect(complaints.count == 1)
    #expect(complaints.first?.path == "/Invoice/LegalMonetaryTotal/\(name)")
    guard case .total(rule, let stated, let computed) = complaints.first?.kind else {
      Issue.record("\(complaints)")
      return
    }
    #expect(stated == InvoiceAmount(payable) && computed == InvoiceAmount("1235.50"))
  }

  @Test func `rounding to whole kronor is no complaint where it is stated`() throws {
    for form in [InvoiceText.Form.peppol, .creditNote, .svefaktura] {
      var text = InvoiceText(form)
      (text.rounding, text.credits) = ("0.50", form == .peppol ? nil : "F-1")
      #expect(try invoice(text).complaints.isEmpty, "\(form)")
      (text.rounding, text.payable) = (nil, "1235.00")
      #expect(try invoice(text).complaints.count == 1, "\(form)")
    }
  }

  @Test func `lines, tax and what can't be read are told by their places`() throws {
    let document = InvoiceText().document
    func paths(_ old: String, _ new: String) throws -> [String] {
      let changed = document.replacing(old, with: new)
      return try #require(invoices(changed).invoices.first).complaints.map(\.path)
    }
    let totals = "/Invoice/LegalMonetaryTotal/"
    #expect(
      try paths("SEK\">234.50<", "SEK\">234.51<") == [totals + "LineExtensionAmount"])
    #expect(
      try paths("<cbc:TaxExclusiveAmount>1234.50", "<cbc:TaxExclusiveAmount>1234.00")
        == [totals + "TaxExclusiveAmount", totals + "TaxInclusiveAmount"])
    #expect(
      try paths("SEK\">234.50<", "SEK\">tvåhundra<")
        == ["/Invoice/InvoiceLine[2]/LineExtensionAmount"])
    #expect(try paths("2025-04-11", "2025-02-29") == ["/Invoice/IssueDate"])
    #expect(try paths("<cbc:ID>F-17</cbc:ID>", "") == ["/Invoice/ID"])
    #expect(
      try paths("<cbc:TaxAmount>0.00<", "<cbc:TaxAmount>12.00<")
        == ["/Invoice/TaxTotal/TaxAmount", "/Invoice/TaxTotal/TaxSubtotal/TaxAmount"])
  }

  @Test func `attachments are decoded, and those that can't be are told`() throws {
    var text = InvoiceText()
    text.attachments = [
      ("a.csv", Data("rad\n".utf8).base64EncodedString()), ("b.csv", "@@@@"), ("c.csv", "QUI"),
    ]
    text.extra = """
      <cac:AdditionalDocumentReference><cbc:ID>4</cbc:ID><cac:Attachment><cac:ExternalReference>\
      <cbc:URI>https://example.invalid/x.csv</cbc:URI></cac:ExternalReference></cac:Attachment>\
      </cac:AdditionalDocumentReference>
      """
    let attachments = try invoices(text.document).attachments
    #expect(
      attachments.map(\.name) == ["a.csv", "b.csv", "c.csv", "https://example.invalid/x.csv"])
    #expect(try attachments[0].content.get() == Array("rad\n".utf8))
    #expect(try attachments[2].content.get() == Array("AB".utf8))
    let problems = [attachments[1], attachments[3]].map { attachment in
      guard case .failure(let fault) = attachment.content else { return AttachmentProblem?.none }
      return fault.problem
    }
    #expect(problems == [.encoding, .elsewhere])
  }

  @Test(arguments: 0..<256) func `base64 is decoded wherever it is cut`(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) }
    let text = Array(
      Data(bytes).base64EncodedString(options: .lineLength64Characters).utf8)
    var decoder = Base64Decoder(most: 1000)
    let cut = length * text.count / 256
    decoder.take(Array(text[..<cut]).span)
    decoder.take(Array(text[cut...]).span)
    decoder.finish()
    #expect(decoder.bytes == bytes && decoder.problem == nil)
    if length > 0 {
      var bounded = Base64Decoder(most: length - 1)
      bounded.take(text.span)
      bounded.finish()
      #expect(bounded.problem == .tooLarge || length % 3 != 0)
    }
  }
}

struct InvoiceAmountTests {
  @Test(arguments: [
    ("0", 0), ("12.5", 1250), ("-0.05", -5), ("1024.9600000000000", 102_496), ("+3", 300),
    ("9999999999", 999_999_999_900),
  ])
  func `a decimal is exact`(_ text: String, _ ore: Int64) {
    #expect(InvoiceAmount(text)?.ore == Ore(ore))
  }

  @Test(arguments: ["", "-", ".", "1,5", "1e3", "1.2.3", " 1", "0.123456789", "10000000000", "∞"])
  func `what is no decimal is nothing`(_ text: String) {
    #expect(InvoiceAmount(text) == nil)
  }

  @Test func `parts of an öre are kept, and rounded half away from zero`() throws {
    let amount = try #require(InvoiceAmount("0.125"))
    #expect(amount.ore == nil && amount.inOre.ore == Ore(13))
    #expect((InvoiceAmount.zero - amount).inOre.ore == Ore(-13))
    let product = try #require(InvoiceAmount("1061.32")) * #require(InvoiceAmount("0.06"))
    #expect(product.inOre.ore == Ore(6368) && product.description == "63.6792")
  }
}
