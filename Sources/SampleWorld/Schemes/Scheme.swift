/// A way to claim sick pay that nobody is owed. The raw values are the names in the truth files.
public enum Scheme: String, CaseIterable, Sendable {
  /// Spells that never were, of ordinary employees.
  case phantomSickness = "fantomsjukdom"
  /// Persons employed on paper only, who are never anything but sick.
  case paperEmployees = "pappersanställda"
  /// The same absence billed to another kommun too.
  case doubleBilling = "dubbelfakturering"
  /// The same claim sent again months later.
  case resubmission = "återinlämning"
  /// Vacant shifts claimed as worked.
  case vacantShifts = "vakanta-pass"
  /// Karensavdrag left out or halved.
  case karensLeftOut = "karens-utelämnad"
  /// Spells stretched to seven or fourteen days.
  case stretchedSpells = "utdragna-perioder"
  /// Said to be sick while standing in elsewhere the same minutes.
  case sickHereWorksThere = "sjuk-här-jobbar-där"
  /// A higher wage than the assistant has, only in claims.
  case inflatedWage = "löneuppblåsning"
  /// Daytime hours claimed with weekend supplements.
  case inflatedSupplements = "ob-uppblåsning"
  /// Too high an arbetsgivaravgift.
  case wrongFees = "avgift-uppblåsning"
  /// Colleagues who stand in for each other's invented sickness in turn.
  case swapRings = "bytesringar"
  /// A new company in an old one's place, with bursts of claims from months ago.
  case phoenix = "fågel-fenix"

  var cheat: any Cheat {
    switch self {
    case .phantomSickness: PhantomSickness()
    case .paperEmployees: PaperEmployees()
    case .doubleBilling: DoubleBilling()
    case .resubmission: Resubmission()
    case .vacantShifts: VacantShifts()
    case .karensLeftOut: KarensLeftOut()
    case .stretchedSpells: StretchedSpells()
    case .sickHereWorksThere: SickHereWorksThere()
    case .inflatedWage: InflatedWage()
    case .inflatedSupplements: InflatedSupplements()
    case .wrongFees: WrongFees()
    case .swapRings: SwapRings()
    case .phoenix: Phoenix()
    }
  }
}

/// What one scheme does to a company's books. A new scheme is a file with one of these, and a case.
///
/// Each hook is called once, in this order; a scheme fills in the one or two that it needs.
protocol Cheat: Sendable {
  /// Whether false rows come on top of the honest ones.
  var addsRows: Bool { get }

  /// People that must be on the company's list for about so many false rows.
  func staffNeeded(
    falseRows: Double, _ parameters: SchemeParameters
  ) -> (paper: Int, borrowed: Int)

  /// Before shifts are listed: add spells or change them.
  func inventSpells(in books: inout CompanyBooks, share: Double)

  /// When substitutes stand on the list, before karens is deducted.
  func bendSpells(in books: inout CompanyBooks, share: Double)

  /// When rows are priced, before they are numbered.
  func falsifyRows(in books: inout CompanyBooks, share: Double)
}

extension Cheat {
  var addsRows: Bool { false }
  func staffNeeded(
    falseRows: Double, _ parameters: SchemeParameters
  ) -> (paper: Int, borrowed: Int) { (0, 0) }
  func inventSpells(in books: inout CompanyBooks, share: Double) {}
  func bendSpells(in books: inout CompanyBooks, share: Double) {}
  func falsifyRows(in books: inout CompanyBooks, share: Double) {}
}
