import Ingest
import Reporting
import SickPay

/// Why an archive, or an entry of one, is not read.
func sentence(_ problem: ArchiveProblem) -> String {
  switch problem {
  case .truncated: "zip-filen är avkortad; skicka eller hämta den igen"
  case .damaged: "zip-filen är skadad; skicka eller hämta den igen"
  case .encrypted: "zip-filen är låst med lösenord; packa upp den och lägg in filerna"
  case .unknownMethod: "filen är packad på ett sätt som inte går att läsa; packa om den som zip"
  case .wrongChecksum: "kontrollsumman stämmer inte; filen är skadad"
  case .wrongSize: "innehållet har en annan längd än zip-filen säger; filen är skadad"
  case .repeatedName: "namnet finns två gånger, och det går inte att veta vilken som gäller"
  case .overlapping: "zip-filens delar överlappar varandra; den läses inte av säkerhetsskäl"
  case .tooManyEntries:
    "zip-filen har fler än \(number(IngestLimits.archiveEntries)) filer; dela upp den"
  case .tooLarge:
    "innehållet är större än \(number(IngestLimits.archiveBytes >> 20)) MB uppackat; dela upp det"
  case .tooDense:
    "innehållet är mer än \(IngestLimits.archiveRatio) gånger större uppackat; "
      + "det läses inte av säkerhetsskäl"
  case .tooDeep: "zip-filer ligger i varandra i mer än \(IngestLimits.archiveDepth) led"
  case .nothingInside: "zip-filen är tom"
  }
}

/// Why a workbook, or a sheet of one, is not read.
func sentence(_ problem: WorkbookProblem) -> String {
  switch problem {
  case .oldFormat:
    "äldre Excel-fil (.xls); öppna den i Excel eller LibreOffice och spara den som .xlsx"
  case .locked:
    "Excel-filen är låst med lösenord; öppna den, ta bort lösenordet och spara om den"
  case .openDocument: "OpenDocument-kalkylblad (.ods); öppna det och spara det som .xlsx"
  case .binaryFormat: "binär Excel-fil (.xlsb); öppna den i Excel och spara den som .xlsx"
  case .damaged: "Excel-filen är skadad: delar saknas; öppna den i Excel och spara om den"
  case .noSheets: "Excel-filen har inga blad med rader"
  case .tooManySheets: "Excel-filen har fler än \(IngestLimits.sheets) blad"
  case .rowBeyondLimit:
    "ett radnummer ligger utanför bladets \(number(IngestLimits.sheetRows)) rader"
  case .columnBeyondLimit(let row):
    "rad \(row) har en cell utanför bladets \(number(IngestLimits.sheetColumns)) kolumner"
  case .cellTooLong(let row): "rad \(row) har en cell som är längre än Excel tillåter"
  case .sheetTooLarge(let row): "bladet är för stort; läsningen stannade vid rad \(row)"
  case .tooManyTexts: "Excel-filens gemensamma texter är för många eller för långa"
  case .tooManyParts: "Excel-filen har för många format, sammanfogade celler eller delar"
  }
}

/// What to do about a sheet that a program wrote without working its formulas out; `nil` where they
/// were.
func unworkedSentence(_ form: FileForm) -> String? {
  guard form.unworkedFormulas > 0 else { return nil }
  let formulas = SwedishNumbers.count(form.unworkedFormulas, "formel", "formler")
  return "beräknat värde saknas för \(formulas), som läses som tomt; öppna arbetsboken i Excel "
    + "eller LibreOffice och spara den"
}

private func number(_ value: Int) -> String { SwedishNumbers.integer(value) }
