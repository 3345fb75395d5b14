public import Ledger
public import SickPay

/// One line of the list.
public struct RankedCompany: Sendable, Equatable {
  public let company: CompanyID
  public let number: OrganisationNumber
  /// As the latest claim gives it; empty where no claim does.
  public let name: String
  /// From 1.
  public let rank: Int
  /// Its place if companies were ordered by claimed kronor alone, from 1.
  public let sizeRank: Int
  public let isRiskforetag: Bool
  /// 0…1, with the bounds of its uncertainty.
  public let score: Score
  public let claims: Int
  /// Net of credits.
  public let kronor: Ore
  /// Per claim row the largest total that its findings can take, summed.
  public let atStake: Ore
  /// The score times `atStake`: what the findings come to, weighed by how probable it is that the
  /// company cheats. What a review finds besides, honest mistakes too, is in `forecast`.
  public let expected: Ore
  public let kommuner: [KommunShare]
  /// In the order in which they weigh; the shares add up to the score.
  public let findings: [WeighedFinding]
  /// The ärenden that the findings hold to be at fault, by their first claim row.
  public let pointed: [PointedCase]
  /// What a review of them is expected to find.
  public let forecast: ReviewForecast
  /// What speaks for the company and lowers the weight of its statistics.
  public let riskLowering: [RiskLoweringFact]
  /// How strongly each rule and statistic speaks of it, 0…1; those that say nothing are left out.
  public let strengths: [IndicatorID: Double]
  public let summary: CompanySummary
}

/// How probable it is that a company cheats, by the settings' curve, or by the one that reviews
/// tell. How probable it is that a review finds something to correct is in `ReviewForecast`.
public struct Score: Sendable, Equatable {
  public let value: Double
  public let low: Double
  public let high: Double
}

/// What a company claims of one kommun.
public struct KommunShare: Sendable, Equatable {
  public let kommun: KommunCode
  public let claims: Int
  public let kronor: Ore
  public let atStake: Ore
}

/// A finding and its part of the company's score.
public struct WeighedFinding: Sendable, Equatable {
  public let finding: Finding
  public let share: Double
}
