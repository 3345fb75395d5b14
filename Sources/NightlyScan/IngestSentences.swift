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
  case .unreadable: "filen går inte att läsa"
  case .empty: "filen är tom"
  case .missingColumns(let table?, let columns):
    "kolumner saknas för \(table.rawValue): \(columns.joined(separator: ", "))"
  case .missingColumns(nil, let columns):
    "rubrikraden känns inte igen; sjuklöner behöver kolumnerna "
      + columns.joined(separator: ", ") + ", med semikolon emellan"
  case .repeatedColumn(let column): "kolumnen \(column) finns två gånger"
  case .utf16: "filen är i UTF-16; spara den som UTF-8"
  case .recordTooLong(let line):
    "raden som börjar på rad \(line) är för lång; ett citattecken kan sakna sitt slut"
  case .unterminatedQuote(let line):
    "ett citattecken på raden som börjar på rad \(line) saknar sitt slut"
  case .outOfMemory: "minnet räckte inte"
  }
}
