import Foundation
public import SickPay

/// What is true of a labelled world, as its `facit/` tells: which companies cheat and how, and
/// which rows are false or hold an honest mistake. Labels are taken by name, whatever they are.
public struct Truth: Sendable, Equatable {
  public struct Company: Sendable, Equatable {
    public let cheats: Bool
    /// The names of the ways in which it cheats; empty for an honest company.
    public let schemes: [String]
    public let rows: Int
    public let falseRows: Int
    public let falseKronor: Ore

    public init(cheats: Bool, schemes: [String], rows: Int, falseRows: Int, falseKronor: Ore) {
      self.cheats = cheats
      self.schemes = schemes
      self.rows = rows
      self.falseRows = falseRows
      self.falseKronor = falseKronor
    }

    /// 0…1
    public var falseShare: Double { rows > 0 ? Double(falseRows) / Double(rows) : 0 }
  }

  public enum Label: Hashable, Sendable {
    /// A false row of a company that cheats.
    case scheme(String)
    /// An honest mistake.
    case error(String)
  }

  /// What tells one claim row from another in a world.
  public struct RowKey: Hashable, Sendable {
    public let kommun: String
    public let arende: String
    /// Empty where there is none.
    public let invoice: String
    /// Numbers as the row has them.
    public let assistent: String
    public let brukare: String
    public let sickFrom: String

    public init(
      kommun: String, arende: String, invoice: String, assistent: String, brukare: String,
      sickFrom: String
    ) {
      self.kommun = kommun
      self.arende = arende
      self.invoice = invoice
      self.assistent = assistent
      self.brukare = brukare
      self.sickFrom = sickFrom
    }
  }

  public let companies: [OrganisationNumber: Company]
  public let labels: [RowKey: Label]
  /// The labelled rows that ask for more than they should.
  public let overclaimed: Set<RowKey>

  public init(
    companies: [OrganisationNumber: Company], labels: [RowKey: Label],
    overclaimed: Set<RowKey> = []
  ) {
    self.companies = companies
    self.labels = labels
    self.overclaimed = overclaimed
  }

  /// Reads `bolag.csv` and `rader.csv` of a folder.
  public init(folder: String) throws(TruthFault) {
    let companyTable = try TruthTable(folder + "/bolag.csv")
    let rowTable = try TruthTable(folder + "/rader.csv")
    companies = Dictionary(
      try companyTable.rows(Truth.company), uniquingKeysWith: { first, _ in first })
    let rows = try rowTable.rows(Truth.row)
    labels = Dictionary(rows.map { ($0.key, $0.label) }, uniquingKeysWith: { first, _ in first })
    overclaimed = Set(rows.lazy.filter(\.isOverclaimed).map(\.key))
  }

  private static func company(
    _ row: TruthTable.Row
  ) throws(TruthFault) -> (OrganisationNumber, Company) {
    let cheats = try row.text("fuskar") == "ja"
    let schemes = try row.text("metod").split(separator: "+").map(String.init)
    let kronor = try row.text("falska_kronor").filter { $0 != "," }
    return (
      OrganisationNumber(digits: UInt64(try row.number("orgnr"))),
      Company(
        cheats: cheats, schemes: schemes, rows: try row.number("antal_rader"),
        falseRows: try row.number("antal_falska_rader"), falseKronor: Ore(Int64(kronor) ?? 0))
    )
  }

  private static func row(
    _ row: TruthTable.Row
  ) throws(TruthFault) -> (key: RowKey, label: Label, isOverclaimed: Bool) {
    let key = RowKey(
      kommun: try row.text("kommun"), arende: try row.text("ärende"),
      invoice: try row.text("fakturanummer"), assistent: try row.text("assistent"),
      brukare: try row.text("brukare"), sickFrom: try row.text("sjuk_från"))
    let name = try row.text("metod")
    let label = try row.text("etikett") == "fusk" ? Label.scheme(name) : .error(name)
    let ore = Int64(try row.text("kronor").filter { $0 != "," }) ?? 0
    return (key, label, ore > 0)
  }
}

/// What is wrong with a folder that should hold a truth.
public enum TruthFault: Error, Equatable, Sendable {
  case unreadable(path: String)
  case missingColumn(path: String, column: String)
  /// A line, counted from 1, with too few fields or with a word for a number.
  case badLine(path: String, line: Int)
}
