import Reporting
import SickPay

extension Fixture {
  /// Quotes, a semicolon, an ampersand, an expected sum; new as riskföretag.
  static let quoted = CompanyReport(
    rank: 1, orgnr: "4566778899", name: "Östra \"Hjälp\" & Omsorg; AB", isRiskforetag: true,
    score: 0.93, low: 0.81, high: 0.98, expected: Ore(41_230_50), atStake: Ore(58_800_00),
    sizeRank: 7, claims: 412, kronor: Ore(1_204_332_10),
    kommuner: [
      KommunReport(kommun: "2080", claims: 300, kronor: Ore(900_000_00), atStake: Ore(40_000_00)),
      KommunReport(kommun: "2081", claims: 112, kronor: Ore(304_332_10), atStake: Ore(18_800_00)),
    ], findings: [substitute, karens, rate],
    riskLowering: [
      RiskLoweringReport(
        id: "egna-rattelser", observed: 9, whole: 412, lowers: 0.044,
        text: "9 av 412 rader har bolaget självt krediterat eller rättat.")
    ],
    forecasts: [
      ForecastReport(
        verdict: "regelbrott", cases: 12, rate: 0.93, low: 0.91, high: 0.94,
        kronor: Ore(38_100_00)),
      ForecastReport(
        verdict: "mönster", cases: 28, rate: 0.33, low: 0.2, high: 0.41, kronor: .zero),
    ], profile: profile)

  /// A name that a spreadsheet would run; a riskföretag last time too.
  static let formula = CompanyReport(
    rank: 2, orgnr: "5569876543", name: "=SUMMA(A1:A9)", isRiskforetag: true,
    score: 0.71, low: 0.55, high: 0.84, expected: nil, atStake: Ore(17_400_00), sizeRank: 1,
    claims: 1, kronor: Ore(17_400_00),
    kommuner: [
      KommunReport(kommun: "2080", claims: 1, kronor: Ore(17_400_00), atStake: Ore(17_400_00))
    ], findings: [duplicate, away, over],
    forecasts: [
      ForecastReport(
        verdict: "granska", cases: 1, rate: 0.52, low: 0.5, high: 0.56, kronor: Ore(9_048_00))
    ], profile: small)

  /// A long name and a statistic only.
  static let long = CompanyReport(
    rank: 3, orgnr: "5561112223",
    name: "Assistansbolaget med det mycket långa namnet som inte får plats i någon spalt AB",
    isRiskforetag: false, score: 0.125, low: 0.05, high: 0.3, expected: nil, atStake: .zero,
    sizeRank: 2, claims: 1024, kronor: Ore(3_400_000_99), kommuner: [], findings: [lone],
    profile: small)

  /// A token for a number, no name, no findings, a negative sum.
  static let soleTrader = CompanyReport(
    rank: 4, orgnr: "E-7f3a9c21", name: "", isRiskforetag: false, score: 0.01, low: 0, high: 0.09,
    expected: nil, atStake: .zero, sizeRank: 4, claims: 0, kronor: Ore(-1_250_05), kommuner: [],
    findings: [], profile: ProfileReport())

  static var profile: ProfileReport {
    var profile = ProfileReport()
    profile.claims = 412
    profile.spells = 180
    profile.sickTime = Seconds(hours: 6120)
    profile.paidTime = Seconds(19_845_000)
    profile.medianAmount = 2_345_50
    profile.amountDeviation = 512_25
    profile.medianWage = 1_564_000
    profile.wageDeviation = 42_500
    profile.spellLengths = [20, 31, 0, 40, 0, 0, 60, 0, 0, 0, 0, 0, 0, 28, 1]
    profile.weekdays = [50, 30, 20, 20, 30, 20, 10]
    profile.activeMonths = 24
    profile.employees = 38
    profile.brukare = 21
    profile.kommuner = 2
    profile.vikarier = 1
    profile.vacancyShare = 0.314159
    profile.topShare = 0.5
    profile.sickOnlyEmployees = 3
    return profile
  }

  static var small: ProfileReport {
    var profile = ProfileReport()
    (profile.claims, profile.spells, profile.activeMonths) = (1, 1, 1)
    (profile.employees, profile.brukare, profile.kommuner) = (1, 1, 1)
    (profile.sickTime, profile.paidTime) = (Seconds(23_400), Seconds(18_000))
    (profile.topShare, profile.sickOnlyEmployees) = (1, 1)
    return profile
  }
}
