import Ledger
import SickPay

/// A column that a filter compares or a measure reckons with, under the name that the tables have.
public struct QuestionColumn: Sendable, Equatable {
  /// What the column's values are.
  public enum Kind: Sendable, Equatable {
    case kronor, hours, wage, percent, days, date, kommun, company, text
    /// One of some words; the cell is its place.
    case word([String])
  }

  enum Source: Sendable, Equatable {
    case claim(ClaimSchema.Column)
    /// What is left of the sum after credits.
    case netAmount
    /// The length of the row's lost shifts by the wall clock, and of those that nobody worked.
    case shiftTime, vacantTime
    case sickDays
    /// Days from the last sick day to the day of receipt.
    case delay
    /// What a finding has at stake on the row.
    case stake
  }

  public let name: String
  public let kind: Kind
  let source: Source

  private init(_ name: String, _ kind: Kind, of source: Source) {
    (self.name, self.kind, self.source) = (name, kind, source)
  }

  private init(_ name: String, _ kind: Kind, _ column: ClaimSchema.Column) {
    self.init(name, kind, of: .claim(column))
  }

  /// Whether `<` and `>` mean something.
  var isOrdered: Bool { isMeasured || kind == .date }

  /// Whether a mean or a quantile of it means something.
  public var isMeasured: Bool {
    switch kind {
    case .kronor, .hours, .wage, .percent, .days: true
    default: false
    }
  }

  /// Whether its values may be written with decimals.
  var hasDecimals: Bool { isMeasured && kind != .days }

  /// Whether a sum of it means something.
  var isAdditive: Bool { kind == .kronor || kind == .hours || kind == .days }

  /// Öre, seconds or 1/10,000 to each unit that people write.
  var scale: Int64 {
    switch kind {
    case .kronor: 100
    case .hours: Seconds.perHour
    case .wage, .percent: 10_000
    default: 1
    }
  }
}

extension QuestionColumn {
  static let received = QuestionColumn("inkommen", .date, .received)
  static let sickFrom = QuestionColumn("sjuk_från", .date, .sickFrom)
  static let amount = QuestionColumn("belopp", .kronor, of: .netAmount)
  static let sickTime = QuestionColumn("sjuktimmar", .hours, .sickTime)
  static let karensTime = QuestionColumn("karenstimmar", .hours, .karensTime)
  /// Of the row's lost shifts.
  static let shiftTime = QuestionColumn("passtimmar", .hours, of: .shiftTime)
  static let vacantTime = QuestionColumn("vakanta_timmar", .hours, of: .vacantTime)
  /// Only of findings.
  static let stake = QuestionColumn("att_pröva", .kronor, of: .stake)

  /// Those of claim rows.
  public static let all: [QuestionColumn] =
    [
      QuestionColumn("kommun", .kommun, .kommun), QuestionColumn("bolag", .company, .company),
      QuestionColumn("avtal", .text, .agreement),
      QuestionColumn("anställningsform", .text, .employmentForm),
      QuestionColumn("lagrum", .word(["SFB51", "LSS9"]), .legalBasis),
      QuestionColumn("frånvaro", .word(["sjuk", "vab"]), .absence),
      QuestionColumn(
        "karens_skäl", .word(["återinsjuknande", "tio", "särskilt högriskskydd", "pandemi"]),
        .karensReason),
    ] + dates + sums + times + shares

  private static let dates = [
    received, sickFrom, QuestionColumn("sjuk_till", .date, .sickTo),
    QuestionColumn("sjukperiod_från", .date, .periodFrom),
    QuestionColumn("fakturadatum", .date, .invoiceDate),
    QuestionColumn("lön_utbetald", .date, .wagePaidOn),
    QuestionColumn("anställd_från", .date, .employedFrom),
    QuestionColumn("anställd_till", .date, .employedTo),
    QuestionColumn("läkarintyg_från", .date, .certificateFrom),
    QuestionColumn("läkarintyg_till", .date, .certificateTo),
  ]

  private static let sums = [
    amount, QuestionColumn("sjuklön", .kronor, .sjuklon), QuestionColumn("ob", .kronor, .ob),
    QuestionColumn("jour", .kronor, .jour),
    QuestionColumn("semesterersättning", .kronor, .semesterersattning),
    QuestionColumn("arbetsgivaravgift", .kronor, .arbetsgivaravgift),
    QuestionColumn("avtalskostnad", .kronor, .avtalskostnad),
    QuestionColumn("moms", .kronor, .vat), QuestionColumn("karensavdrag", .kronor, .karensAmount),
    QuestionColumn("timlön", .wage, .wage),
  ]

  private static let times = [
    sickTime, QuestionColumn("ersatta_timmar", .hours, .paidTime),
    QuestionColumn("jourtimmar", .hours, .onCallTime), karensTime,
    QuestionColumn("veckotimmar", .hours, .weeklyTime), shiftTime, vacantTime,
    QuestionColumn("sjukdagar", .days, of: .sickDays),
    QuestionColumn("dröjsmål", .days, of: .delay),
  ]

  private static let shares = [
    QuestionColumn("semester_procent", .percent, .semesterPercent),
    QuestionColumn("avgift_procent", .percent, .feePercent),
    QuestionColumn("avtal_procent", .percent, .agreementPercent),
    QuestionColumn("omfattning", .percent, .extent),
    QuestionColumn("fördelning", .percent, .split),
  ]

  /// Columns of the tables by which one person or ärende could be picked out.
  static let singlingOut: Set<String> = [
    "anstalld", "assistent", "brukare", "vikarie", "arende", "krediterar", "ersatter",
    "fakturanummer", "betalkonto", "skydd",
  ]

  /// The column of a name, whatever its case and dots.
  static func named(_ name: String, among columns: [QuestionColumn]) -> QuestionColumn? {
    let folded = foldedName(name)
    let wanted = folded == "orgnr" ? "bolag" : folded
    return columns.first { foldedName($0.name) == wanted }
  }
}
