/// Buffers the tables and counts what goes into them.
struct WorldOutput {
  private(set) var summary = WorldSummary()
  private let claimTable: ClaimTable
  private let shiftTable: ShiftTable
  private let halvesShifts: Bool
  private var claims = ByteWriter()
  private var shifts = ByteWriter()
  private var companyTruth = ByteWriter()
  private var rowTruth = ByteWriter()
  private var registers: RegisterOutput?

  init(plan: WorldPlan) {
    claimTable = ClaimTable(days: DayText(plan: plan))
    shiftTable = ShiftTable(claims: claimTable)
    halvesShifts = plan.halvesShifts
    if plan.writesRegisters { registers = RegisterOutput(claims: claimTable) }
  }

  mutating func writeHeaders() {
    func header(_ columns: [String], _ writer: inout ByteWriter) {
      writer.text(columns.joined(separator: ";"))
      writer.endRow()
    }
    header(ClaimTable.columns, &claims)
    header(ShiftTable.columns, &shifts)
    header(TruthTable.companyColumns, &companyTruth)
    header(TruthTable.rowColumns, &rowTruth)
  }

  /// Writes a company's rows in the given order, and what is true of them: of two companies, the
  /// first and the one that went on in its place, where both have rows.
  mutating func write(
    _ books: CompanyBooks, order: [Int], to sink: inout some WorldSink & ~Copyable
  ) throws -> [(company: CompanyTruth, rows: [RowTruth])] {
    try registers?.write(books, order: order, to: &sink)
    let first = order.filter { !books.rows[$0].isSuccessor }
    let second = order.filter { books.rows[$0].isSuccessor }
    return try [(false, first), (true, second)].filter { !$0.1.isEmpty }.map {
      try write(books, isSuccessor: $0, order: $1, to: &sink)
    }
  }

  private mutating func write(
    _ books: CompanyBooks, isSuccessor: Bool, order: [Int],
    to sink: inout some WorldSink & ~Copyable
  ) throws -> (company: CompanyTruth, rows: [RowTruth]) {
    let identity = books.company.identity(isSuccessor: isSuccessor)
    var company = CompanyTruth(organisationNumber: identity.organisationNumber)
    var labelled: [RowTruth] = []
    for number in order {
      let row = books.rows[number]
      try writeClaim(row, of: books, to: &sink)
      count(row, in: &company)
      guard let truth = RowTruth(row, of: books) else { continue }
      let brukare = books.population.brukare[Int(row.brukare)].digits
      TruthTable.write(truth, brukare: brukare, first: row.first, to: &rowTruth)
      try rowTruth.drain(to: &sink, .rowTruth)
      labelled.append(truth)
    }
    company.intensity = company.isCheating ? books.company.cheating?.intensity : nil
    TruthTable.write(company, of: books.company, to: &companyTruth)
    try companyTruth.drain(to: &sink, .companyTruth)
    count(company)
    return (company, labelled)
  }

  private mutating func writeClaim(
    _ row: ClaimRow, of books: CompanyBooks, to sink: inout some WorldSink & ~Copyable
  ) throws {
    for _ in 0..<(row.isRepeated ? 2 : 1) {
      claimTable.write(row, of: books, to: &claims)
      summary.claims += 1
    }
    try claims.drain(to: &sink, .claims)
    for index in row.shifts {
      let shift = books.shifts[index]
      for part in halvesShifts ? shift.halves : [shift] {
        shiftTable.write(part, row, of: books, to: &shifts)
        summary.shifts += 1
      }
      try shifts.drain(to: &sink, .shifts)
    }
  }

  private func count(_ row: ClaimRow, in company: inout CompanyTruth) {
    company.rows += 1
    company.claimed += row.isCredit ? -row.amounts.total : row.amounts.total
    switch row.label {
    case .fraud(let scheme):
      company.falseRows += 1
      company.falsely += max(0, row.amounts.total - row.lawful)
      if !company.schemes.contains(scheme) { company.schemes.append(scheme) }
    case .noPermit:
      company.falseRows += 1
      company.falsely += max(0, row.amounts.total - row.lawful)
    case .error: company.plantedErrors += 1
    case nil: break
    }
  }

  private mutating func count(_ company: CompanyTruth) {
    summary.companies += 1
    summary.cheatingCompanies += company.isCheating ? 1 : 0
    summary.falseRows += company.falseRows
    summary.plantedErrors += company.plantedErrors
  }

  /// Pours what is left and completes the summary.
  mutating func flush(to sink: inout some WorldSink & ~Copyable) throws {
    try claims.pour(into: &sink, .claims)
    try shifts.pour(into: &sink, .shifts)
    try companyTruth.pour(into: &sink, .companyTruth)
    try rowTruth.pour(into: &sink, .rowTruth)
    summary.bytes = claims.poured + shifts.poured + companyTruth.poured + rowTruth.poured
    summary.bytes += try registers?.flush(to: &sink) ?? 0
  }
}

extension RowTruth {
  /// `nil` for a row with nothing wrong.
  init?(_ row: ClaimRow, of books: CompanyBooks) {
    guard let label = row.label else { return nil }
    let kommun = books.world.plan.kommuner[row.kommun].code
    var number = ByteWriter(capacity: 64)
    number.digits(UInt64(row.caseNumber), width: 6)
    let six = String(decoding: number.bytes[..<number.count], as: UTF8.self)
    self.init(
      organisationNumber: books.company.identity(isSuccessor: row.isSuccessor).organisationNumber,
      kommun: kommun,
      caseNumber: "\(kommun)-\(row.caseYear)-\(six)",
      invoice: row.invoice > 0 ? "\(row.invoice)" : "",
      assistant: books.assistantDigits(row), label: label,
      falsely: max(0, row.amounts.total - row.lawful))
  }
}
