import SickPay

extension Invoice {
  /// What an invoice's elements say, with what is wrong with them.
  init(_ document: InvoiceElement, _ format: InvoiceFormat) {
    let root = InvoicePlace(root: document)
    let paths = InvoicePaths(format, isCreditNote: document.name == "CreditNote")
    var figures = InvoiceFigures()
    let currency = root.text(paths.currency) ?? "SEK"
    self.format = format
    // UNTDID 1001: 381 is a credit note, which Svefaktura calls an invoice all the same.
    isCredit = document.name == "CreditNote" || root.text("InvoiceTypeCode") == "381"
    number = root.text("ID")
    if number == nil { figures.missing("ID", in: root) }
    issued = figures.day(root.first("IssueDate"))
    due = figures.day(paths.due.compactMap { root.first($0) }.first)
    self.currency = currency
    supplier = InvoiceParty(root.first(paths.supplier))
    customer = InvoiceParty(root.first(paths.customer))
    references = InvoiceReferences(root)
    period = figures.period(root.first(paths.period), paths)
    credits = root.all(paths.credited).map(\.text).filter { !$0.isEmpty }
    accounts = root.all("PaymentMeans").compactMap { InvoiceAccount($0, paths) }
    let totals = InvoiceTotals(root, paths, currency, &figures)
    self.totals = totals
    payablePlace = root.first("\(paths.totals)/\(paths.payable)").map {
      DocumentPlace(path: $0.path, line: $0.element.line)
    }
    let lines = root.all(paths.line).map { InvoiceLine($0, paths, &figures) }
    self.lines = lines
    let sum = lines.reduce(InvoiceAmount?.some(.zero)) { sum, line in
      guard let sum, let amount = line.amount else { return nil }
      return sum + amount
    }
    InvoiceTotalCheck(format: format, paths: paths, root: root, totals: totals)
      .run(lines: sum, &figures)
    let broken = format == .ubl ? SwedishInvoiceRule.broken(by: root) : []
    complaints = figures.complaints + broken
  }
}

extension InvoiceParty {
  fileprivate init(_ party: InvoicePlace?) {
    let registrations = party?.all("PartyTaxScheme") ?? []
    func number(_ scheme: String) -> String? {
      registrations.first { $0.text("TaxScheme/ID") == scheme }?.text("CompanyID")
    }
    name =
      party?.text("PartyLegalEntity/RegistrationName") ?? party?.text("PartyName/Name")
      ?? registrations.compactMap { $0.text("RegistrationName") }.first
    // Svefaktura has no legal entity: the scheme SWT is the organisationsnummer.
    legalID = party?.text("PartyLegalEntity/CompanyID") ?? number("SWT")
    vatNumber = number("VAT")
    country =
      party?.text("PostalAddress/Country/IdentificationCode")
      ?? party?.text("Address/Country/IdentificationCode")
  }
}

extension InvoiceReferences {
  fileprivate init(_ root: InvoicePlace) {
    buyer = root.text("BuyerReference") ?? root.text("RequisitionistDocumentReference/ID")
    order = root.text("OrderReference/ID")
    contract = root.text("ContractDocumentReference/ID")
    // UNTDID 1001: 130 is the invoiced object; Svefaktura marks it by scheme.
    let objects = root.all("AdditionalDocumentReference")
    object =
      objects.first { $0.text("DocumentTypeCode") == "130" }?.text("ID")
      ?? objects.first {
        $0.first("ID")?.element.attributes["identificationSchemeID"] == "ACD"
      }?.text("ID")
  }
}

extension InvoiceAccount {
  fileprivate init?(_ means: InvoicePlace, _ paths: InvoicePaths) {
    guard let number = means.text("PayeeFinancialAccount/ID") else { return nil }
    self.number = number
    // UNTDID 4461 before 2019: 50 was plusgiro and 56 bankgiro; the giros' BIC in Svefaktura.
    switch (means.text(paths.institution), means.text("PaymentMeansCode")) {
    case ("SE:BANKGIRO", _), ("BGABSESS", _), (_, "56"): kind = .bankgiro
    case ("SE:PLUSGIRO", _), ("PGSISESS", _), (_, "50"): kind = .plusgiro
    default:
      let start = number.utf8.prefix(4).map { $0 }
      let isLettered = start.prefix(2).allSatisfy {
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0
      }
      let isNumbered = start.dropFirst(2).allSatisfy {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
      }
      kind = number.utf8.count >= 15 && isLettered && isNumbered ? .iban : .other
    }
  }
}

extension InvoiceTotals {
  fileprivate init(
    _ root: InvoicePlace, _ paths: InvoicePaths, _ currency: String,
    _ figures: inout InvoiceFigures
  ) {
    let stated = root.first(paths.totals)
    func place(_ name: String) -> InvoicePlace? { stated?.first(name) }
    lines = figures.amount(place(paths.totalLines))
    allowances = figures.amount(place("AllowanceTotalAmount"))
    charges = figures.amount(place("ChargeTotalAmount"))
    exclusive = figures.amount(place(paths.totalExclusive))
    inclusive = figures.amount(place(paths.totalInclusive))
    prepaid = figures.amount(place("PrepaidAmount"))
    rounding = figures.amount(place(paths.rounding))
    // The tax may be stated once more in the currency of the accounts.
    let taxes = root.all("TaxTotal").compactMap { $0.first(paths.tax) }.filter {
      ($0.element.attributes[paths.amountCurrency] ?? currency) == currency
    }
    let amounts = taxes.compactMap { figures.amount($0) }
    tax = amounts.isEmpty ? nil : amounts.reduce(.zero, +)
    payable =
      paths.payable == paths.totalInclusive ? inclusive : figures.amount(place(paths.payable))
    if stated != nil, place(paths.payable) == nil {
      figures.missing(paths.totals + "/" + paths.payable, in: root)
    }
  }
}

extension InvoiceLine {
  fileprivate init(
    _ place: InvoicePlace, _ paths: InvoicePaths, _ figures: inout InvoiceFigures
  ) {
    id = place.text("ID")
    line = place.element.line
    quantity = figures.amount(place.first(paths.quantity))
    unit = place.first(paths.quantity)?.element.attributes[paths.quantityUnit]
    amount = figures.amount(place.first("LineExtensionAmount"))
    price = figures.amount(place.first(paths.price))
    name = paths.itemNames.compactMap { place.text($0) }.first
    period = figures.period(place.first(paths.period), paths)
    properties = place.all("Item/AdditionalItemProperty").compactMap { property in
      guard let name = property.text("Name"), let value = property.text("Value") else {
        return nil
      }
      return InvoiceProperty(name: name, value: value)
    }
  }
}
