/// One thing that is read for itself: a file, standard input, or what lies inside of one.
struct Document {
  enum Content {
    case bytes(ByteSource)
    case sheet(Worksheet)
    case invoice(Invoice, InvoiceFile)
    /// An invoice's lines, which are claims.
    case lines(InvoiceTable, InvoiceFile)
    /// It can't be opened.
    case refused(RefusalReason)
  }

  /// As reports show it: `paket.zip/maj.csv`, `maj.xlsx, blad Sjuklöner`.
  let name: String
  /// The name without folders; `nil` for standard input.
  let fileName: String?
  /// Whether a person named it, so that she is told where it is no table of ours.
  let isNamed: Bool
  let content: Content
  /// The invoice that it is attached to.
  let invoice: InvoiceContext?

  /// Hands over what lies in a source, one document after the other.
  ///
  /// - Returns: Whether the source is read as it is, and not unpacked.
  @discardableResult
  static func each(in source: InputSource, _ take: (Document) -> Void) -> Bool {
    var unpacking = Unpacking()
    return !unpacking.open(Document(source), depth: 0, take)
  }

  private init(_ source: InputSource) {
    (name, fileName, invoice) = (source.name, source.fileName, nil)
    if case .file(_, let isNamed) = source { self.isNamed = isNamed } else { isNamed = true }
    do { content = .bytes(try ByteSource(source)) } catch { content = .refused(error) }
  }

  init(
    name: String, fileName: String?, isNamed: Bool, _ content: Content, invoice: InvoiceContext?
  ) {
    (self.name, self.fileName, self.isNamed, self.content) = (name, fileName, isNamed, content)
    self.invoice = invoice
  }

  /// The columns of a table, where those that the invoice gives need not be in the file.
  func columns(of table: TableKind) -> [ColumnSpec] {
    invoice?.columns(of: table) ?? table.columns
  }

  var sheet: Worksheet? {
    if case .sheet(let sheet) = content { sheet } else { nil }
  }

  /// What stands between a workbook's name and a sheet's.
  static let sheetMark = ", blad "
  /// What follows an invoice's name where its lines are meant.
  static let linesMark = ", fakturarader"
  /// What stands between a file's name and the number of an invoice, where it holds several.
  static let invoiceMark = ", faktura "

  /// What parts the names of a file and of something in it, beside a slash.
  static let marks = [sheetMark, linesMark, invoiceMark]
}
