import SickPay

extension TerminalFormat {
  /// All rules, one line each with its ground and verdicts, and below it what it looks for.
  public func writeRules(_ rules: [RulePage], to output: inout some TextOutputStream) {
    var page = emptyPage
    page.heading("\(rules.count) regler")
    for rule in rules {
      page.blank()
      let mode = rule.mode == "på" ? "" : " (\(rule.mode))"
      page.line("\(rule.id)\(mode)", .strong)
      page.paragraph(rule.sentence, indent: 2)
      let verdicts = rule.verdicts.joined(separator: " eller ")
      let needs = rule.needs.isEmpty ? "" : "; behöver \(rule.needs.joined(separator: ", "))"
      page.paragraph(
        "\(rule.ground.capitalizedFirst): \(rule.basis). Ger \(verdicts)\(needs).", indent: 2)
    }
    page.blank()
    page.paragraph("Mer om en regel: sjuklonevakt regler NAMN")
    output.write(page.text)
  }

  /// One rule, with how its kronor are computed and an example.
  public func writeRule(_ rule: RulePage, to output: inout some TextOutputStream) {
    var page = emptyPage
    page.heading("\(rule.title) (\(rule.id))")
    let needs =
      rule.needs.isEmpty ? "bara det som alla rader har" : rule.needs.joined(separator: ", ")
    for sentence in [
      rule.sentence, "Grund (\(rule.ground)): \(rule.basis).",
      "Kan ge: \(rule.verdicts.joined(separator: ", ")).", "Behöver: \(needs).",
      "Kronor att pröva: \(rule.stake)", "Exempel: \(rule.example)",
      "Vikt i poängen: \(SwedishNumbers.number(rule.weight, decimals: 2)). Läge: \(rule.mode).",
    ] {
      page.paragraph(sentence, hanging: 2)
    }
    output.write(page.text)
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
