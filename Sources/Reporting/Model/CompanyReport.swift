public import SickPay

/// One company of the list.
public struct CompanyReport: Sendable, Equatable {
  public var rank: Int
  /// Ten digits; a token `E-…` for a sole trader, whose number is a person's.
  public var orgnr: String
  public var name: String
  public var isRiskforetag: Bool
  /// 0…1, that it cheats, with its bounds.
  public var score: Double
  public var low: Double
  public var high: Double
  /// score × at stake; `nil` until the score is calibrated.
  public var expected: Ore?
  public var atStake: Ore
  /// The place by claimed kronor alone.
  public var sizeRank: Int
  public var claims: Int
  public var kronor: Ore
  public var kommuner: [KommunReport]
  /// Heaviest first; the shares add up to the score.
  public var findings: [FindingReport]
  /// What speaks for it.
  public var riskLowering: [RiskLoweringReport]
  /// What a review of the ärenden that the findings point to is expected to find, by their surest
  /// verdict with something at stake, the surest first; those without ärenden are left out.
  public var forecasts: [ForecastReport]
  public var profile: ProfileReport

  public init(
    rank: Int, orgnr: String, name: String, isRiskforetag: Bool, score: Double, low: Double,
    high: Double, expected: Ore?, atStake: Ore, sizeRank: Int, claims: Int, kronor: Ore,
    kommuner: [KommunReport], findings: [FindingReport],
    riskLowering: [RiskLoweringReport] = [], forecasts: [ForecastReport] = [],
    profile: ProfileReport
  ) {
    self.rank = rank
    self.orgnr = orgnr
    self.name = name
    self.isRiskforetag = isRiskforetag
    self.score = score
    self.low = low
    self.high = high
    self.expected = expected
    self.atStake = atStake
    self.sizeRank = sizeRank
    self.claims = claims
    self.kronor = kronor
    self.kommuner = kommuner
    self.findings = findings
    self.riskLowering = riskLowering
    self.forecasts = forecasts
    self.profile = profile
  }
}

/// A company's claims on one kommun.
public struct KommunReport: Sendable, Equatable {
  public var kommun: String
  public var claims: Int
  public var kronor: Ore
  public var atStake: Ore

  public init(kommun: String, claims: Int, kronor: Ore, atStake: Ore) {
    self.kommun = kommun
    self.claims = claims
    self.kronor = kronor
    self.atStake = atStake
  }
}

/// A fact that speaks for the company.
public struct RiskLoweringReport: Sendable, Equatable {
  public var id: String
  /// How many, and of how many.
  public var observed: Int
  public var whole: Int
  /// What it takes off the weight of the company's statistics, 0…1.
  public var lowers: Double
  public var text: String

  public init(id: String, observed: Int, whole: Int, lowers: Double, text: String) {
    self.id = id
    self.observed = observed
    self.whole = whole
    self.lowers = lowers
    self.text = text
  }
}

/// One reason.
public struct FindingReport: Sendable, Equatable {
  public var id: String
  public var indicator: String
  /// `rule` or `statistic`.
  public var kind: String
  /// `regelbrott`, `granska` or `mönster`.
  public var verdict: String
  /// The rows that prove it, those at fault first.
  public var rows: [RowReference]
  /// How many of `rows` are at fault, at most all.
  public var rowsAtFault: Int
  public var kronor: Ore
  /// The latest day on which a claim at fault was received.
  public var received: Day
  public var observed: Double
  public var expected: Double
  public var peerGroup: String?
  public var peers: Int?
  /// Its part of the company's score.
  public var share: Double
  public var text: String
  public var basis: String
  public var clearedBy: String

  public init(
    id: String, indicator: String, kind: String, verdict: String, rows: [RowReference],
    rowsAtFault: Int, kronor: Ore, received: Day, observed: Double, expected: Double,
    peerGroup: String?, peers: Int?, share: Double, text: String, basis: String, clearedBy: String
  ) {
    self.id = id
    self.indicator = indicator
    self.kind = kind
    self.verdict = verdict
    self.rows = rows
    self.rowsAtFault = rowsAtFault
    self.kronor = kronor
    self.received = received
    self.observed = observed
    self.expected = expected
    self.peerGroup = peerGroup
    self.peers = peers
    self.share = share
    self.text = text
    self.basis = basis
    self.clearedBy = clearedBy
  }

  /// The ärenden at fault, each once, in the rows' order.
  public var claims: [String] {
    var seen: Set<String> = []
    return rows.prefix(rowsAtFault).map(\.arende).filter { seen.insert($0).inserted }
  }
}

/// The company's profile in numbers. Counts of distinct persons can't be added over scans that may
/// share persons.
public struct ProfileReport: Sendable, Equatable {
  public var claims = 0
  public var spells = 0
  public var sickTime = Seconds.zero
  public var paidTime = Seconds.zero
  /// Median and MAD of the claims' sums, in öre.
  public var medianAmount: Double?
  public var amountDeviation: Double?
  /// Median and MAD of the hourly wage, in 1/10,000 kr.
  public var medianWage: Double?
  public var wageDeviation: Double?
  /// Spells of 1, 2, … 14 days and of more.
  public var spellLengths: [Int] = []
  /// First days of spells, Monday first.
  public var weekdays: [Int] = []
  public var activeMonths = 0
  public var employees = 0
  public var brukare = 0
  public var kommuner = 0
  public var vikarier = 0
  /// Share (0…1) of the lost time that nobody worked.
  public var vacancyShare: Double?
  /// Share (0…1) of kronor on the tenth of the employees with the most.
  public var topShare = 0.0
  public var sickOnlyEmployees = 0

  public init() {}
}
