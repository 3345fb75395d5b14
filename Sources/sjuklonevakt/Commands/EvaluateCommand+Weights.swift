import Configuration
import Detection
import Evaluation
import SickPay

extension EvaluateCommand {
  /// Writes weights and calibration that fit the worlds, in the configuration's own form.
  func writeWeights(_ configuration: Configuration) async throws {
    let withheld = Set(try withheldSchemes())
    var companies: [WorldEvaluation.Company] = []
    for cheating in try cheatingCounts() {
      for world in try await evaluated(cheating: cheating, configuration) {
        companies += world.companies.filter { withheld.isDisjoint(with: $0.truth.schemes) }
      }
    }
    let fit = WeightFit(companies, settings: configuration.settings)
    guard let curve = fit.calibration else {
      throw CommandFault(message: "världarna säger för lite för att anpassa vikter; begär fler")
    }
    let weights = Catalogue.weighted.map { "  \($0): \(number(fit.weights[$0] ?? 0))\n" }
    writeOutput(
      """
      # \(companies.count) bolag i \(worlds) världar från frö \(seed)
      kalibrering:
        hälften_vid_vikt: \(number(curve.midpoint))
        branthet: \(number(curve.steepness))
        andel_fuskar: \(number(fit.cheatingShare, decimals: 4))
        varians_nivå: \(number(curve.uncertainty.level, decimals: 5))
        varians_branthet: \(number(curve.uncertainty.slope, decimals: 5))
        samvariation: \(number(curve.uncertainty.covariance, decimals: 5))

      att_rätta:
        fuskar: \(rates(fit.hitRates.cheating))
        andra: \(rates(fit.hitRates.ordinary))

      vikter:
      \(weights.joined())
      """)
  }

  private func rates(_ rates: ByVerdict<Double>) -> String {
    let parts = Verdict.allCases.map {
      "\($0.rawValue): \(number(min(0.999, max(0.001, rates[$0])), decimals: 3))"
    }
    return "{\(parts.joined(separator: ", "))}"
  }

  /// With a decimal point and a hyphen for minus, as YAML wants it.
  private func number(_ value: Double, decimals: Int = 2) -> String {
    SwedishNumbers.number(value, decimals: decimals).replacing(",", with: ".")
      .replacing("\u{2212}", with: "-")
  }
}
