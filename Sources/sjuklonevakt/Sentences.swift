import Configuration
import Foundation
import NightlyScan
import Questions
import SampleWorld
import Secrecy
import Store

/// A fault of the command line that a person can mend.
struct CommandFault: Error {
  let message: String
}

/// What went wrong, in Swedish; `nil` for errors that are the argument parser's.
func sentence(for error: any Error) -> String? {
  switch error {
  case let fault as CommandFault: fault.message
  case let error as StoreError: sentence(error)
  case let error as KeyFileError: sentence(error)
  case let error as ConfigurationFileError: sentence(error)
  case let fault as QuestionFault: sentence(fault)
  case let error as WorldFileError: "kan inte skriva \(error.path)"
  case let error as FileArchive.Fault:
    "\(error.path) går inte att läsa eller skriva; originalfilerna arkiverades inte"
  case let date as DoubtfulDate:
    "\(date.file), rad \(date.line): inkommen \(date.latest) ligger långt efter näst senaste dag, "
      + "\(date.before); rätta raden, eller ange körningens datum med --datum"
  case is TooManyPersons:
    "så många personnummer i testserien finns inte; begär färre rader eller en tidigare --från"
  case let error as CocoaError:
    "\(error.filePath ?? error.url?.path ?? "filen") går inte att läsa eller skriva"
  default: nil
  }
}

private func sentence(_ error: StoreError) -> String {
  switch error {
  case .cannotOpen(let path): "databasen \(path) går inte att öppna eller skapa"
  case .notADatabase(let path): "\(path) är inte en databas från sjuklonevakt"
  case .newerSchema(let path): "databasen \(path) är skriven av en senare version av programmet"
  case .busy: "databasen används av ett annat program; försök igen om en stund"
  case .diskFull: "disken är full"
  case .refused(let constraint): "databasen tog inte emot uppgiften (\(constraint))"
  case .damaged: "databasen innehåller ett värde som inte går att läsa"
  case .failed(let code): "databasen svarade med fel \(code)"
  case .unknownFinding(let id): "inget fynd har id \(id)"
  case .prefixTooShort(let id):
    "id \(id) är för kort; ange minst \(ScanStore.shortestPrefix) tecken"
  case .otherKey:
    "databasens beteckningar är gjorda med en annan nyckelfil; ange den med --nyckel, eller en ny "
      + "databas med --databas"
  case .ambiguousPrefix(let id, let ids):
    "flera fynd börjar på \(id): \(ids.joined(separator: ", "))"
  }
}

private func sentence(_ error: KeyFileError) -> String {
  switch error.problem {
  case .cannotRead(let code):
    "nyckelfilen \(error.path) går inte att läsa: \(String(cString: strerror(code)))"
  case .cannotMake(let code):
    "nyckelfilen \(error.path) går inte att skapa: \(String(cString: strerror(code)))"
  case .notAFile: "nyckelfilen \(error.path) är inte en fil"
  case .openToOthers(let mode):
    "nyckelfilen \(error.path) kan läsas av andra (rättigheter \(String(mode, radix: 8))); "
      + "kör: chmod 600 \(error.path)"
  case .wrongLength(let bytes):
    "nyckelfilen \(error.path) har \(bytes) tecken i stället för 64"
  case .notHexadecimal: "nyckelfilen \(error.path) innehåller annat än hexadecimala siffror"
  }
}

/// A configuration error and the file it stands in.
struct ConfigurationFileError: Error {
  let path: String
  let error: ConfigurationError
}

private func sentence(_ error: ConfigurationFileError) -> String {
  "\(error.path), rad \(error.error.line): \(sentence(error.error.problem))"
}

private func sentence(_ problem: ConfigurationError.Problem) -> String {
  switch problem {
  case .notYAML(let message): "filen är inte giltig YAML (\(message))"
  case .notAMapping: "här väntades nycklar med värden"
  case .missing(let key): "nyckeln \(key) saknas"
  case .unknown(let key, let known):
    "nyckeln \(key) finns inte; det går att ange \(known.joined(separator: ", "))"
  case .repeated(let key): "nyckeln \(key) finns två gånger"
  case .notANumber(let key): "värdet för \(key) är inte ett tal"
  case .notAList(let key): "\(key) ska vara en lista"
  case .notADay(let key): "värdet för \(key) är inte ett datum som 2025-11-20"
  case .notAKommun(let key): "\(key) är inte en kommunkod med fyra siffror"
  case .notOneOf(let key, let known):
    "värdet för \(key) ska vara något av \(known.joined(separator: ", "))"
  case .gap(let day): "ingen uppgift gäller från \(day); skriv okänt: true om den inte är känd"
  case .overlap(let day): "två uppgifter gäller \(day)"
  case .outOfRange(let key, let low, let high):
    "värdet för \(key) ska ligga mellan \(low) och \(high)"
  }
}
