/// Optional columns that a company leaves empty on every row.
struct OmittedColumns: OptionSet {
  let rawValue: UInt16
  /// anställd_från, anställd_till, anställningsform
  static let employment = OmittedColumns(rawValue: 1)
  /// veckotimmar
  static let week = OmittedColumns(rawValue: 2)
  /// avtal, lagrum
  static let agreement = OmittedColumns(rawValue: 4)
  /// semester_procent, avgift_procent, avtal_procent: only kronor are stated
  static let percentages = OmittedColumns(rawValue: 8)
  /// semesterersättning, arbetsgivaravgift, avtalskostnad: only percentages are stated
  static let onCosts = OmittedColumns(rawValue: 16)
  /// lön_utbetald
  static let wagePaid = OmittedColumns(rawValue: 32)
  /// läkarintyg_från, läkarintyg_till, omfattning: the certificate is shown on request
  static let certificate = OmittedColumns(rawValue: 64)
  /// ersatta_timmar
  static let paidHours = OmittedColumns(rawValue: 128)
  /// karensavdrag in kronor; the hours are stated
  static let karensKronor = OmittedColumns(rawValue: 256)
  /// bolag, betalkonto
  static let account = OmittedColumns(rawValue: 512)
  /// fördelning
  static let share = OmittedColumns(rawValue: 1024)

  /// Each with the name that it has in the truth file, and the share of companies that omit it.
  static let kinds: [(columns: OmittedColumns, name: String, share: Double)] = [
    (.employment, "anställning", 0.10), (.week, "veckotimmar", 0.05), (.agreement, "avtal", 0.06),
    (.wagePaid, "lön_utbetald", 0.12), (.certificate, "läkarintyg", 0.05),
    (.paidHours, "ersatta_timmar", 0.04), (.karensKronor, "karensavdrag", 0.06),
    (.account, "betalkonto", 0.08), (.share, "fördelning", 0.10),
    (.percentages, "procent", 0.08), (.onCosts, "påslag", 0.06),
  ]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(using random: inout SeededGenerator) {
    self = []
    for kind in OmittedColumns.kinds where random.chance(kind.share) { insert(kind.columns) }
    // One of the two must tell what was put on top.
    if contains(.percentages) { remove(.onCosts) }
  }

  var names: String {
    OmittedColumns.kinds.filter { contains($0.columns) }.map(\.name).joined(separator: "+")
  }
}
