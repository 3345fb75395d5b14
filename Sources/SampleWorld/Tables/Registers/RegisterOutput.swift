/// Buffers the registers that may lie beside the claims: `bolag.csv`, `tillstånd.csv`,
/// `beslut.csv`, `tid.csv`, `löner.csv`, `betalningar.csv`, `utfall.csv`.
///
/// They tell the truth, of honest companies and of cheating ones.
struct RegisterOutput {
  static let columns: [WorldTable: [String]] = [
    .companyRegister: [
      "orgnr", "namn", "adress", "telefon", "företrädare", "registrerad", "upphörd",
    ],
    .permits: ["orgnr", "från", "till", "underrättad"],
    .decisions: ["kommun", "brukare", "lagrum", "från", "till", "veckotimmar", "orgnr"],
    .workedTime: ["orgnr", "assistent", "brukare", "start", "slut"],
    .wages: ["orgnr", "assistent", "månad", "timlön", "timmar"],
    .payments: ["kommun", "ärende", "fakturanummer", "betald", "belopp", "betalkonto"],
    .outcomes: ["kommun", "ärende", "utfall", "belopp", "urval"],
  ]

  let claims: ClaimTable
  var days: DayText { claims.days }
  var companies = ByteWriter()
  var permits = ByteWriter()
  var decisions = ByteWriter()
  var workedTime = ByteWriter()
  var wages = ByteWriter()
  var payments = ByteWriter()
  var outcomes = ByteWriter()

  init(claims: ClaimTable) {
    self.claims = claims
    header(.companyRegister, &companies)
    header(.permits, &permits)
    header(.decisions, &decisions)
    header(.workedTime, &workedTime)
    header(.wages, &wages)
    header(.payments, &payments)
    header(.outcomes, &outcomes)
  }

  private func header(_ table: WorldTable, _ writer: inout ByteWriter) {
    writer.text((RegisterOutput.columns[table] ?? []).joined(separator: ";"))
    writer.endRow()
  }

  /// - Parameter order: the company's rows as they are numbered.
  mutating func write(
    _ books: CompanyBooks, order: [Int], to sink: inout some WorldSink & ~Copyable
  ) throws {
    var random = SeededGenerator(
      seed: books.world.plan.seed, .registers, books.company.index)
    try writeCompany(books, &random, to: &sink)
    try writeDecisions(books, &random, to: &sink)
    try writeWorkedTime(books, to: &sink)
    try writeWages(books, to: &sink)
    try writePayments(books, order, &random, to: &sink)
    try writeOutcomes(books, order, &random, to: &sink)
  }

  /// Pours what is left.
  ///
  /// - Returns: the bytes of all registers.
  mutating func flush(to sink: inout some WorldSink & ~Copyable) throws -> Int {
    try companies.pour(into: &sink, .companyRegister)
    try permits.pour(into: &sink, .permits)
    try decisions.pour(into: &sink, .decisions)
    try workedTime.pour(into: &sink, .workedTime)
    try wages.pour(into: &sink, .wages)
    try payments.pour(into: &sink, .payments)
    try outcomes.pour(into: &sink, .outcomes)
    return [companies, permits, decisions, workedTime, wages, payments, outcomes]
      .reduce(0) { $0 + $1.poured }
  }
}
