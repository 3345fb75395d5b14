import Ledger
import SickPay

/// What an invoice says of the claims in its attachments, where they say nothing themselves.
package struct InvoiceContext {
  /// The name of the invoice's document.
  let document: String
  let isCredit: Bool
  /// Canonical columns and their texts.
  private let texts: [String: String]

  init(_ invoice: Invoice, document: String) {
    self.document = document
    isCredit = invoice.isCredit
    var texts: [String: String] = [:]
    texts["fakturanummer"] = invoice.number
    texts["fakturadatum"] = invoice.issued?.description
    texts["orgnr"] = invoice.supplier.organisation?.description
    texts["bolag"] = invoice.supplier.name
    texts["betalkonto"] = invoice.accounts.first?.text
    texts["ärende"] = invoice.references.object
    // Which of several a row credits the invoice does not say.
    if invoice.credits.count == 1 { texts["krediterar"] = invoice.credits.first }
    self.texts = texts.filter { $0.value.utf8.count <= IngestLimits.textBytes }
  }

  /// The canonical columns, where those that the invoice gives need not be in a file.
  func columns(of table: TableKind) -> [ColumnSpec] {
    table.columns.map { spec in
      table == .claims && texts[spec.name] != nil ? .optional(spec.name, spec.kind) : spec
    }
  }

  /// Puts what the invoice gives where a column of claims has no cell.
  ///
  /// - Parameter column: In `claimColumns`.
  func fill(_ cells: inout [Int32], column: Int, _ fields: inout FieldDecoder) {
    let spec = claimColumns[column]
    // What is not needed is not known either: a company without a row is none.
    guard let text = texts[spec.name], cells.contains(absentCell),
      let given = fields.cell(text, spec.kind)
    else { return }
    for row in cells.indices where cells[row] == absentCell { cells[row] = given }
  }
}

extension InvoiceAccount {
  /// As `betalkonto` has it.
  var text: String {
    switch kind {
    case .bankgiro: GiroNumber(number, kind: .bankgiro)?.description ?? number
    case .plusgiro: GiroNumber(number, kind: .plusgiro)?.description ?? number
    case .iban, .other: number
    }
  }
}

extension FieldDecoder {
  /// The cell of a text that stands in no record; `nil` where it can't be read.
  fileprivate mutating func cell(_ text: String, _ kind: FieldKind) -> Int32? {
    var batch = RecordBatch()
    batch.append([text], line: 0)
    let texts = ColumnTexts(firstFields: [0], place: 0, isRequired: false)
    var (cells, problems): ([Int32], [FieldProblem]) = ([absentCell], [])
    decode(batch, texts, kind, events: [], into: &cells, &problems)
    return problems.isEmpty && cells[0] != absentCell ? cells[0] : nil
  }
}
