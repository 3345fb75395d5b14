import SickPay

/// Writes the rows of `facit/bolag.csv` and `facit/rader.csv`.
enum TruthTable {
  static let companyColumns = [
    "orgnr", "fuskar", "metod", "intensitet", "antal_falska_rader", "falska_kronor", "antal_rader",
    "antal_fel", "kronor", "semester_bas", "semester_på_ob", "avtal_bas", "avrundning",
    "karens_per_brukare", "vakans_i_karens", "tid", "utelämnar",
  ]
  static let rowColumns = [
    "kommun", "ärende", "fakturanummer", "assistent", "etikett", "metod", "kronor", "orgnr",
    "brukare", "sjuk_från",
  ]

  static func write(_ truth: CompanyTruth, of company: Company, to writer: inout ByteWriter) {
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
    writeMethod(of: company, to: &writer)
    writer.endRow()
  }

  /// The lawful choices that the company keeps to, and the columns that it leaves empty.
  private static func writeMethod(of company: Company, to writer: inout ByteWriter) {
    let (method, habits) = (company.method, company.habits)
    let base =
      switch method.vacationBase {
      case .reimbursedHours: "ersatta timmar"
      case .karensHoursToo: "karenstimmar också"
      case .sickPay: "sjuklön"
      }
    let rounding =
      switch method.rounding {
      case .nothing: "öre"
      case .sum: "summan till krona"
      case .everyPart: "varje del till krona"
      }
    let choices = [
      base, method.vacationOnSupplements ? "ja" : "nej",
      method.agreementBase == .pay ? "före avgift" : "efter avgift", rounding,
      habits.employsPerBrukare ? "ja" : "nej",
      habits.subtractsVacancyTwice ? "dras två gånger" : "dras en gång",
      habits.countsRealTime ? "verklig tid" : "klocktid", habits.omitted.names,
    ]
    for choice in choices {
      writer.field()
      writer.text(choice)
    }
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
    case .noPermit: writer.text(";fusk;utan-tillstånd")
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
