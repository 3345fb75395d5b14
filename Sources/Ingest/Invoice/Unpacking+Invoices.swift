import Crypto
import Foundation

extension Unpacking {
  /// Opens a document in XML and hands over the invoices in it, each followed by its attachments.
  ///
  /// - Returns: `false` where the document is none, and is to be handed over as it is.
  /// - Throws: What is wrong with XML that somebody named, that is declared as XML, or that began
  ///   as an invoice; `notText` where somebody named XML of another kind.
  mutating func openInvoices(
    _ bytes: ByteSource, _ document: Document, _ depth: Int, _ give: (Document) -> Void
  ) throws(RefusalReason) -> Bool {
    guard bytes.canRewind, let start = MarkupStart(try bytes.start(256)) else { return false }
    let isMeant = document.isNamed || start == .declared
    guard let (found, file) = try read(bytes, isMeant: isMeant) else {
      if document.isNamed { throw .notText(.xml) }
      try bytes.rewind()
      return false
    }
    guard depth < IngestLimits.archiveDepth else { throw .invoice(.tooDeep) }
    for (index, read) in found.invoices.enumerated() {
      let name =
        found.invoices.count == 1
        ? document.name : "\(document.name)\(Document.invoiceMark)\(index + 1)"
      let attachments = found.attachments.filter { $0.invoice == index }
      var invoice = read
      invoice.complain(of: attachments)
      let context = InvoiceContext(invoice, document: name)
      giveInvoice(invoice, context, file, document, give)
      giveAttachments(attachments, context, depth, give)
    }
    return true
  }

  /// Reads to the end; `nil` where there is no invoice.
  ///
  /// - Parameter isMeant: Whether it is said to be XML, so that a fault is told in any case.
  private func read(
    _ bytes: ByteSource, isMeant: Bool
  ) throws(RefusalReason) -> (InvoiceDocument, InvoiceFile)? {
    var reader = try MarkupReader(InvoiceDocument(), limits: .invoice)
    var (hash, size) = (SHA256(), Int64(0))
    try bytes.rewind()
    do throws(RefusalReason) {
      while let chunk = try bytes.next() {
        hash.update(data: chunk)
        size += Int64(chunk.count)
        try reader.feed(chunk.span)
      }
      try reader.finish()
    } catch {
      if case .markup(let fault) = error, fault.kind != .documentType, !isMeant,
        !reader.handler.hasInvoice
      {
        return nil
      }
      throw error
    }
    if reader.handler.invoices.isEmpty { return nil }
    return (reader.handler, InvoiceFile(sha256: hash.hexadecimal, bytes: size))
  }

  /// The invoice itself, and its lines where they are claims.
  private func giveInvoice(
    _ invoice: Invoice, _ context: InvoiceContext, _ file: InvoiceFile, _ document: Document,
    _ give: (Document) -> Void
  ) {
    give(
      Document(
        name: context.document, fileName: document.fileName, isNamed: document.isNamed,
        .invoice(invoice, file), invoice: document.invoice))
    guard let lines = InvoiceTable(claimsOf: invoice), lines.isWhole(context) else { return }
    give(
      Document(
        name: context.document + Document.linesMark, fileName: document.fileName, isNamed: false,
        .lines(lines, file), invoice: context))
  }

  private mutating func giveAttachments(
    _ attachments: [InvoiceAttachment], _ context: InvoiceContext, _ depth: Int,
    _ give: (Document) -> Void
  ) {
    var names: [String: Int] = [:]
    for attachment in attachments {
      guard case .success(let bytes) = attachment.content else { continue }
      let shown = ZipEntry.shown(attachment.name)
      names[shown, default: 0] += 1
      // Names that are alike are told apart by their order.
      let number = names[shown] == 1 ? "" : " (\(names[shown] ?? 1))"
      let inner = Document(
        name: "\(context.document)/\(shown)\(number)",
        fileName: shown.split(separator: "/").last.map(String.init), isNamed: false,
        .bytes(ByteSource(Data(bytes))), invoice: context)
      open(inner, depth: depth + 1, give)
    }
  }
}

/// The bytes that an invoice was read from.
struct InvoiceFile {
  let sha256: String
  let bytes: Int64
}

/// How a file begins that is XML and no HTML.
private enum MarkupStart {
  /// With `<?xml`.
  case declared
  /// With some tag.
  case tag

  init?(_ start: [UInt8]) {
    // In UTF-16 every second byte of such a start is zero.
    let text = String(
      decoding: start.drop { $0 >= 0x80 || $0 <= 0x20 }.filter { $0 != 0 }, as: UTF8.self
    ).lowercased()
    guard text.hasPrefix("<"), let second = text.dropFirst().first,
      second.isLetter || "?!_:".contains(second)
    else { return nil }
    if ["<!doctype html", "<html", "<table"].contains(where: text.hasPrefix) { return nil }
    self = text.hasPrefix("<?xml") ? .declared : .tag
  }
}
