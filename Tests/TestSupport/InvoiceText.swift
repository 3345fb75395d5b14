/// An invented invoice as a document; what a test is about is said, the rest breaks no rule.
public struct InvoiceText: Sendable {
  public enum Form: Sendable { case peppol, creditNote, svefaktura }

  public var form = Form.peppol
  public var number = "F-17"
  public var supplier = company(1)
  /// Texts of the lines' sums, in kronor.
  public var lines = ["1000.00", "234.50"]
  public var vat = "0.00"
  public var rate = "0"
  public var category = "E"
  /// What is to be paid; the sum of it all where `nil`.
  public var payable: String?
  public var rounding: String?
  public var credits: String?
  public var means = "30"
  public var institution = "SE:BANKGIRO"
  public var account = "51060000"
  public var taxRegistration = "Godkänd för F-skatt"
  public var vatNumber: String?
  /// Elements of the document and of each line that a test adds.
  public var extra = ""
  public var lineExtra = ""
  public var attachments: [(name: String, base64: String)] = []

  public init(_ form: Form = .peppol) { self.form = form }

  public var document: String {
    form == .svefaktura ? svefaktura : peppol
  }

  /// In an envelope, `depth` times.
  public func enveloped(_ depth: Int = 1) -> String {
    let space = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"
    let start = """
      <StandardBusinessDocument xmlns="\(space)"><StandardBusinessDocumentHeader><HeaderVersion>1.0\
      </HeaderVersion></StandardBusinessDocumentHeader>
      """
    let body = document.drop { $0 != ">" }.dropFirst()
    return String(repeating: start, count: depth) + body
      + String(repeating: "</StandardBusinessDocument>", count: depth)
  }

  private var sum: Int {
    lines.reduce(0) { $0 + ore($1) } + ore(vat) + ore(rounding ?? "0.00")
  }

  private func ore(_ text: String) -> Int {
    let digits = text.filter { $0.isNumber || $0 == "-" }
    return (Int(digits) ?? 0) * (text.contains(".") ? 1 : 100)
  }

  private func kronor(_ ore: Int) -> String {
    let cents = abs(ore) % 100
    return (ore < 0 ? "-" : "") + "\(abs(ore) / 100)." + (cents < 10 ? "0" : "") + "\(cents)"
  }

  private var net: String { kronor(lines.reduce(0) { $0 + ore($1) }) }
  private var gross: String { kronor(lines.reduce(0) { $0 + ore($1) } + ore(vat)) }
  private var toPay: String { payable ?? kronor(sum) }

