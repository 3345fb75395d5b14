/// Writes rows of `sjukloner.csv`.
struct ClaimTable {
  static let columns = [
    "kommun", "ärende", "inkommen", "fakturanummer", "fakturadatum", "orgnr", "bolag", "betalkonto",
    "brukare", "assistent", "anställd_från", "anställd_till", "anställningsform", "veckotimmar",
    "avtal", "lagrum", "frånvaro", "sjuk_från", "sjuk_till", "sjukperiod_från", "sjuktimmar",
    "ersatta_timmar", "jourtimmar", "karenstimmar", "karensavdrag", "karens_skäl", "timlön",
    "sjuklön", "ob", "jour", "semesterersättning", "semester_procent", "arbetsgivaravgift",
    "avgift_procent", "avtalskostnad", "avtal_procent", "moms", "belopp", "lön_utbetald",
    "läkarintyg_från", "läkarintyg_till", "omfattning", "fördelning", "krediterar", "ersätter",
    "skydd",
  ]

  let days: DayText

  func write(_ row: ClaimRow, of books: CompanyBooks, to writer: inout ByteWriter) {
    writeCase(row, of: books, to: &writer)
    writer.field()
    days.write(row.received, to: &writer)
    writer.field()
    writeInvoice(row, to: &writer)
    writeCompany(row, of: books, to: &writer)
    writePersons(row, of: books, to: &writer)
    writePeriod(row, of: books, to: &writer)
    writeHours(row, of: books, to: &writer)
    writeAmounts(row, of: books, to: &writer)
    writeRest(row, of: books, to: &writer)
    writer.endRow()
  }

  /// kommun;ärende
  func writeCase(_ row: ClaimRow, of books: CompanyBooks, to writer: inout ByteWriter) {
    writer.digits(UInt64(books.world.plan.kommuner[row.kommun].code), width: 4)
    writer.field()
    writeCaseNumber(row, of: books, to: &writer)
  }

  /// `2080-2025-000123`
  func writeCaseNumber(_ row: ClaimRow, of books: CompanyBooks, to writer: inout ByteWriter) {
    writer.digits(UInt64(books.world.plan.kommuner[row.kommun].code), width: 4)
    writer.byte(UInt8(ascii: "-"))
    writer.digits(UInt64(row.caseYear), width: 4)
    writer.byte(UInt8(ascii: "-"))
    writer.digits(UInt64(row.caseNumber), width: 6)
  }

  private func writeInvoice(_ row: ClaimRow, to writer: inout ByteWriter) {
    if row.invoice > 0 { writer.digits(UInt64(row.invoice)) }
    writer.field()
    if row.invoice > 0 { days.write(row.billed, to: &writer) }
    writer.field()
  }

  private func writeCompany(_ row: ClaimRow, of books: CompanyBooks, to writer: inout ByteWriter) {
    let company = books.company
    let (number, name) = company.identity(isSuccessor: row.isSuccessor)
    if company.habits.writesDashes {
      writer.digits(number / 10_000, width: 6)
      writer.byte(UInt8(ascii: "-"))
      writer.digits(number % 10_000, width: 4)
    } else {
      writer.digits(number, width: 10)
    }
    writer.field()
    let isAnonymous = company.habits.omitted.contains(.account)
    if !isAnonymous { writer.text(name) }
    writer.field()
    if !isAnonymous { writer.bankgiro(company.bankgiro) }
    writer.field()
  }

  private func writePersons(_ row: ClaimRow, of books: CompanyBooks, to writer: inout ByteWriter) {
    let omitted = books.company.habits.omitted
    writer.digits(books.population.brukare[Int(row.brukare)].digits, width: 12)
    writer.field()
    writer.digits(books.assistantDigits(row), width: 12)
    writer.field()
    if omitted.contains(.employment) {
      writer.text(";;;")
    } else {
      writeEmployment(row, of: books, to: &writer)
    }
    if !omitted.contains(.week) { writer.hours(Int64(row.weeklyMinutes)) }
    writer.field()
    if omitted.contains(.agreement) {
      writer.field()
    } else {
      writer.text(books.company.method.agreement.rawValue)
      writer.field()
      writer.text(books.population.brukare[Int(row.brukare)].lagrum)
    }
    writer.text(";sjuk;")
  }

  private func writeEmployment(
    _ row: ClaimRow, of books: CompanyBooks, to writer: inout ByteWriter
  ) {
    let job = books.jobs[row.job]
    days.write(books.hired(row), to: &writer)
    writer.field()
    // A permanent employment has no agreed end, even where it later ends.
    if row.employmentEnd >= 0 {
      days.write(row.employmentEnd, to: &writer)
    } else if job.form == .temporary, job.left < Int32.max {
      days.write(job.left, to: &writer)
    }
    writer.field()
    writer.text(job.form.rawValue)
    writer.field()
  }

