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
    func number(_ value: Double) -> String {
      String(SwedishNumbers.number(value, decimals: 2).map { $0 == "," ? "." : $0 })
    }
    let weights = Catalogue.weighted.map { "  \($0): \(number(fit.weights[$0] ?? 0))\n" }
    writeOutput(
      """
      # \(companies.count) bolag i \(worlds) världar från frö \(seed)
      kalibrering:
        hälften_vid_vikt: \(number(curve.midpoint))
        branthet: \(number(curve.steepness))

      vikter:
      \(weights.joined())
      """)
  }
}
