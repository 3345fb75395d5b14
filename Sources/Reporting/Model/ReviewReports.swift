public import SickPay

/// What reviews came to, apart for ärenden chosen by risk and by chance.
public struct OutcomeReport: Sendable, Equatable {
  public var risk: HitRateReport
  public var random: HitRateReport
  public var calibration: CalibrationReport

  public init(risk: HitRateReport, random: HitRateReport, calibration: CalibrationReport) {
    self.risk = risk
    self.random = random
    self.calibration = calibration
  }
}

/// What scores were calibrated on.
public struct CalibrationReport: Sendable, Equatable {
  /// Companies of the list with a reviewed ärende, and those of them where something was wrong.
  public var companies: Int
  public var wrong: Int
  /// Whether they were enough to take the configuration's place.
  public var isUsed: Bool
  /// How many are needed, and of each kind.
  public var fewestCompanies: Int
  public var fewestOfEach: Int

  public init(
    companies: Int, wrong: Int, isUsed: Bool, fewestCompanies: Int, fewestOfEach: Int
  ) {
    self.companies = companies
    self.wrong = wrong
    self.isUsed = isUsed
    self.fewestCompanies = fewestCompanies
    self.fewestOfEach = fewestOfEach
  }
}

/// The reviewed ärenden of one choice.
public struct HitRateReport: Sendable, Equatable {
  public var reviewed: Int
  /// Of which something was found.
  public var wrong: Int
  /// What those came to.
  public var kronor: Ore
  /// wrong / reviewed, 0…1, and its 95 % interval (Wilson); `nil` where nothing was reviewed.
  public var rate: Double?
  public var low: Double?
  public var high: Double?

  public init(
    reviewed: Int, wrong: Int, kronor: Ore, rate: Double?, low: Double?, high: Double?
  ) {
    self.reviewed = reviewed
    self.wrong = wrong
    self.kronor = kronor
    self.rate = rate
    self.low = low
    self.high = high
  }
}

/// The ärenden that were drawn by chance for review.
public struct RandomSampleReport: Sendable, Equatable {
  /// The share (0…1) that is drawn.
  public var share: Double
  /// Ärenden received from this day on were drawn from; `nil` where none was drawn.
  public var since: Day?
  /// How many those were.
  public var drawnFrom: Int
  /// How many of them were drawn, by this scan or an earlier one.
  public var drawn: Int
  /// Those that no earlier scan drew; all of the kommun's where one kommun is shown.
  public var cases: [SampledCase]
  /// The kommun that alone is shown; `nil` for all.
  public var kommun: String?

  public init(share: Double, since: Day?, drawnFrom: Int, drawn: Int, cases: [SampledCase]) {
    self.share = share
    self.since = since
    self.drawnFrom = drawnFrom
    self.drawn = drawn
    self.cases = cases
  }

  /// Nothing to draw from.
  public static let none = RandomSampleReport(
    share: 0, since: nil, drawnFrom: 0, drawn: 0, cases: [])
}

/// An ärende that was drawn.
public struct SampledCase: Sendable, Equatable {
  /// Four digits.
  public var kommun: String
  public var arende: String
  /// Ten digits; a token `E-…` for a sole trader.
  public var orgnr: String
  public var name: String
  public var received: Day

  public init(kommun: String, arende: String, orgnr: String, name: String, received: Day) {
    self.kommun = kommun
    self.arende = arende
    self.orgnr = orgnr
    self.name = name
    self.received = received
  }
}
