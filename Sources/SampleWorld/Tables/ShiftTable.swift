/// Writes rows of `pass.csv`.
struct ShiftTable {
  static let columns = [
    "kommun", "ärende", "assistent", "brukare", "start", "slut", "typ", "vikarie", "vikarie_start",
    "vikarie_slut",
  ]

  let claims: ClaimTable
  private var days: DayText { claims.days }

  init(claims: ClaimTable) { self.claims = claims }

  func write(
    _ shift: LostShift, _ row: ClaimRow, of books: CompanyBooks, to writer: inout ByteWriter
  ) {
    claims.writeCase(row, of: books, to: &writer)
    writer.field()
    writer.digits(books.assistantDigits(row), width: 12)
    writer.field()
    writer.digits(books.population.brukare[Int(row.brukare)].digits, width: 12)
    writer.field()
    days.write(minute: shift.start, to: &writer)
    writer.field()
    days.write(minute: shift.end, to: &writer)
    writer.text(shift.isJour ? ";jour;" : ";aktiv;")
    if shift.isVacant {
      writer.text("[vakant];;")
    } else {
      writer.digits(books.population.persons[Int(shift.substitute)].digits, width: 12)
      writer.field()
      days.write(minute: shift.coveredMinutes.lowerBound, to: &writer)
      writer.field()
      days.write(minute: shift.coveredMinutes.upperBound, to: &writer)
    }
    writer.endRow()
  }
}
