/// The standards that an invoice may be written in.
public enum InvoiceFormat: String, Sendable, Equatable {
  /// Peppol BIS Billing 3 (OpenPeppol), or another use of EN 16931 in UBL 2.1.
  case ubl = "Peppol BIS Billing 3 (UBL 2.1)"
  /// SFTI Svefaktura 1.0, a Basic Invoice in UBL 1.0.
  case svefaktura = "Svefaktura 1.0"

  /// What the elements inside of an invoice are called in; others are extensions, and not read.
  var namespaces: Set<String> {
    switch self {
    case .ubl:
      [
        Self.ublInvoice, Self.ublCreditNote,
        "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
        "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
      ]
    case .svefaktura:
      [
        Self.sftiInvoice, "urn:sfti:CommonAggregateComponents:1:0",
        "urn:oasis:names:tc:ubl:CommonBasicComponents:1:0",
      ]
    }
  }

  private static let ublInvoice = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
  private static let ublCreditNote = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"
  private static let sftiInvoice = "urn:sfti:documents:BasicInvoice:1:0"

  /// The format of a document by its outermost element.
  init?(root: MarkupName) {
    switch (root.namespace, root.local) {
    case (Self.ublInvoice, "Invoice"), (Self.ublCreditNote, "CreditNote"): self = .ubl
    case (Self.sftiInvoice, "Invoice"): self = .svefaktura
    default: return nil
    }
  }
}

/// The envelope in which invoices travel (UN/CEFACT Standard Business Document Header).
enum BusinessEnvelope {
  private static let namespaces: Set<String> = [
    "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader",
    "urn:sfti:documents:StandardBusinessDocumentHeader",
  ]

  static func isEnvelope(_ element: MarkupName) -> Bool {
    element.local == "StandardBusinessDocument" && namespaces.contains(element.namespace)
  }
}
