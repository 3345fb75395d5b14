import Configuration
import Detection
import Evaluation
import Reporting
import SampleWorld
import SickPay

extension EvaluateCommand {
  func writeRanking(_ configuration: Configuration) async throws {
    var evaluations: [RankingMeasuresOutput] = []
    var worlds: [[WorldEvaluation]] = []
    for cheating in try cheatingCounts() {
      let results = try await evaluated(cheating: cheating, configuration)
      let settings = configuration.settings
      let output = RankingMeasuresOutput(
        results, withheld: Set(try withheldSchemes()), randomShare: settings.randomShare)
      if format == .tabell {
        writeOutput(
          worldTable(results) + "\n" + text(output)
            + text(
              CalibrationFit(results, configuration: configuration), settings.cheatingShare)
            + (output.reviews.map(reviewText) ?? ""))
      }
      worlds.append(results)
      evaluations.append(output)
    }
    if format == .tabell, evaluations.count > 1 {
      writeOutput("\n" + shareTable(evaluations.map(\.all)))
    }
    if format == .json { try writeJSON(evaluations) }
    if let diagram {
      let picture =
        worlds.count > 1 ? shareDiagram(worlds) : orderDiagram(worlds[0], evaluations[0].all)
      try DiagramFile.write(picture, to: diagram)
    }
  }

  /// The worlds with so many companies that cheat, scanned.
  func evaluated(
    cheating: Int, _ configuration: Configuration
  ) async throws -> [WorldEvaluation] {
    var results: [WorldEvaluation] = []
    for plan in plans(cheating: cheating) {
      let world = try await world(plan, configuration)
      let scanned = await world.ledger.scan(configuration.rulebook, configuration.settings)
      let result = WorldEvaluation(world, scanned, seed: plan.seed)
      if result.cheating == 0 {
        throw CommandFault(
          message: "inget bolag fuskar i världen med frö \(plan.seed); begär fler rader")
      }
      results.append(result)
    }
    return results
  }
}

/// The measures of worlds with one share of cheats.
private struct RankingMeasuresOutput: Encodable {
  let all: RankingEvaluation
  /// As if only companies with the withheld schemes cheated; `nil` where nobody uses them.
  let withheld: RankingEvaluation?
  /// `nil` where the worlds hold too little to foretell.
  let reviews: ReviewEvaluation?

  init(_ worlds: [WorldEvaluation], withheld schemes: Set<String>, randomShare: Double) {
    all = RankingEvaluation(worlds)
    reviews = ReviewEvaluation(worlds, share: randomShare)
    let limited = worlds.map { $0.limited(toSchemes: schemes) }.filter { $0.cheating > 0 }
    withheld = limited.isEmpty ? nil : RankingEvaluation(limited)
  }
}

extension Ordering {
  fileprivate var word: String {
    switch self {
    case .list: "listan"
    case .size: "storlek"
    case .kronorPerEmployee: "kr per anställd"
    case .isolationForest: "isolationsskog"
    }
  }
}

/// The list beside simpler orders, in worlds with one share of cheats.
private func orderDiagram(
  _ worlds: [WorldEvaluation], _ evaluation: RankingEvaluation
) -> PrecisionDiagram {
  let last = diagramEnd(worlds)
  let orders = Ordering.allCases.map {
    PrecisionDiagram.Line(
      name: $0.word, precisions: RankingEvaluation.precisions(worlds, $0, upTo: last))
  }
  let random = [Double](repeating: evaluation.baseRate, count: last)
  return PrecisionDiagram(
    title: "Andel som fuskar bland de första bolagen, där "
      + "\(SwedishNumbers.percent(evaluation.baseRate)) av alla gör det",
    orders + [PrecisionDiagram.Line(name: "slump", precisions: random)])
}

/// The list in worlds with different shares of cheats.
private func shareDiagram(_ worlds: [[WorldEvaluation]]) -> PrecisionDiagram {
  let last = worlds.map(diagramEnd).min() ?? 1
  let lines = worlds.map { worlds in
    PrecisionDiagram.Line(
      name: "\(SwedishNumbers.percent(RankingEvaluation(worlds).baseRate)) fuskar",
      precisions: RankingEvaluation.precisions(worlds, .list, upTo: last))
  }
  return PrecisionDiagram(title: "Andel som fuskar bland listans första bolag", lines)
}

private func diagramEnd(_ worlds: [WorldEvaluation]) -> Int {
  let fewest = worlds.map(\.companies.count).min() ?? 1
  let most = worlds.map(\.cheating).max() ?? 1
  return min(fewest, max(20, 2 * most))
}

/// The list at several shares of cheats, with the best of the simpler orders.
private func shareTable(_ evaluations: [RankingEvaluation]) -> String {
  var table = TextTable(
    [.text("Andel fuskande")]
      + ["AP", "P@k", "Lyft", "Ärliga 5", "AP, bästa enkla"].map { .number($0) })
  for evaluation in evaluations {
    let list = evaluation.orders[0]
    let simple = evaluation.orders.dropFirst().map(\.averagePrecision)
    let best = simple.max { $0.mean < $1.mean } ?? list.averagePrecision
    table.add(
      [SwedishNumbers.percent(evaluation.baseRate)]
        + [
          list.averagePrecision, list.precision, list.lift, list.honestAmongFive, best,
        ].map(estimate))
  }
  return "Listan vid olika andelar fuskande bolag.\n" + table.text
}

