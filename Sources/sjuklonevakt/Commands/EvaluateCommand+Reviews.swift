import Evaluation
import Reporting
import SickPay

/// What reviews of ärenden were foretold to find and what they find, and what choosing by risk is
/// worth.
func reviewText(_ evaluation: ReviewEvaluation) -> String {
  """

  Ärenden som fynden pekar på, efter hur sannolikt det bedöms att en granskning hittar något att \
  rätta.
  \(table("Sannolikhet", evaluation.tenths) { tenth in
      Int(tenth).map { "\($0 * 10)–\($0 * 10 + 10) %" } ?? tenth
    })\
  Efter säkraste fynd.
  \(table("Bedömning", evaluation.verdicts) { $0 })\
  Brierpoäng för ärendena: \(SwedishNumbers.number(evaluation.brierScore, decimals: 3)).
  Andel med något att rätta när \(SwedishNumbers.percent(evaluation.share)) av alla ärenden \
  granskas: efter risk \(estimate(evaluation.byRisk)), av slumpen \
  \(estimate(evaluation.byChance)), lyft \(estimate(evaluation.lift)).

  """
}

private func table(
  _ title: String, _ groups: [ReviewEvaluation.Group], name: (String) -> String
) -> String {
  var table = TextTable([
    .text(title), .number("Ärenden"), .number("Väntat"), .number("Funnet"),
  ])
  for group in groups {
    table.add([
      name(group.name), SwedishNumbers.integer(group.cases),
      SwedishNumbers.percent(group.foretold), interval(group.found),
    ])
  }
  return table.text
}
