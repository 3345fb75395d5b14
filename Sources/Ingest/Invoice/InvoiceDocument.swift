/// Takes in a document that may be an invoice, alone or in envelopes, with its attachments.
///
/// What an invoice says is kept as a tree of its own elements, at most `IngestLimits` of them;
/// attachments are decoded as they come. Extensions and signatures are not kept.
struct InvoiceDocument: MarkupHandler {
  private(set) var invoices: [Invoice] = []
  private(set) var attachments: [InvoiceAttachment] = []
  /// Whether an invoice or its envelope has begun.
  var hasInvoice: Bool { format != nil || envelopes > 0 || !invoices.isEmpty }

  private var format: InvoiceFormat?
  /// The elements that are open, from the invoice's own.
  private var open: [InvoiceElement] = []
  /// Elements that are open and not kept, in the innermost one that is.
  private var skipped = 0
  private var envelopes = 0
  private var elements = 0
  private var textBytes = 0
  /// Of the text that is going on; a character may come in two pieces.
  private var text: [UInt8] = []
  private var binary: Base64Decoder?
  private var binaryName: String?
  /// What all attachments may still come to.
  private var attachmentBytes = IngestLimits.attachmentBytes

  mutating func start(
    _ element: MarkupName, _ attributes: borrowing MarkupAttributes
  ) throws(RefusalReason) {
    if skipped > 0 {
      skipped += 1
      if element.local == "EncodedData", open.isEmpty { startBinary(attributes) }
      return
    }
    guard let format else { return try startOutside(element, attributes) }
    guard format.namespaces.contains(element.namespace) else {
      skipped = 1
      return
    }
    try keep(element, attributes)
  }

  mutating func end(_ element: MarkupName) throws(RefusalReason) {
    if skipped > 0 {
      skipped -= 1
      if element.local == "EncodedData", open.isEmpty { endBinary(at: "EncodedData", line: 1) }
      return
    }
    guard var last = open.popLast() else {
      envelopes -= 1
      return
    }
    if binary != nil {
      endBinary(at: InvoiceDocument.path(open + [last]), line: last.line)
    } else {
      last.text = String(decoding: text, as: UTF8.self)
    }
    text = []
    if open.isEmpty {
      if let format { invoices.append(Invoice(last, format)) }
      format = nil
    } else {
      noteAddress(last)
      open[open.count - 1].children.append(last)
    }
  }

  mutating func text(_ piece: Span<UInt8>) throws(RefusalReason) {
    if binary != nil {
      binary?.take(piece)
    } else if skipped == 0, !open.isEmpty {
      text.append(copying: piece)
      textBytes += piece.count
      guard textBytes <= IngestLimits.invoiceTextBytes else { throw .invoice(.tooLarge) }
    }
  }

  /// An element that is in no invoice: an envelope, an invoice, or something of the envelope's.
  private mutating func startOutside(
    _ element: MarkupName, _ attributes: borrowing MarkupAttributes
  ) throws(RefusalReason) {
    if let found = InvoiceFormat(root: element) {
      guard invoices.count < IngestLimits.invoices else { throw .invoice(.tooMany) }
      format = found
      return try keep(element, attributes)
    }
    if BusinessEnvelope.isEnvelope(element) {
      envelopes += 1
      if envelopes > IngestLimits.envelopes { throw .invoice(.tooManyEnvelopes) }
      return
    }
    // Another document: read on, so that it is known to be well-formed.
    skipped = 1
  }

  private mutating func keep(
    _ element: MarkupName, _ attributes: borrowing MarkupAttributes
  ) throws(RefusalReason) {
    elements += 1
    guard elements <= IngestLimits.invoiceElements else { throw .invoice(.tooLarge) }
    var kept: [String: String] = [:]
    if attributes.count > 0 {
      for name in InvoiceElement.knownAttributes { kept[name] = attributes[name] }
    }
    open.append(InvoiceElement(name: element.local, line: attributes.line, attributes: kept))
    text = []
    if element.local == "EmbeddedDocumentBinaryObject" { startBinary(attributes) }
  }

  private mutating func startBinary(_ attributes: borrowing MarkupAttributes) {
    binary = Base64Decoder(most: attachmentBytes)
    binaryName = attributes["filename"]
  }

  private mutating func endBinary(at path: String, line: Int32) {
    guard var decoder = binary else { return }
    decoder.finish()
    binary = nil
    attachmentBytes -= decoder.bytes.count
    let name = binaryName ?? "bilaga \(attachments.count + 1)"
    let content: Result<[UInt8], AttachmentFault> =
      decoder.problem.map { .failure(AttachmentFault(problem: $0, path: path, line: line)) }
      ?? .success(decoder.bytes)
    attachments.append(InvoiceAttachment(name: name, invoice: owner, content: content))
  }

  /// An attachment that lies at an address is named, and not asked for.
  private mutating func noteAddress(_ element: InvoiceElement) {
    guard element.name == "ExternalReference",
      let address = element.children.first(where: { $0.name == "URI" })?.text
    else { return }
    attachments.append(
      InvoiceAttachment(
        name: address, invoice: owner,
        content: .failure(
          AttachmentFault(
            problem: .elsewhere, path: InvoiceDocument.path(open + [element]),
            line: element.line))))
  }

  /// What lies beside an invoice in its envelope belongs to the one before.
  private var owner: Int { open.isEmpty ? max(0, invoices.count - 1) : invoices.count }

  private static func path(_ elements: [InvoiceElement]) -> String {
    elements.map { "/" + $0.name }.joined()
  }
}

extension MarkupLimits {
  /// An attachment is one text.
  static let invoice = MarkupLimits(textBytes: IngestLimits.attachmentBytes / 3 * 4 + 1 << 22)
}
