import Configuration
import Evaluation
import Reporting
import SickPay

extension EvaluateCommand {
  /// Writes how many companies with each scheme are found by weights that were fitted without it.
  func writeWithheldRecall(_ configuration: Configuration) async throws {
    let worlds = try await evaluated(cheating: cheating, configuration)
    guard let recall = WithheldRecall(worlds, settings: configuration.settings) else {
      throw CommandFault(
        message: "--utelämnade anpassar vikter på jämna frön och mäter på udda; begär flera världar"
      )
    }
    switch format {
    case .json: try writeJSON(recall)
    case .tabell: writeOutput(text(recall))
    }
  }

  private func text(_ recall: WithheldRecall) -> String {
    var table = TextTable(
      [.text("Metod")] + ["Bolag", "Utan metoden", "Andel", "Med", "Andel"].map { .number($0) })
    func share(_ found: Int, _ all: Int) -> String {
      SwedishNumbers.percent(Double(found) / Double(all))
    }
    for scheme in recall.schemes {
      table.add([
        scheme.scheme, String(scheme.companies), String(scheme.foundWithout),
        share(scheme.foundWithout, scheme.companies), String(scheme.foundWith),
        share(scheme.foundWith, scheme.companies),
      ])
    }
    return """
      Bolag bland de k första (k = antal som fuskar) i världar med udda frön, med vikter anpassade \
      på jämna frön utan och med metoden i fråga.
      \(table.text)\
      Alla metoder: utan \(interval(recall.without)), med \(interval(recall.with)).

      """
  }
}
