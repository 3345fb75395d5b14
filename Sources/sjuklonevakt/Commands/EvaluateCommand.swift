import ArgumentParser
import Configuration
import Evaluation
import Foundation
import SampleWorld
import SickPay

/// `utvärdera`: how well the list finds the companies that cheat in labelled worlds.
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "utvärdera", abstract: "Mäter listan mot facit i påhittade världar.",
    discussion: """
      Varje värld skapas ur sitt frö, skannas och jämförs med sitt facit. Bredvid står vad en \
      lista ger som bara ordnar bolagen efter begärda kronor.
      """, aliases: ["utvardera"])

  @Option(name: [.customLong("frö"), .customLong("fro")], help: "Första världens frö.")
  var seed: UInt64 = 2026

  @Option(name: [.customLong("världar"), .customLong("varldar")], help: "Antal världar.")
  var worlds = 1

  @Option(name: .customLong("rader"), help: "Ungefär så många ärenderader per värld.")
  var claims = 20_000

  @Option(name: .customLong("bolag"), help: "Bolag per värld.")
  var companies = 100

  @Option(name: .customLong("fuskande"), help: "Bolag som fuskar per värld.")
  var cheating = 15

  @OptionGroup var configurationFiles: ConfigurationOptions

  /// In `run`, because faults thrown in `validate` come out as the argument parser's own.
  private func check() throws {
    if worlds < 1 || claims < 1 || companies < 1 || cheating < 0 || cheating > companies {
      throw CommandFault(
        message: "--världar, --rader och --bolag ska vara minst 1, --fuskande högst antalet bolag")
    }
  }

  func run() async throws {
    try check()
    let configuration = try configurationFiles.read()
    var results: [WorldEvaluation] = []
    let names = [
      "Frö", "Bolag", "Fuskar", "Rader", "AP", "P@k", "AP storlek", "P@k storlek", "Risk", "Rätt",
      "Ärliga 5",
    ]
    writeOutput(row(names))
    for number in 0..<UInt64(worlds) {
      let seed = seed &+ number
      let plan = WorldPlan(
        seed: seed, claims: claims, companies: companies, cheatingCompanies: cheating)
      let result = try await WorldEvaluation(
        plan, configuration: configuration,
        threads: ProcessInfo.processInfo.activeProcessorCount)
      results.append(result)
      writeOutput(
        row(
          [String(seed), String(result.companies), String(result.cheating), String(result.claims)]
            + measures(result.list) + measures(result.bySize)
            + [String(result.riskforetag), String(result.trueRiskforetag)]
            + [String(result.honestFirst)]))
    }
    if results.count > 1 { writeMeans(results) }
    writeOutput(
      "AP: medelprecision. P@k: andel som fuskar bland de k första, med k = antal som fuskar.\n"
        + "Risk: riskföretag. Rätt: de av dem som fuskar. Ärliga 5: ärliga bland de fem första.\n")
    writeFit(CalibrationFit(results, configuration: configuration))
  }

  private func writeFit(_ fit: CalibrationFit) {
    func number(_ value: Double) -> String { SwedishNumbers.number(value, decimals: 3) }
    writeOutput("En lista i slumpordning har AP och P@k \(number(fit.baseRate)). ")
    writeOutput("Poängens Brierpoäng: \(number(fit.brierScore)).\n")
    if let curve = fit.curve {
      writeOutput(
        "Kalibrering som passar de här världarna bäst: hälften_vid_vikt "
          + "\(number(curve.midpoint)), branthet \(number(curve.steepness)).\n")
    }
  }

  private func writeMeans(_ results: [WorldEvaluation]) {
    func mean(_ value: (WorldEvaluation) -> Double) -> String {
      SwedishNumbers.number(results.map(value).reduce(0, +) / Double(results.count), decimals: 3)
    }
    writeOutput(
      row([
        "medel", "", "", "", mean { $0.list.averagePrecision }, mean { $0.list.precisionAtK },
        mean { $0.bySize.averagePrecision }, mean { $0.bySize.precisionAtK }, "", "",
        mean { Double($0.honestFirst) },
      ]))
  }

  private func measures(_ measures: RankingMeasures) -> [String] {
    [measures.averagePrecision, measures.precisionAtK].map {
      SwedishNumbers.number($0, decimals: 3)
    }
  }

  private func row(_ cells: [String]) -> String {
    cells.map { String(repeating: " ", count: max(0, 13 - $0.count)) + $0 }.joined() + "\n"
  }
}
