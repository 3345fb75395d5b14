/// An element of an invoice with what is in it.
struct InvoiceElement {
  let name: String
  /// The line of its start tag, from 1.
  let line: Int32
  let attributes: [String: String]
  var text = ""
  var children: [InvoiceElement] = []

  /// Attributes that say something; all others name lists and versions of codes.
  static let knownAttributes = [
    "schemeID", "currencyID", "unitCode", "amountCurrencyID", "quantityUnitCode",
    "identificationSchemeID", "mimeCode", "filename",
  ]
}
