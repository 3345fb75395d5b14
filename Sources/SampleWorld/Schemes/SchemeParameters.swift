/// A number that a scheme draws each time it is used; all of them are whole numbers.
enum Dial: Int, CaseIterable {
  /// Days of an invented spell.
  case phantomDays, paperDays, ringDays, phoenixDays
  /// Days from the employment's beginning to the first spell, at most.
  case paperFirstSpell
  /// Claim rows that one person employed on paper, or borrowed from elsewhere, stands for.
  case paperRowsEach, borrowedRowsEach
  /// Days from the first bill to the second.
  case doubleBillingDelay, resubmissionDelay
  /// How many in a hundred resubmissions are moved by a day.
  case resubmissionMoved
  /// How many in a hundred vacant shifts are given to somebody who stands in for another here the
  /// same minutes, or to somebody of another company; the rest are claimed openly.
  case vacantWitness, vacantBorrowed
  /// How many in a hundred karensavdrag are left out; what is kept of the others, in per cent; how
  /// many in a hundred of those left out have a false reason.
  case karensOmitted, karensKept, karensFalseReason
  /// The days that spells are stretched to.
  case stretchedShort, stretchedLong
  /// How many in a hundred told sick work at another company, the others here; and how many half
  /// hours from that shift the lost one begins.
  case sickElsewhere, sickOffset
  /// The claimed wage in per cent of the true one.
  case inflatedWage
  /// The share of the paid hours that are claimed with the weekend's supplement, in per cent.
  case inflatedSupplements
  /// What is put on a lawful fee, in hundredths of a per cent.
  case raisedFee
  /// Members of a ring, and the spells that each ring tells.
  case ringSize, ringSpells
  /// Days from the sickness to the day on which a burst is billed.
  case phoenixLag
  /// How many in a hundred of a phoenix's false spells the first company bills before its end.
  case phoenixBefore
}

/// The range of each dial, for the whole world.
struct SchemeParameters {
  private var ranges: [ClosedRange<Int>]
  /// Those whose dials lie outside of the ordinary.
  private(set) var unusual: Set<Scheme> = []

  subscript(_ dial: Dial) -> ClosedRange<Int> { ranges[dial.rawValue] }

  /// A plan that asks for it has the dials of half of all schemes drawn anew, outside of the
  /// ordinary: what is tuned on the ordinary ones can be measured on what it has not seen.
  init(_ plan: WorldPlan) {
    let settings = Dial.allCases.map(\.setting)
    ranges = settings.map(\.ordinary)
    guard plan.redrawsSchemes else { return }
    var random = SeededGenerator(seed: plan.seed, .parameters, 0)
    let schemes = Scheme.allCases.shuffled(using: &random)
    unusual = Set(schemes.prefix(schemes.count / 2))
    for (index, setting) in settings.enumerated() where unusual.contains(setting.scheme) {
      ranges[index] = setting.outside[random.below(setting.outside.count)]
    }
  }
}

extension Dial {
  /// Whose it is, where it usually lies, and where else it may lie.
  var setting: (scheme: Scheme, ordinary: ClosedRange<Int>, outside: [ClosedRange<Int>]) {
    switch self {
    case .phantomDays: (.phantomSickness, 2...10, [1...1, 11...14])
    case .paperDays: (.paperEmployees, 3...14, [1...2])
    case .paperFirstSpell: (.paperEmployees, 40...40, [90...180])
    case .paperRowsEach: (.paperEmployees, 8...8, [3...3, 16...16])
    case .doubleBillingDelay: (.doubleBilling, 7...45, [46...120])
    case .resubmissionDelay: (.resubmission, 60...240, [8...30, 250...400])
    case .resubmissionMoved: (.resubmission, 30...30, [0...0, 80...100])
    case .vacantWitness: (.vacantShifts, 35...35, [0...5])
    case .vacantBorrowed: (.vacantShifts, 30...30, [0...5, 70...95])
    case .karensOmitted: (.karensLeftOut, 70...70, [0...10])
    case .karensKept: (.karensLeftOut, 50...50, [20...35, 75...90])
    case .karensFalseReason: (.karensLeftOut, 30...30, [80...100])
    case .stretchedShort: (.stretchedSpells, 7...7, [6...6])
    case .stretchedLong: (.stretchedSpells, 14...14, [12...13])
    case .sickElsewhere: (.sickHereWorksThere, 65...65, [0...10, 95...100])
    case .sickOffset: (.sickHereWorksThere, -4...4, [-8 ... -6, 6...8])
    case .borrowedRowsEach: (.sickHereWorksThere, 4...4, [2...2, 8...8])
    case .inflatedWage: (.inflatedWage, 106...125, [103...105, 130...150])
    case .inflatedSupplements: (.inflatedSupplements, 100...100, [50...80])
    case .raisedFee: (.wrongFees, 200...800, [80...150, 900...1500])
    case .ringSize: (.swapRings, 2...3, [4...5])
    case .ringSpells: (.swapRings, 8...12, [3...5, 14...20])
    case .ringDays: (.swapRings, 2...6, [1...1, 8...13])
    case .phoenixDays: (.phoenix, 2...9, [1...1, 10...14])
    case .phoenixLag: (.phoenix, 80...92, [40...60, 100...130])
    case .phoenixBefore: (.phoenix, 25...25, [0...0, 60...70])
    }
  }
}

extension CompanyBooks {
  /// A number from the dial's range.
  mutating func draw(_ dial: Dial) -> Int { random.between(world.parameters[dial]) }

  /// Whether what happens so many times in a hundred does.
  mutating func happens(_ dial: Dial) -> Bool { random.below(100) < draw(dial) }
}
