import SickPay

/// An invoice as a table: what it says in all, and a record for each of its lines.
struct InvoiceTable {
  /// Name and value, as they stand above the lines.
  let facts: [[String]]
  let names: [String]
  let records: [[String]]
  /// The lines of the file that the records start on.
  let lines: [Int32]

  /// Everything, for a person or a program to look at.
  init(_ invoice: Invoice) {
    facts = invoice.facts
    names = ["rad", "benämning", "antal", "enhet", "pris", "belopp", "från", "till"]
    records = invoice.lines.map { line in
      [
        line.id, line.name, line.quantity?.description, line.unit, line.price?.description,
        line.amount?.description, line.period?.from?.description, line.period?.to?.description,
      ].map { $0 ?? "" }
    }
    lines = invoice.lines.map(\.line)
  }

  /// The lines as claims: what the sender says of each item, under the names that he gives, its sum
  /// and its days. `nil` where the lines say nothing of the kind.
  ///
  /// An item's quantity and price are not taken: whether the hours are those lost or those paid, an
  /// invoice does not say.
  init?(claimsOf invoice: Invoice) {
    var names: [String] = []
    for property in invoice.lines.flatMap(\.properties) where !names.contains(property.name) {
      guard names.count < IngestLimits.recordFields / 2 else { return nil }
      names.append(property.name)
    }
    guard !names.isEmpty else { return nil }
    let own = names
    let known = Set(TableMapping(.claims, names).columns.map(\.column))
    func adds(_ column: String) -> Bool { !known.contains(column) }
    names += ["sjuk_från", "sjuk_till", "belopp"].filter(adds)
    facts = []
    self.names = names
    records = invoice.lines.map { line in
      var cells = own.map { name in line.properties.first { $0.name == name }?.value ?? "" }
      if adds("sjuk_från") { cells.append(line.period?.from?.description ?? "") }
      if adds("sjuk_till") { cells.append(line.period?.to?.description ?? "") }
      if adds("belopp") { cells.append(line.amount?.description ?? "") }
      return cells
    }
    lines = invoice.lines.map(\.line)
  }

  /// Whether the names and what the invoice gives are all that a claim must have.
  func isWhole(_ context: InvoiceContext) -> Bool {
    let found = Set(TableMapping(.claims, names).columns.map(\.column))
    return context.columns(of: .claims).allSatisfy { !$0.isRequired || found.contains($0.name) }
  }

  /// The names and the records, from the first on.
  var batch: RecordBatch {
    var batch = RecordBatch()
    batch.append(names, line: lines.first ?? 1)
    for (cells, line) in zip(records, lines) { batch.append(cells, line: line) }
    return batch
  }
}

extension Invoice {
  fileprivate var facts: [[String]] {
    let totals: [(String, InvoiceAmount?)] = [
      ("radsumma", totals.lines), ("avdrag", totals.allowances), ("tillägg", totals.charges),
      ("utan moms", totals.exclusive), ("moms", totals.tax), ("med moms", totals.inclusive),
      ("förskott", totals.prepaid), ("öresutjämning", totals.rounding),
      ("att betala", totals.payable),
    ]
    let facts: [(String, String?)] =
      [
        ("format", format.rawValue), ("slag", isCredit ? "kreditnota" : "faktura"),
        ("nummer", number), ("datum", issued?.description), ("förfaller", due?.description),
        ("valuta", currency), ("säljare", supplier.name), ("säljarens nummer", supplier.legalID),
        ("säljarens momsnummer", supplier.vatNumber), ("säljarens land", supplier.country),
        ("köpare", customer.name), ("köparens nummer", customer.legalID),
        ("köparens momsnummer", customer.vatNumber), ("köparens land", customer.country),
        ("köparens referens", references.buyer), ("order", references.order),
        ("avtal", references.contract), ("objekt", references.object),
        ("från", period?.from?.description), ("till", period?.to?.description),
      ] + credits.map { ("krediterar", $0) }
      + accounts.map { ("konto", "\($0.kind.word) \($0.number)") }
      + totals.map { ($0, $1?.description) }
    return facts.compactMap { name, value in value.map { [name, $0] } }
  }
}

extension InvoiceAccount.Kind {
  fileprivate var word: String {
    switch self {
    case .bankgiro: "bankgiro"
    case .plusgiro: "plusgiro"
    case .iban: "iban"
    case .other: "konto"
    }
  }
}
