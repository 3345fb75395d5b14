/// Where an invoice keeps what it says, as its format has it.
struct InvoicePaths {
  let supplier: String
  let customer: String
  let period: String
  let periodStart: String
  let periodEnd: String
  let credited: String
  let line: String
  let quantity: String
  let quantityUnit: String
  let price: String
  let itemNames: [String]
  let tax: String
  let taxSubtotal: String
  let totals: String
  let totalLines: String
  let totalExclusive: String
  let totalInclusive: String
  let payable: String
  let rounding: String
  let due: [String]
  let currency: String
  let amountCurrency: String
  /// The institution that an account to pay to is at.
  let institution: String

  init(_ format: InvoiceFormat, isCreditNote: Bool) {
    switch format {
    case .ubl:
      (supplier, customer) = ("AccountingSupplierParty/Party", "AccountingCustomerParty/Party")
      (period, periodStart, periodEnd) = ("InvoicePeriod", "StartDate", "EndDate")
      credited = "BillingReference/InvoiceDocumentReference/ID"
      line = isCreditNote ? "CreditNoteLine" : "InvoiceLine"
      quantity = isCreditNote ? "CreditedQuantity" : "InvoicedQuantity"
      (quantityUnit, price) = ("unitCode", "Price/PriceAmount")
      itemNames = ["Item/Name", "Item/Description"]
      (tax, taxSubtotal, totals) = ("TaxAmount", "TaxSubtotal", "LegalMonetaryTotal")
      (totalLines, totalExclusive) = ("LineExtensionAmount", "TaxExclusiveAmount")
      (totalInclusive, payable) = ("TaxInclusiveAmount", "PayableAmount")
      rounding = "PayableRoundingAmount"
      due = ["DueDate", "PaymentMeans/PaymentDueDate"]
      (currency, amountCurrency) = ("DocumentCurrencyCode", "currencyID")
      institution = "PayeeFinancialAccount/FinancialInstitutionBranch/ID"
    case .svefaktura:
      (supplier, customer) = ("SellerParty/Party", "BuyerParty/Party")
      (period, periodStart, periodEnd) = ("InvoicingPeriod", "StartDateTime", "EndDateTime")
      credited = "InitialInvoiceDocumentReference/ID"
      (line, quantity, quantityUnit) = ("InvoiceLine", "InvoicedQuantity", "quantityUnitCode")
      (price, itemNames) = ("Item/BasePrice/PriceAmount", ["Item/Description"])
      (tax, taxSubtotal, totals) = ("TotalTaxAmount", "TaxSubTotal", "LegalTotal")
      (totalLines, totalExclusive) = ("LineExtensionTotalAmount", "TaxExclusiveTotalAmount")
      (totalInclusive, payable) = ("TaxInclusiveTotalAmount", "TaxInclusiveTotalAmount")
      (rounding, due) = ("RoundOffAmount", ["PaymentMeans/DuePaymentDate"])
      (currency, amountCurrency) = ("InvoiceCurrencyCode", "amountCurrencyID")
      institution = "PayeeFinancialAccount/FinancialInstitutionBranch/FinancialInstitution/ID"
    }
  }
}
