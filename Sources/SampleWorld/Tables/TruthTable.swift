import SickPay

/// Writes the rows of `facit/bolag.csv` and `facit/rader.csv`.
enum TruthTable {
  static let companyColumns = [
    "orgnr", "fuskar", "metod", "intensitet", "antal_falska_rader", "falska_kronor", "antal_rader",
    "antal_fel", "kronor",
  ]
  static let rowColumns = [
    "kommun", "ärende", "fakturanummer", "assistent", "etikett", "metod", "kronor", "orgnr",
    "brukare",
    "sjuk_från",
  ]

  static func write(_ truth: CompanyTruth, to writer: inout ByteWriter) {
    writer.digits(truth.organisationNumber, width: 10)
    writer.text(truth.isCheating ? ";ja;" : ";nej;")
    writer.text(truth.schemes.map(\.rawValue).joined(separator: "+"))
    writer.field()
    writer.text(truth.intensity?.rawValue ?? "")
    writer.field()
    writer.digits(UInt64(truth.falseRows))
    writer.field()
    writer.hundredths(truth.falsely)
    writer.field()
    writer.digits(UInt64(truth.rows))
    writer.field()
    writer.digits(UInt64(truth.plantedErrors))
    writer.field()
    writer.hundredths(truth.claimed)
    writer.endRow()
  }

  static func write(_ truth: RowTruth, brukare: UInt64, first: Int32, to writer: inout ByteWriter) {
    writer.digits(UInt64(truth.kommun), width: 4)
    writer.field()
    writer.text(truth.caseNumber)
    writer.field()
    writer.text(truth.invoice)
    writer.field()
    writer.digits(truth.assistant, width: 12)
    switch truth.label {
    case .fraud(let scheme):
      writer.text(";fusk;")
      writer.text(scheme.rawValue)
    case .error(let kind):
      writer.text(";fel;")
      writer.text(kind.rawValue)
    }
    writer.field()
    writer.hundredths(truth.falsely)
    writer.field()
    writer.digits(truth.organisationNumber, width: 10)
    writer.field()
    writer.digits(brukare, width: 12)
    writer.field()
    writer.text(Day(number: first).description)
    writer.endRow()
  }
}
