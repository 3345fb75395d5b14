/// Writes rows of `sjukloner.csv`.
struct ClaimTable {
  static let columns = [
    "kommun", "ärende", "inkommen", "fakturanummer", "fakturadatum", "orgnr", "bolag", "betalkonto",
    "brukare", "assistent", "anställd_från", "anställd_till", "anställningsform", "veckotimmar",
    "avtal", "lagrum", "frånvaro", "sjuk_från", "sjuk_till", "sjukperiod_från", "sjuktimmar",
    "ersatta_timmar", "jourtimmar", "karenstimmar", "karensavdrag", "karens_skäl", "timlön",
    "sjuklön", "ob", "jour", "semesterersättning", "semester_procent", "arbetsgivaravgift",
    "avgift_procent", "avtalskostnad", "avtal_procent", "belopp", "lön_utbetald", "läkarintyg_från",
    "läkarintyg_till", "omfattning", "fördelning", "krediterar", "ersätter", "skydd",
  ]

  let days: DayText

  func write(_ row: ClaimRow, of books: CompanyBooks, to writer: inout ByteWriter) {
    writeCase(row, of: books, to: &writer)
    writer.field()
    days.write(row.received, to: &writer)
    writer.field()
    writeInvoice(row, to: &writer)
    writeCompany(books.company, to: &writer)
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

  private func writeCompany(_ company: Company, to writer: inout ByteWriter) {
    let number = company.organisationNumber
    if company.habits.writesDashes {
      writer.digits(number / 10_000, width: 6)
      writer.byte(UInt8(ascii: "-"))
      writer.digits(number % 10_000, width: 4)
    } else {
      writer.digits(number, width: 10)
    }
    writer.field()
    writer.text(company.name)
    writer.field()
    writer.digits(company.bankgiro / 10_000, width: 4)
    writer.byte(UInt8(ascii: "-"))
    writer.digits(company.bankgiro % 10_000, width: 4)
    writer.field()
  }

  private func writePersons(_ row: ClaimRow, of books: CompanyBooks, to writer: inout ByteWriter) {
    let job = books.jobs[row.job]
    writer.digits(books.population.brukare[Int(row.brukare)].digits, width: 12)
    writer.field()
    writer.digits(books.assistantDigits(row), width: 12)
    writer.field()
    days.write(job.hired, to: &writer)
    writer.field()
    // A permanent employment has no agreed end, even where it later ends.
    if job.form == .temporary, job.left < Int32.max { days.write(job.left, to: &writer) }
    writer.field()
    writer.text(job.form.rawValue)
    writer.field()
    writer.hours(Int64(job.weeklyMinutes))
    writer.field()
    writer.text(books.company.method.agreement.rawValue)
    writer.field()
    writer.text(books.population.brukare[Int(row.brukare)].hasOnlyLSS ? "LSS9" : "SFB51")
    writer.text(";sjuk;")
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
    writer.hours(sign * Int64(row.tally.lost))
    writer.field()
    writer.hours(sign * row.tally.paid.reimbursed)
    writer.field()
    writer.hours(sign * Int64(row.tally.jourLost))
    writer.field()
    writer.hours(sign * Int64(row.tally.karens))
    writer.field()
    writer.hundredths(sign * (Int64(row.tally.karens) * row.terms.hourlyWage * 8 + 300) / 600)
    writer.field()
    writer.text(row.karensReason.rawValue)
    writer.field()
  }

  private func writeAmounts(_ row: ClaimRow, of books: CompanyBooks, to writer: inout ByteWriter) {
    let (amounts, terms, method) = (row.amounts, row.terms, books.company.method)
    let sign: Int64 = row.isCredit ? -1 : 1
    func kronor(_ ore: Int64) {
      writer.hundredths(sign * ore)
      writer.field()
    }
    writer.hundredths(terms.hourlyWage)
    writer.field()
    kronor(amounts.sickPay)
    kronor(amounts.supplements)
    kronor(amounts.jour)
    kronor(amounts.vacation)
    writer.hundredths(terms.vacationPercent * 100)
    writer.field()
    kronor(amounts.fee)
    writer.hundredths(terms.fee)
    writer.field()
    kronor(amounts.agreement)
    writer.hundredths(method.agreementShare)
    writer.field()
    kronor(amounts.total)
    days.write(row.wagePaid, to: &writer)
    writer.field()
  }

  private func writeRest(_ row: ClaimRow, of books: CompanyBooks, to writer: inout ByteWriter) {
    // A certificate is due from the eighth day (SFS 1991:1047, 8 §), anew after a relapse.
    let hasCertificate = row.last >= row.sickFrom + 7
    if hasCertificate { days.write(row.sickFrom + 7, to: &writer) }
    writer.field()
    if hasCertificate { days.write(row.sickTo, to: &writer) }
    writer.field()
    if hasCertificate { writer.text("100") }
    writer.field()
    if row.shareOfAbsence < 10_000 { writer.hundredths(Int64(row.shareOfAbsence)) }
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
}
