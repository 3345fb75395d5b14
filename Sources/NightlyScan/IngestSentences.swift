import Ingest

/// What is wrong with a row, for the person who sends or receives it.
func sentence(_ reason: RejectReason, column: String?) -> String {
  switch reason {
  case .fieldCount: "raden har fler eller färre fält än rubrikraden"
  case .empty: "obligatoriskt fält saknar värde"
  case .notADate: "inte ett datum på formen 2025-05-06"
  case .noSuchDate: "datumet finns inte i kalendern"
  case .notATime: "inte en tid på formen 2025-05-06 20:00"
  case .notANumber: "inte ett tal (siffror med decimalkomma eller decimalpunkt)"
  case .notAPersonNumber: "inte ett person- eller samordningsnummer med 10 eller 12 siffror"
  case .notAnOrganisationNumber: "inte ett organisationsnummer med 10 siffror"
  case .notAKommun: "inte en kommunkod med fyra siffror"
  case .notInList:
    "värdet är inte något av: \(allowedWords(column).joined(separator: ", "))"
  case .beyondLimit: "värdet ligger utanför de gränser som programmet läser"
  case .endBeforeStart: "slutet ligger före början"
  case .encoding: "texten är inte giltig i filens teckenkodning"
  case .controlCharacter: "texten innehåller styrtecken"
  case .missingVikarieTime: "vikariens tider saknas"
  case .notAMonth: "inte en månad på formen 2025-05"
  }
}

/// Why nothing of a file is used.
func sentence(_ reason: RefusalReason) -> String {
  switch reason {
  case .unreadable: "går inte att läsa"
  case .empty: "filen är tom"
  case .missingColumns(let table?, let columns):
    "kolumner saknas för \(table.rawValue): "
      + columns.map(missingWords).joined(separator: ", ")
  case .missingColumns(nil, let columns):
    "rubrikraden känns inte igen; sjuklöner behöver kolumnerna "
      + columns.map(\.name).joined(separator: ", ")
  case .repeatedColumn(let column): "kolumnen \(column) finns två gånger"
  case .recordTooLong(let line):
    "raden som börjar på rad \(line) är för lång; ett citattecken kan sakna sitt slut"
  case .unterminatedQuote(let line):
    "ett citattecken på raden som börjar på rad \(line) saknar sitt slut"
  case .outOfMemory: "minnet räckte inte"
  case .notText(let content): "filen är ingen tabell i text (\(content.rawValue))"
  case .markup(let fault):
    "\(sentence(fault.kind)) (rad \(fault.line), kolumn \(fault.column))"
  case .archive(let problem, let entry):
    (entry.map { "«\(oneLine($0))» i arkivet: " } ?? "") + sentence(problem)
  case .workbook(let problem): sentence(problem)
  case .invoice(let problem): sentence(problem)
  case .streamTooLong: "strömmen är för lång att tolka; spara den som fil"
  case .unclearDecimalSign(let column, let line):
    "det går inte att se om \(column) på rad \(line) har decimaltecken eller tusentalstecken; "
      + "ange decimaltecken för avsändaren i avsandare.yml"
  case .contraryDecimalSigns(let column, let line):
    "\(column) på rad \(line) har ett annat decimaltecken än raderna före; rätta filen eller "
      + "ange decimaltecken för avsändaren i avsandare.yml"
  case .unclearDateOrder(let column, let line):
    "det går inte att se vad som är dag och månad i \(column) på rad \(line); "
      + "ange datumordning för avsändaren i avsandare.yml"
  case .contraryDateOrders(let column, let line):
    "\(column) på rad \(line) har en annan ordning mellan dag och månad än raderna före; rätta "
      + "filen eller ange datumordning för avsändaren i avsandare.yml"
  }
}

/// Why a document in XML can't be read.
private func sentence(_ kind: MarkupFault.Kind) -> String {
  switch kind {
  case .syntax: "ingen välformad XML"
  case .invalidCharacter: "ingen välformad XML: ett tecken som inte får stå där"
  case .mismatchedTag: "ingen välformad XML: sluttaggen hör inte till starttaggen"
  case .repeatedAttribute: "ingen välformad XML: samma attribut två gånger"
  case .undefinedEntity: "ingen välformad XML: en entitet som inte finns"
  case .unboundPrefix: "ingen välformad XML: ett prefix utan namnrymd"
  case .afterTheEnd: "ingen välformad XML: något står efter dokumentets slut"
  case .encoding: "XML i en teckenkodning som inte går att läsa"
  case .contraryEncoding:
    "XML-filen säger en annan teckenkodning än den har; be avsändaren rätta den"
  case .truncated: "XML-filen är avbruten; be avsändaren skicka den igen"
  case .noElement: "XML-filen är tom eller avbruten"
  case .documentType:
    "XML-filen har en dokumenttyp (DOCTYPE); sådana läses inte, eftersom de kan peka på andra filer"
  case .tooDeep: "XML-filen har fler än \(MarkupLimits.depth) element i varandra"
  case .tooManyAttributes:
    "XML-filen har ett element med fler än \(MarkupLimits.attributes) attribut"
  case .tooManyNames: "XML-filen har fler än \(MarkupLimits.distinctNames) olika namn"
  case .tooLong: "XML-filen har en text eller tagg som är för lång"
  case .outOfMemory: "minnet räckte inte"
  }
}

private func missingWords(_ column: MissingColumn) -> String {
  column.similarHeader.map { "\(column.name) (kanske «\(oneLine($0))»)" } ?? column.name
}
