import SickPay

extension TerminalFormat {
  /// All rules, one line each with its ground and verdicts, and below it what it looks for; then
  /// all statistics with what they compare.
  public func writeRules(
    _ rules: [RulePage], _ statistics: [StatisticPage], to output: inout some TextOutputStream
  ) {
    var page = emptyPage
    page.heading("\(rules.count) regler")
    for rule in rules {
      page.blank()
      page.line(rule.id + marked(rule.mode), .strong)
      page.paragraph(rule.sentence, indent: 2)
      let verdicts = rule.verdicts.joined(separator: " eller ")
      let needs = rule.needs.isEmpty ? "" : "; behöver \(rule.needs.joined(separator: ", "))"
      page.paragraph(
        "\(rule.ground.capitalizedFirst): \(rule.basis). Ger \(verdicts)\(needs).", indent: 2)
    }
    page.blank()
    page.heading("\(statistics.count) statistiska mått")
    for statistic in statistics {
      page.blank()
      page.line(statistic.id + marked(statistic.mode), .strong)
      page.paragraph(statistic.basis + ".", indent: 2)
    }
    page.blank()
    page.paragraph("Mer om en regel eller ett mått: sjuklonevakt regler NAMN")
    output.write(page.text)
  }

  private func marked(_ mode: String) -> String { mode == "på" ? "" : " (\(mode))" }

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

extension TerminalFormat {
  /// One statistic, with whom it compares, how much it weighs and what clears a company.
  public func writeStatistic(_ statistic: StatisticPage, to output: inout some TextOutputStream) {
    var page = emptyPage
    page.heading("Statistiskt mått (\(statistic.id))")
    let use =
      statistic.isTest
      ? "bidrar till poängen och kan tillsammans med andra mått göra ett bolag till riskföretag"
      : "kan flytta upp ett bolag i listan men gör det aldrig till riskföretag"
    for sentence in [
      "Mäter: \(statistic.basis).", "Med: \(statistic.comparedWith).",
      "Kan ge: mönster, som är ett skäl att titta närmare och aldrig ett bevis; måttet \(use).",
      "Reder ut: \(statistic.clearedBy)",
      "Vikt i poängen: \(SwedishNumbers.number(statistic.weight, decimals: 2)) gånger hur starkt "
        + "utslaget är. Läge: \(statistic.mode).",
    ] {
      page.paragraph(sentence, hanging: 2)
    }
    output.write(page.text)
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
