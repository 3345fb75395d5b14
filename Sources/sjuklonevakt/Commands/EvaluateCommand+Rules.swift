import Configuration
import Detection
import Evaluation
import Reporting
import SickPay

extension EvaluateCommand {
  /// With the rules that the configuration has on: what is silent accuses nobody.
  func writeRules(_ configuration: Configuration) async throws {
    let settings = configuration.settings
    var evaluation = RuleEvaluation()
    for plan in plans(cheating: cheating) {
      let world = try await world(plan, configuration)
      evaluation.add(world, await world.ledger.scan(configuration.rulebook, settings))
    }
    switch format {
    case .json: try writeJSON(RuleMeasures(evaluation))
    case .tabell: writeOutput(tables(evaluation))
    }
  }
}

/// The tallies and what is computed from them.
private struct RuleMeasures: Encodable {
  let tallies: RuleEvaluation
  let recall: ProportionInterval
  let falseAlarmsOfHonest: ProportionInterval
  let provenFalseAlarmsOfHonest: ProportionInterval
  let falseAlarmsOfCheating: ProportionInterval

  init(_ evaluation: RuleEvaluation) {
    tallies = evaluation
    recall = evaluation.recall
    falseAlarmsOfHonest = evaluation.honest.rate
    provenFalseAlarmsOfHonest = evaluation.honest.provenRate
    falseAlarmsOfCheating = evaluation.cheating.rate
  }
}

private func tables(_ evaluation: RuleEvaluation) -> String {
  """
  Regler. Rader räknas en gång per regel. Falsklarm: rader utan fel i facit.
  \(ruleTable(evaluation.rules))
  Planterade ärliga fel (rader i fönstret).
  \(errorTable(evaluation.errors))\(unseeable(evaluation.errors))
  Alla fel som någon regel kan se: \(interval(evaluation.recall)).

  Falska rader per metod.
  \(schemeTable(evaluation.schemes))
  Rader utan fel som någon regel anmärker på, per 1 000:
    ärliga bolag        \(perThousand(evaluation.honest))
    bolag som fuskar    \(perThousand(evaluation.cheating))

  """
}

private func ruleTable(_ rules: [RuleTally]) -> String {
  var table = TextTable([
    .text("Regel"), .number("Fynd"), .number("regelbrott"), .number("Rader"), .number("Fel"),
    .number("Fusk"), .number("Falsklarm"), .number("regelbrott"), .number("granska"),
  ])
  for rule in rules {
    let counts = [
      rule.findings.total, rule.findings.regelbrott, rule.rows.total, rule.planted, rule.cheated,
      rule.falseAlarms.total, rule.falseAlarms.regelbrott, rule.falseAlarms.granska,
    ]
    table.add([rule.rule] + counts.map(String.init))
  }
  return table.text
}

private func errorTable(_ errors: [ErrorTally]) -> String {
  var table = TextTable([
    .text("Fel"), .number("Rader"), .number("Funna"), .number("Andel"), .number("regelbrott"),
    .number("granska"), .number("av väntad regel"), .text("Väntad regel"),
  ])
  for error in errors {
    let expected =
      error.reason != nil
      ? "–"
      : error.expectedRules.isEmpty
        ? "okänt fel: ingen regel angiven" : error.expectedRules.joined(separator: ", ")
    table.add([
      error.kind, String(error.rows), String(error.found.total),
      share(error.found.total, of: error.rows), String(error.found.regelbrott),
      String(error.found.granska), String(error.foundAsExpected), expected,
    ])
  }
  return table.text
}

private func unseeable(_ errors: [ErrorTally]) -> String {
  errors.map { error in
    error.reason.map { "\(error.kind) räknas inte i summan: \($0)\n" } ?? ""
  }.joined()
}

private func schemeTable(_ schemes: [SchemeTally]) -> String {
  var table = TextTable([
    .text("Metod"), .number("Rader"), .number("Funna"), .number("Andel"), .number("regelbrott"),
    .number("granska"),
  ])
  for scheme in schemes {
    table.add([
      scheme.scheme, String(scheme.rows), String(scheme.found.total),
      share(scheme.found.total, of: scheme.rows), String(scheme.found.regelbrott),
      String(scheme.found.granska),
    ])
  }
  return table.text
}

private func perThousand(_ clean: CleanTally) -> String {
  func number(_ share: Double) -> String { SwedishNumbers.number(share * 1000, decimals: 2) }
  let (rate, proven) = (clean.rate, clean.provenRate)
  return "\(number(rate.share)) (95 %: \(number(rate.low))–\(number(rate.high))), "
    + "\(clean.falseAlarms.total) av \(clean.rows) rader; regelbrott \(number(proven.share)) "
    + "(\(number(proven.low))–\(number(proven.high))), \(clean.falseAlarms.regelbrott) rader"
}

/// `97,1 % (95 %: 96,0–98,0 %)`
func interval(_ proportion: ProportionInterval) -> String {
  "\(SwedishNumbers.percent(proportion.share)) (95 %: "
    + "\(SwedishNumbers.number(proportion.low * 100, decimals: 1))–"
    + "\(SwedishNumbers.percent(proportion.high)))"
}

private func share(_ part: Int, of whole: Int) -> String {
  whole > 0 ? SwedishNumbers.percent(Double(part) / Double(whole)) : "–"
}