private func worldTable(_ worlds: [WorldEvaluation]) -> String {
  var table = TextTable(
    ["Frö", "Bolag", "Fuskar", "Rader", "AP", "P@k", "AP storlek", "P@k storlek", "Risk", "Rätt"]
      .map { .number($0) })
  for world in worlds {
    let measures = [world.measures(.list), world.measures(.size)].flatMap {
      [$0.averagePrecision, $0.precisionAtK].map(decimals)
    }
    let counts = [world.companies.count, world.cheating, world.claims].map(String.init)
    table.add(
      [String(world.seed)] + counts + measures
        + [String(world.riskforetag), String(world.trueRiskforetag)])
  }
  return table.text
}

private func text(_ fit: CalibrationFit, _ assumed: Double) -> String {
  var text =
    "Poängens Brierpoäng: \(decimals(fit.brierScore)). Medelpoäng \(decimals(fit.meanScore)) där "
    + "\(SwedishNumbers.percent(fit.baseRate)) fuskar och \(SwedishNumbers.percent(assumed)) antas "
    + "göra det.\n"
  if let curve = fit.curve {
    let uncertainty = curve.uncertainty
    func fine(_ value: Double) -> String { SwedishNumbers.number(value, decimals: 5) }
    text +=
      "Kalibrering som passar de här världarna bäst: hälften_vid_vikt "
      + "\(decimals(curve.midpoint)), branthet \(decimals(curve.steepness)), varians_nivå "
      + "\(fine(uncertainty.level)), varians_branthet \(fine(uncertainty.slope)), samvariation "
      + "\(fine(uncertainty.covariance)).\n"
  }
  return text
}

private func text(_ output: RankingMeasuresOutput) -> String {
  let all = output.all
  var text = """
    Medel över \(all.worlds) \(all.worlds == 1 ? "värld" : "världar"), \
    \(SwedishNumbers.percent(all.baseRate)) av bolagen fuskar (95 %-intervall över världar).
    \(orderTable(all.orders))
    Bolag som fuskar, per metod.
    \(schemeTable(all.schemes))
    Riskföretag som fuskar: \(interval(all.trueRiskforetag)).
    Av dem som fuskar har \(interval(all.sparseCheats)) mindre än en tiondel falska rader;
    av dessa står \(interval(all.sparseFound)) bland de k första.
    \(hardness(all))

    """
  if let withheld = output.withheld {
    text += """

      Bara metoder som hållits undan när vikterna valdes (övriga fuskande bolag borttagna), \
      \(SwedishNumbers.percent(withheld.baseRate)) av bolagen.
      \(orderTable(withheld.orders))
      """
  }
  return text + """

    AP: medelprecision. P@5, P@10, P@k: andel som fuskar bland de 5, 10 och k första, med k = \
    antal som fuskar.
    Lyft: P@k genom slumpens. Ärliga 5: ärliga bolag bland de fem första. Risk: riskföretag. \
    Rätt: de av dem som fuskar.


    """
}

private func hardness(_ evaluation: RankingEvaluation) -> String {
  let limits =
    "ingen enklare ordning över AP "
    + "\(SwedishNumbers.number(RankingEvaluation.mostOfSimpleOrders, decimals: 2)) och minst en "
    + "tredjedel av de fuskande under en tiondel falska rader"
  return evaluation.isHard
    ? "Världarna är svåra nog: \(limits)."
    : "Världarna är för lätta för att räknas; kravet är \(limits)."
}

private func orderTable(_ orders: [RankingEvaluation.Order]) -> String {
  var table = TextTable(
    [.text("Ordning")]
      + ["AP", "P@5", "P@10", "P@k", "Lyft", "Ärliga 5"].map { .number($0) })
  for order in orders {
    let estimates = [
      order.averagePrecision, order.precisionAt5, order.precisionAt10, order.precision,
      order.lift, order.honestAmongFive,
    ]
    table.add([order.ordering?.word ?? "slump"] + estimates.map(estimate))
  }
  return table.text
}

private func schemeTable(_ schemes: [RankingEvaluation.Scheme]) -> String {
  var table = TextTable([
    .text("Metod"), .number("Bolag"), .number("Bland de k första"), .number("Andel"),
    .number("Riskföretag"),
  ])
  for scheme in schemes {
    table.add([
      scheme.scheme, String(scheme.companies), String(scheme.amongFirst),
      SwedishNumbers.percent(Double(scheme.amongFirst) / Double(scheme.companies)),
      String(scheme.riskforetag),
    ])
  }
  return table.text
}

/// `0,702 (0,650–0,755)`; the mean alone where one world tells nothing of others.
func estimate(_ estimate: Estimate) -> String {
  estimate.low == estimate.high
    ? decimals(estimate.mean)
    : "\(decimals(estimate.mean)) (\(decimals(estimate.low))–\(decimals(estimate.high)))"
}

private func decimals(_ value: Double) -> String { SwedishNumbers.number(value, decimals: 3) }
