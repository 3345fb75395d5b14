/// Something about an invoice that a person should know: facts, and where in the document.
public struct InvoiceComplaint: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// A total that is not what the document's other figures come to.
    case total(InvoiceTotalRule, stated: InvoiceAmount, computed: InvoiceAmount)
    case swedish(SwedishInvoiceRule)
    /// A figure or a day that can't be read.
    case unreadable
    /// Without its number or sum an invoice can't be tied to a claim.
    case missing
    /// What an attachment's rows come to in all, and what the invoice asks for.
    case underlag(claimed: InvoiceAmount, invoiced: InvoiceAmount)
    /// An attachment that can't be opened.
    case attachment(name: String, AttachmentProblem)
  }

  public let kind: Kind
  /// As in `/Invoice/LegalMonetaryTotal/PayableAmount`.
  public let path: String
  /// The line of the file; of the outermost element where the place itself is missing.
  public let line: Int32
}

public enum AttachmentProblem: Sendable, Equatable, CaseIterable {
  /// Not in base64.
  case encoding
  /// Beyond a limit of `IngestLimits`.
  case tooLarge
  /// It lies at an address, which is never asked.
  case elsewhere
}

/// How the totals of an invoice hang together (EN 16931-1:2017, rules BR-CO-10 to BR-CO-17; the
/// same sums hold in Svefaktura 1.0).
public enum InvoiceTotalRule: String, Sendable, Equatable, CaseIterable {
  case lines = "BR-CO-10"
  case allowances = "BR-CO-11"
  case charges = "BR-CO-12"
  case exclusive = "BR-CO-13"
  case tax = "BR-CO-14"
  case inclusive = "BR-CO-15"
  case payable = "BR-CO-16"
  /// One rate's tax, which may be 1.00 off.
  case rate = "BR-CO-17"
}

/// Why nothing of an invoice is read.
public enum InvoiceProblem: Sendable, Equatable, CaseIterable {
  /// More elements or text than `IngestLimits` allows.
  case tooLarge
  case tooMany
  case tooManyEnvelopes
  /// Attachments in attachments beyond `IngestLimits.archiveDepth`.
  case tooDeep
}
