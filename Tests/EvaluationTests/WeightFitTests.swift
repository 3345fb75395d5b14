import Configuration
import Detection
import SickPay
import Testing

@testable import Evaluation

struct WeightFitTests {
  private let cheats = IndicatorID("dubblett")
  private let coin = IndicatorID("veckodag")
  private let careful = IndicatorID("moms")
  private let rare = IndicatorID("fenix")

  /// Four hundred companies: half of the cheats and none of the others have the first kind of
  /// evidence, every other company of both the second, honest ones more of the third.
  private var companies: [WorldEvaluation.Company] { companies(coinTellsAll: false) }

  private func companies(coinTellsAll: Bool) -> [WorldEvaluation.Company] {
    (0..<400).map { number in
      let isCheat = number % 5 == 0
      var strengths: [IndicatorID: Double] = [:]
      if isCheat ? number % 10 == 0 : number % 40 == 1 { strengths[cheats] = 0.8 }
      if number % 2 == (number / 10) % 2 { strengths[coin] = 0.5 }
      if coinTellsAll { strengths[coin] = isCheat ? 0.3 : 0 }
      if !isCheat, number % 3 == 0 { strengths[careful] = 0.9 }
      if number == 5 { strengths[rare] = 1 }
      return WorldEvaluation.Company(
        number: OrganisationNumber(digits: UInt64(number)), score: 0.5, isRiskforetag: false,
        kronor: .zero, kronorPerEmployee: 0, isolation: 0.5, strengths: strengths,
        truth: Truth.Company(
          cheats: isCheat, schemes: [], rows: 1, falseRows: 0, falseKronor: .zero))
    }
  }

  @Test func `what cheats have weighs, what honest companies have never does`() throws {
    let settings = try Configuration().settings
    let fit = WeightFit(companies, settings: settings)
    #expect(try #require(fit.weights[cheats]) > 1.5)
    #expect(try #require(fit.weights[coin]) < 0.4)
    #expect(fit.weights[careful] == 0.02)
    #expect(fit.weights[rare] == settings.weights[rare])
    let curve = try #require(fit.calibration)
    #expect(curve.probability(0.8 * (fit.weights[cheats] ?? 0)) > 0.5)
  }

  /// However sure one statistic is, several that coincide weigh more.
  @Test func `no statistic weighs more than twice what takes even odds`() throws {
    let settings = try Configuration().settings
    let fit = WeightFit(companies(coinTellsAll: true), settings: settings)
    #expect(try #require(fit.weights[coin]) == 2)
    #expect(
      settings.weights.filter { Catalogue.statistics.contains($0.key) }.values.max() ?? 9 <= 2)
  }

  @Test func `the order of companies does not matter`() throws {
    let settings = try Configuration().settings
    let (one, other) = (
      WeightFit(companies, settings: settings),
      WeightFit(companies.reversed(), settings: settings)
    )
    #expect(one.weights == other.weights)
  }
}
