import Ingest
import Ledger

/// A column of the ledger under its name in the database.
struct RowColumn {
  /// What a cell becomes.
  enum Meaning {
    case integer, day, time, text, kommun, assistent, brukare, file
    /// The words of a column of the format.
    case word([String])
  }

  let name: String
  let index: Int
  let meaning: Meaning

  private init(_ name: String, _ index: Int, _ meaning: Meaning) {
    (self.name, self.index, self.meaning) = (name, index, meaning)
  }

  private static func claim(
    _ name: String, _ column: ClaimSchema.Column, _ meaning: Meaning
  ) -> RowColumn {
    RowColumn(name, column.rawValue, meaning)
  }

  private static func shift(
    _ name: String, _ column: ShiftSchema.Column, _ meaning: Meaning
  ) -> RowColumn {
    RowColumn(name, column.rawValue, meaning)
  }

  /// What the scan makes of a claim row.
  private static let judged = ["orgnr", "companyName", "netOre", "state", "isInWindow"]

  static let claimNames = ["row"] + claims.map(\.name) + judged
  static let shiftNames = ["row", "claimRow"] + shifts.map(\.name)

  /// All but the account: a person's bank account may be the personnummer.
  static let claims = [
    claim("kommun", .kommun, .kommun), claim("arende", .arende, .text),
    claim("received", .received, .day), claim("brukare", .brukare, .brukare),
    claim("assistent", .assistent, .assistent), claim("sickFrom", .sickFrom, .day),
    claim("sickTo", .sickTo, .day), claim("sickSeconds", .sickTime, .integer),
    claim("wage", .wage, .integer), claim("sjuklonOre", .sjuklon, .integer),
    claim("ore", .amount, .integer), claim("invoiceNumber", .invoiceNumber, .text),
    claim("invoiceDate", .invoiceDate, .day), claim("employedFrom", .employedFrom, .day),
    claim("employedTo", .employedTo, .day), claim("employmentForm", .employmentForm, .text),
    claim("weeklySeconds", .weeklyTime, .integer), claim("agreement", .agreement, .text),
    claim("legalBasis", .legalBasis, .word(allowedWords("lagrum"))),
    claim("absence", .absence, .word(allowedWords("frånvaro"))),
    claim("periodFrom", .periodFrom, .day),
    claim("paidSeconds", .paidTime, .integer), claim("onCallSeconds", .onCallTime, .integer),
    claim("karensSeconds", .karensTime, .integer), claim("karensOre", .karensAmount, .integer),
    claim("karensReason", .karensReason, .word(allowedWords("karens_skäl"))),
    claim("obOre", .ob, .integer), claim("jourOre", .jour, .integer),
    claim("semesterersattningOre", .semesterersattning, .integer),
    claim("arbetsgivaravgiftOre", .arbetsgivaravgift, .integer),
    claim("avtalskostnadOre", .avtalskostnad, .integer), claim("vatOre", .vat, .integer),
    claim("semesterPercent", .semesterPercent, .integer),
    claim("feePercent", .feePercent, .integer),
    claim("agreementPercent", .agreementPercent, .integer),
    claim("wagePaidOn", .wagePaidOn, .day), claim("certificateFrom", .certificateFrom, .day),
    claim("certificateTo", .certificateTo, .day), claim("extent", .extent, .integer),
    claim("split", .split, .integer), claim("credits", .credits, .text),
    claim("replaces", .replaces, .text), claim("file", .file, .file),
    claim("line", .line, .integer),
  ]

  static let shifts = [
    shift("kommun", .kommun, .kommun), shift("arende", .arende, .text),
    shift("assistent", .assistent, .assistent), shift("brukare", .brukare, .brukare),
    shift("shiftStart", .start, .time), shift("shiftEnd", .end, .time),
    shift("wallSeconds", .wallTime, .integer), shift("kind", .kind, .word(allowedWords("typ"))),
    shift("vikarie", .vikarie, .assistent), shift("vikarieStart", .vikarieStart, .time),
    shift("vikarieEnd", .vikarieEnd, .time),
    shift("vikarieWallSeconds", .vikarieWallTime, .integer), shift("file", .file, .file),
    shift("line", .line, .integer),
  ]
}
