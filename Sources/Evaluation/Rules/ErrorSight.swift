/// Which rule should see each honest mistake that is planted in worlds.
public enum ErrorSight: Sendable, Equatable {
  /// Any of these rules.
  case rules([String])
  /// No rule can tell it from lawful claims, and why (Swedish).
  case unseeable(String)
  /// A kind that this table does not know.
  case unknown

  public init(_ kind: String) { self = ErrorSight.table[kind] ?? .unknown }

  /// Whether the kind counts in the total recall: one that the table lacks does, so that a new
  /// kind can't better the total by being forgotten here.
  public var counts: Bool {
    if case .unseeable = self { false } else { true }
  }

  public var rules: [String] {
    if case .rules(let rules) = self { rules } else { [] }
  }

  private static let table: [String: ErrorSight] = [
    "summafel": .rules(["delar-och-belopp"]),
    "vakans-betald": .rules(["vakanta-timmar"]),
    "karens-för-kort": .rules(["karensavdrag"]),
    "fel-avgift": .rules(["avgift-fel-alder"]),
    "felskrivet-personnummer": .rules(["kontrollsiffra"]),
    "pass-utanför": .rules(["motsagande-uppgifter"]),
    "okrediterad-dubblett": .rules(["dubblett", "dubblett-forskjuten"]),
    "dag-15": .rules(["efter-dag-14"]),
    "intyg-saknas": .rules(["lakarintyg-saknas"]),
    "efter-anställning": .rules(["efter-anstallningens-slut"]),
    "fel-semesterprocent": .rules(["semester-over-lagen"]),
    "moms-påslag": .rules(["moms"]),
    "sen-vikarie-betald": .rules(["utan-vikarie"]),
    "tio-utan-tio": .rules(["tio-avdrag"]),
  ]
}