  private var peppol: String {
    let root = form == .creditNote ? "CreditNote" : "Invoice"
    let space = "urn:oasis:names:specification:ubl:schema:xsd"
    let quantity = form == .creditNote ? "CreditedQuantity" : "InvoicedQuantity"
    let body = lines.enumerated().map { index, amount in
      """
      <cac:\(root)Line><cbc:ID>\(index + 1)</cbc:ID>
      <cbc:\(quantity) unitCode="HUR">1</cbc:\(quantity)>
      <cbc:LineExtensionAmount currencyID="SEK">\(amount)</cbc:LineExtensionAmount>
      <cac:Item><cbc:Name>Sjuklön</cbc:Name>\(lineExtra)<cac:ClassifiedTaxCategory>\
      <cbc:ID>\(category)</cbc:ID><cbc:Percent>\(rate)</cbc:Percent></cac:ClassifiedTaxCategory>\
      </cac:Item><cac:Price><cbc:PriceAmount>\(amount)</cbc:PriceAmount></cac:Price>
      </cac:\(root)Line>
      """
    }
    let files = attachments.enumerated().map { index, file in
      """
      <cac:AdditionalDocumentReference><cbc:ID>\(index + 1)</cbc:ID><cac:Attachment>\
      <cbc:EmbeddedDocumentBinaryObject mimeCode="text/csv" filename="\(file.name)">\
      \(file.base64)</cbc:EmbeddedDocumentBinaryObject></cac:Attachment>\
      </cac:AdditionalDocumentReference>
      """
    }
    let credited = credits.map {
      """
      <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>\($0)</cbc:ID>\
      </cac:InvoiceDocumentReference></cac:BillingReference>
      """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <\(root) xmlns="\(space):\(root)-2" xmlns:cac="\(space):CommonAggregateComponents-2" \
      xmlns:cbc="\(space):CommonBasicComponents-2">
      <cbc:ID>\(number)</cbc:ID><cbc:IssueDate>2025-04-11</cbc:IssueDate>
      <cbc:\(root)TypeCode>\(form == .creditNote ? 381 : 380)</cbc:\(root)TypeCode>
      <cbc:DocumentCurrencyCode>SEK</cbc:DocumentCurrencyCode>
      <cbc:BuyerReference>11043</cbc:BuyerReference>
      \(credited ?? "")\(files.joined())\(extra)
      \(party("AccountingSupplierParty", supplier, "Bolaget AB"))
      \(party("AccountingCustomerParty", "2120002239", "Falu kommun"))
      <cac:PaymentMeans><cbc:PaymentMeansCode>\(means)</cbc:PaymentMeansCode>\
      <cac:PayeeFinancialAccount><cbc:ID>\(account)</cbc:ID><cac:FinancialInstitutionBranch>\
      <cbc:ID>\(institution)</cbc:ID></cac:FinancialInstitutionBranch>\
      </cac:PayeeFinancialAccount></cac:PaymentMeans>
      <cac:TaxTotal><cbc:TaxAmount currencyID="SEK">\(vat)</cbc:TaxAmount><cac:TaxSubtotal>\
      <cbc:TaxableAmount>\(net)</cbc:TaxableAmount><cbc:TaxAmount>\(vat)</cbc:TaxAmount>\
      <cac:TaxCategory><cbc:ID>\(category)</cbc:ID><cbc:Percent>\(rate)</cbc:Percent>\
      </cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
      <cac:LegalMonetaryTotal>
      <cbc:LineExtensionAmount>\(net)</cbc:LineExtensionAmount>
      <cbc:TaxExclusiveAmount>\(net)</cbc:TaxExclusiveAmount>
      <cbc:TaxInclusiveAmount>\(gross)</cbc:TaxInclusiveAmount>
      \(rounding.map { "<cbc:PayableRoundingAmount>\($0)</cbc:PayableRoundingAmount>" } ?? "")
      <cbc:PayableAmount>\(toPay)</cbc:PayableAmount>
      </cac:LegalMonetaryTotal>
      \(body.joined(separator: "\n"))
      </\(root)>
      """
  }

  private func party(_ role: String, _ number: String, _ name: String) -> String {
    let registrations =
      role == "AccountingSupplierParty"
      ? """
      <cac:PartyTaxScheme><cbc:CompanyID>\(vatNumber ?? "SE\(number)01")</cbc:CompanyID>\
      <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>\
      <cac:PartyTaxScheme><cbc:CompanyID>\(taxRegistration)</cbc:CompanyID><cac:TaxScheme>\
      <cbc:ID>TAX</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
      """ : ""
    return """
      <cac:\(role)><cac:Party><cac:PostalAddress><cac:Country>\
      <cbc:IdentificationCode>SE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>\
      \(registrations)<cac:PartyLegalEntity><cbc:RegistrationName>\(name)</cbc:RegistrationName>\
      <cbc:CompanyID schemeID="0007">\(number)</cbc:CompanyID></cac:PartyLegalEntity>\
      </cac:Party></cac:\(role)>
      """
  }

  private var svefaktura: String {
    let body = lines.enumerated().map { index, amount in
      """
      <cac:InvoiceLine><cac:ID>\(index + 1)</cac:ID>\
      <cbc:InvoicedQuantity quantityUnitCode="HUR">1</cbc:InvoicedQuantity>\
      <cbc:LineExtensionAmount amountCurrencyID="SEK">\(amount)</cbc:LineExtensionAmount>\
      <cac:Item><cbc:Description>Sjuklön</cbc:Description></cac:Item></cac:InvoiceLine>
      """
    }
    let credited = credits.map {
      "<InitialInvoiceDocumentReference><cac:ID>\($0)</cac:ID></InitialInvoiceDocumentReference>"
    }
    let tax = """
      <cac:TaxTotal><cbc:TotalTaxAmount amountCurrencyID="SEK">\(vat)</cbc:TotalTaxAmount>\
      </cac:TaxTotal>
      """
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <Invoice xmlns="urn:sfti:documents:BasicInvoice:1:0" \
      xmlns:cac="urn:sfti:CommonAggregateComponents:1:0" \
      xmlns:cbc="urn:oasis:names:tc:ubl:CommonBasicComponents:1:0">
      <ID>\(number)</ID><cbc:IssueDate>2025-04-11</cbc:IssueDate>
      <InvoiceTypeCode>\(credits == nil ? 380 : 381)</InvoiceTypeCode>
      <InvoiceCurrencyCode>SEK</InvoiceCurrencyCode>
      <cac:BuyerParty><cac:Party><cac:PartyName><cbc:Name>Falu kommun</cbc:Name>\
      </cac:PartyName></cac:Party></cac:BuyerParty>
      <cac:SellerParty><cac:Party><cac:PartyName><cbc:Name>Bolaget AB</cbc:Name></cac:PartyName>\
      <cac:PartyTaxScheme><cac:CompanyID>\(supplier)</cac:CompanyID><cac:TaxScheme>\
      <cac:ID>SWT</cac:ID></cac:TaxScheme></cac:PartyTaxScheme></cac:Party></cac:SellerParty>
      <cac:PaymentMeans><cac:PayeeFinancialAccount><cac:ID>\(account)</cac:ID>\
      <cac:FinancialInstitutionBranch><cac:FinancialInstitution><cac:ID>BGABSESS</cac:ID>\
      </cac:FinancialInstitution></cac:FinancialInstitutionBranch></cac:PayeeFinancialAccount>\
      </cac:PaymentMeans>
      \(tax)
      <cac:LegalTotal>\
      <cbc:LineExtensionTotalAmount amountCurrencyID="SEK">\(net)</cbc:LineExtensionTotalAmount>\
      <cbc:TaxExclusiveTotalAmount>\(net)</cbc:TaxExclusiveTotalAmount>\
      <cbc:TaxInclusiveTotalAmount>\(toPay)</cbc:TaxInclusiveTotalAmount>\
      \(rounding.map { "<cac:RoundOffAmount>\($0)</cac:RoundOffAmount>" } ?? "")\
      </cac:LegalTotal>
      \(body.joined(separator: "\n"))
      \(credited ?? "")\(extra)
      </Invoice>
      """
  }
}
