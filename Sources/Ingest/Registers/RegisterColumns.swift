/// The columns of each register, in the order of its schema in the ledger.
let registerColumns: [TableKind: [ColumnSpec]] = [
  .permits: [
    .required("orgnr", .organisation), .required("från", .date), .present("till", .date),
    .present("underrättad", .date),
  ],
  .decisions: [
    .required("kommun", .kommun), .required("brukare", .brukare),
    .present("lagrum", .word(["SFB51", "LSS9"])), .required("från", .date),
    .present("till", .date), .required("veckotimmar", .hours), .present("orgnr", .organisation),
  ],
  .workedTime: [
    .required("orgnr", .organisation), .required("assistent", .worker),
    .required("brukare", .brukare), .required("start", .wallTime), .required("slut", .wallTime),
  ],
  .wages: [
    .required("orgnr", .organisation), .required("assistent", .worker),
    .required("månad", .month), .required("timlön", .wage), .present("timmar", .hours),
  ],
  .companies: [
    .required("orgnr", .organisation), .present("namn", .text), .present("adress", .text),
    .present("telefon", .text), .present("företrädare", .text), .present("registrerad", .date),
    .present("upphörd", .date),
  ],
  .payments: [
    .required("kommun", .kommun), .required("ärende", .text), .present("fakturanummer", .text),
    .required("betald", .date), .required("belopp", .kronor), .present("betalkonto", .text),
  ],
  .outcomes: [
    .required("kommun", .kommun), .required("ärende", .text),
    .required("utfall", .word(["rätt", "fel", "återkrav"])), .present("belopp", .kronor),
    .optional("urval", .word(["risk", "slump"])),
  ],
]

extension TableKind {
  /// Whether a file bears the table's name: `tid.csv`, `Tid 2025.csv`, `tid_2025-03.csv`.
  func isNamed(_ fileName: String) -> Bool {
    let (name, table) = (foldedHeaderName(fileName), foldedHeaderName(rawValue))
    guard name.hasPrefix(table) else { return false }
    return name.dropFirst(table.count).first.map { !$0.isLetter } ?? true
  }
}
