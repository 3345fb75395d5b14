public import SickPay

/// How much of what a cheating company claims is false.
public enum Intensity: String, CaseIterable, Sendable {
  case low = "låg"
  case middle = "medel"
  case high = "hög"

  /// The share of the company's claim rows that are false, 0…1.
  public var falseShare: ClosedRange<Double> {
    switch self {
    case .low: 0.03...0.08
    case .middle: 0.08...0.20
    case .high: 0.20...0.40
    }
  }
}

/// How common each intensity is among the cheating companies; the weights need not add up to 1.
public struct IntensityMix: Sendable {
  public var low: Double
  public var middle: Double
  public var high: Double

  public init(low: Double, middle: Double, high: Double) {
    self.low = low
    self.middle = middle
    self.high = high
  }

  public static func only(_ intensity: Intensity) -> IntensityMix {
    IntensityMix(
      low: intensity == .low ? 1 : 0, middle: intensity == .middle ? 1 : 0,
      high: intensity == .high ? 1 : 0)
  }

  /// More than a third cheat in under a tenth of their rows.
  public static let mixed = IntensityMix(low: 0.45, middle: 0.35, high: 0.20)
}

/// What a world is to hold. Two equal plans give the same bytes.
public struct WorldPlan: Sendable {
  public var seed: UInt64
  /// Claim rows wanted; the world comes out within about a tenth of it.
  public var claims: Int
  public var companies: Int
  public var cheatingCompanies: Int
  public var kommuner: [Kommun]
  /// The first day that anybody is sick.
  public var from: Day
  /// The day of the extract: the last sick day, and no claim is received later.
  public var to: Day
  public var intensities: IntensityMix
  /// The ways to cheat that are handed out in turn; those left out do not occur, except that a
  /// company whose own schemes find nothing to work on sends a claim twice.
  public var schemes: [Scheme]
  /// Whether a lost shift stands on two rows of `pass.csv`, which gives about four rows a claim.
  public var halvesShifts = false
  /// Whether half of all schemes, drawn by the seed, are used with parameters outside of their
  /// ordinary ranges.
  public var redrawsSchemes = false
  /// Whether the registers are written beside the claims. The claims are the same with them; the
  /// truth then also tells of one or two cheating companies that go on without a permit.
  public var writesRegisters = false

  /// - Parameters:
  ///   - companies: `nil` for one to every 170 claims.
  ///   - cheatingCompanies: `nil` for one in twenty, at least one.
  public init(
    seed: UInt64 = 1, claims: Int = 20_000, companies: Int? = nil, cheatingCompanies: Int? = nil,
    kommuner: [Kommun] = Kommun.dalarna, from: Day = WorldPlan.firstDay,
    to: Day = WorldPlan.lastDay, intensities: IntensityMix = .mixed,
    schemes: [Scheme] = Scheme.allCases
  ) {
    self.seed = seed
    self.claims = claims
    let count = companies ?? max(8, claims / 170)
    self.companies = count
    self.cheatingCompanies = cheatingCompanies ?? max(1, count / 20)
    self.kommuner = kommuner
    self.from = from
    self.to = to
    self.intensities = intensities
    self.schemes = schemes
  }

  /// 2023-07-01
  public static let firstDay = Day(number: 19_539)
  /// 2019-07-01: wages paid earlier had fees that the world does not know (``EmployerFee``).
  public static let earliestDay = Day(number: 18_078)
  /// 2025-11-30
  public static let lastDay = Day(number: 20_422)

  var days: Int { from.distance(to: to) + 1 }
  /// The first and last day as day numbers.
  var firstNumber: Int32 { from.number }
  var lastNumber: Int32 { to.number }
  var years: Double { Double(days) / 365.25 }
}
