public import Ledger

/// How a column's text becomes a cell.
enum FieldKind: Sendable {
  case kommun, organisation, date, month, wallTime, kronor, hours, wage, percent, text
  /// A personnummer or samordningsnummer, or an interim number.
  case worker
  /// As `worker`, or `[vakant]`.
  case vikarie
  /// Any id; a person's number where it looks like one.
  case brukare
  /// One of some words; the cell is their place in the list.
  case word(WordList)
}

/// The words that a column may hold, also as bytes: nearly every field is one of them as it stands,
/// and only the others are worth folding.
struct WordList: Sendable, ExpressibleByArrayLiteral {
  let words: [String]
  private let utf8: [[UInt8]]

  init(arrayLiteral words: String...) {
    self.words = words
    utf8 = words.map { Array($0.utf8) }
  }

  /// The place of a word that is written as the format does.
  func place(ofExact text: Span<UInt8>) -> Int? {
    search: for (place, word) in utf8.enumerated() where word.count == text.count {
      for index in text.indices where word[index] != text[index] { continue search }
      return place
    }
    return nil
  }

  /// The place of a word in any case, with or without dots.
  func place(ofFolded text: String) -> Int? {
    let folded = foldedHeaderName(text)
    return words.firstIndex { foldedHeaderName($0) == folded }
  }
}

/// A column of the canonical tables.
package struct ColumnSpec: Sendable {
  let name: String
  let kind: FieldKind
  /// Whether a file must have the column.
  let isRequired: Bool
  /// Whether the column may be without a value on a row.
  let mayBeEmpty: Bool

  static func required(_ name: String, _ kind: FieldKind) -> ColumnSpec {
    ColumnSpec(name: name, kind: kind, isRequired: true, mayBeEmpty: false)
  }

  /// A column that a file must have, though its values may be left out.
  static func present(_ name: String, _ kind: FieldKind) -> ColumnSpec {
    ColumnSpec(name: name, kind: kind, isRequired: true, mayBeEmpty: true)
  }

  static func optional(_ name: String, _ kind: FieldKind) -> ColumnSpec {
    ColumnSpec(name: name, kind: kind, isRequired: false, mayBeEmpty: true)
  }
}

/// The two tables that a scan reads, and the registers that it may be given.
public enum TableKind: String, Sendable, CaseIterable {
  case claims = "sjukloner"
  case shifts = "pass"
  case permits = "tillstånd"
  case decisions = "beslut"
  case workedTime = "tid"
  case wages = "löner"
  case companies = "bolag"
  case payments = "betalningar"
  case outcomes = "utfall"

  /// The register that the table is; `nil` for the two tables of claims and shifts.
  public var register: RegisterKind? { RegisterKind(rawValue: rawValue + ".csv") }

  package var columns: [ColumnSpec] {
    switch self {
    case .claims: claimColumns
    case .shifts: shiftColumns
    default: registerColumns[self] ?? []
    }
  }

  /// The canonical columns, required or not.
  public var columnNames: [String] { columns.map(\.name) }
}

/// `sjukloner.csv`, in the order of `ClaimSchema.Column`.
let claimColumns: [ColumnSpec] = [
  .required("kommun", .kommun), .required("ärende", .text), .required("inkommen", .date),
  .required("orgnr", .organisation), .required("brukare", .brukare),
  .required("assistent", .worker), .required("sjuk_från", .date), .required("sjuk_till", .date),
  .required("sjuktimmar", .hours), .required("timlön", .wage), .required("sjuklön", .kronor),
  .required("belopp", .kronor),
  .optional("fakturanummer", .text), .optional("fakturadatum", .date), .optional("bolag", .text),
  .optional("betalkonto", .text), .optional("anställd_från", .date),
  .optional("anställd_till", .date), .optional("anställningsform", .text),
  .optional("veckotimmar", .hours), .optional("avtal", .text),
  .optional("lagrum", .word(["SFB51", "LSS9"])), .optional("frånvaro", .word(["sjuk", "vab"])),
  .optional("sjukperiod_från", .date), .optional("ersatta_timmar", .hours),
  .optional("jourtimmar", .hours), .optional("karenstimmar", .hours),
  .optional("karensavdrag", .kronor),
  .optional(
    "karens_skäl", .word(["återinsjuknande", "tio", "särskilt högriskskydd", "pandemi"])),
  .optional("ob", .kronor), .optional("jour", .kronor), .optional("semesterersättning", .kronor),
  .optional("arbetsgivaravgift", .kronor), .optional("avtalskostnad", .kronor),
  .optional("moms", .kronor), .optional("semester_procent", .percent),
  .optional("avgift_procent", .percent), .optional("avtal_procent", .percent),
  .optional("lön_utbetald", .date), .optional("läkarintyg_från", .date),
  .optional("läkarintyg_till", .date), .optional("omfattning", .percent),
  .optional("fördelning", .percent), .optional("krediterar", .text), .optional("ersätter", .text),
  .optional("skydd", .word(["0", "1", "2"])),
]

/// `pass.csv`.
let shiftColumns: [ColumnSpec] = [
  .required("kommun", .kommun), .required("ärende", .text), .required("assistent", .worker),
  .required("brukare", .brukare), .required("start", .wallTime), .required("slut", .wallTime),
  .optional("typ", .word(["aktiv", "jour", "beredskap"])), .required("vikarie", .vikarie),
  .required("vikarie_start", .wallTime), .required("vikarie_slut", .wallTime),
]

/// The words that a column of any table may hold; empty where it takes other values.
public func allowedWords(_ column: String?) -> [String] {
  for spec in TableKind.allCases.flatMap(\.columns) where spec.name == column {
    if case .word(let list) = spec.kind { return list.words }
  }
  return []
}