  private func writePeriod(_ row: ClaimRow, of books: CompanyBooks, to writer: inout ByteWriter) {
    days.write(row.first, to: &writer)
    writer.field()
    days.write(row.last, to: &writer)
    writer.field()
    if row.periodFirst >= 0 { days.write(row.periodFirst, to: &writer) }
    writer.field()
  }

  private func writeHours(_ row: ClaimRow, of books: CompanyBooks, to writer: inout ByteWriter) {
    let sign: Int64 = row.isCredit ? -1 : 1
    let omitted = books.company.habits.omitted
    writer.hours(sign * Int64(row.tally.lost))
    writer.field()
    if !omitted.contains(.paidHours) { writer.hours(sign * row.tally.paid.reimbursed) }
    writer.field()
    writer.hours(sign * Int64(row.tally.jourLost))
    writer.field()
    writer.hours(sign * Int64(row.tally.karens))
    writer.field()
    if !omitted.contains(.karensKronor) {
      writer.hundredths(sign * (Int64(row.tally.karens) * row.terms.hourlyWage * 8 + 300) / 600)
    }
    writer.field()
    writer.text(row.karensReason.rawValue)
    writer.field()
  }

  private func writeAmounts(_ row: ClaimRow, of books: CompanyBooks, to writer: inout ByteWriter) {
    let (amounts, terms, method) = (row.amounts, row.terms, books.company.method)
    let omitted = books.company.habits.omitted
    let sign: Int64 = row.isCredit ? -1 : 1
    func kronor(_ ore: Int64) {
      writer.hundredths(sign * ore)
      writer.field()
    }
    func onCost(_ ore: Int64, _ percent: Int64) {
      if !omitted.contains(.onCosts) { writer.hundredths(sign * ore) }
      writer.field()
      if !omitted.contains(.percentages) { writer.hundredths(percent) }
      writer.field()
    }
    writer.hundredths(terms.hourlyWage)
    writer.field()
    kronor(amounts.sickPay)
    kronor(amounts.supplements)
    kronor(amounts.jour)
    onCost(amounts.vacation, terms.vacationPercent * 100)
    onCost(amounts.fee, row.statedFee ?? terms.fee)
    onCost(amounts.agreement, method.agreementShare)
    if amounts.vat != 0 { writer.hundredths(sign * amounts.vat) }
    writer.field()
    kronor(amounts.total)
    if !omitted.contains(.wagePaid) { days.write(row.wagePaid, to: &writer) }
    writer.field()
  }

  private func writeRest(_ row: ClaimRow, of books: CompanyBooks, to writer: inout ByteWriter) {
    if let certificate = books.certificate(row) {
      days.write(certificate.lowerBound, to: &writer)
      writer.field()
      days.write(certificate.upperBound, to: &writer)
      writer.text(";100;")
    } else {
      writer.text(";;;")
    }
    let hasShare = row.shareOfAbsence < 10_000 && !books.company.habits.omitted.contains(.share)
    if hasShare { writer.hundredths(Int64(row.shareOfAbsence)) }
    writer.field()
    if case .credits(let other) = row.relation { writeReference(other, of: books, to: &writer) }
    writer.field()
    if case .replaces(let other) = row.relation { writeReference(other, of: books, to: &writer) }
    writer.field()
    let person = books.jobs[row.job].person
    writer.byte(UInt8(ascii: person % 229 == 0 ? "1" : "0"))
  }

  /// The invoice, or the ärende where there is none.
  private func writeReference(_ row: Int, of books: CompanyBooks, to writer: inout ByteWriter) {
    if books.rows[row].invoice > 0 {
      writer.digits(UInt64(books.rows[row].invoice))
    } else {
      writeCaseNumber(books.rows[row], of: books, to: &writer)
    }
  }
}

extension CompanyBooks {
  /// The assistant's number as it stands on the row; its check digit may be mistyped.
  func assistantDigits(_ row: ClaimRow) -> UInt64 {
    let digits = population.persons[Int(jobs[row.job].person)].digits
    return digits / 10 * 10 + (digits % 10 + row.checkDigitSlip) % 10
  }

  /// The first day of the employment, at the company that the row is of.
  func hired(_ row: ClaimRow) -> Int32 {
    let hired = jobs[row.job].hired
    guard row.isSuccessor, let successor = company.successor else { return hired }
    return max(hired, successor.from)
  }

  /// The days of the doctor's certificate as the row states them: due from the eighth day (SFS
  /// 1991:1047, 8 §), anew after a relapse.
  func certificate(_ row: ClaimRow) -> ClosedRange<Int32>? {
    guard row.last >= row.sickFrom + 7, !row.lacksCertificate,
      !company.habits.omitted.contains(.certificate)
    else { return nil }
    return (row.sickFrom + (company.habits.certifiesFromFirstDay ? 0 : 7))...row.sickTo
  }
}
