import SickPay

extension TerminalFormat {
  /// All that is known of one company of the view.
  public func writeCompany(
    _ company: CompanyReport, of view: ReportView, to output: inout some TextOutputStream
  ) {
    var page = emptyPage
    page.heading("\(company.displayName) (\(company.orgnr))")
    for fact in company.facts { page.paragraph(fact, hanging: 2) }
    page.paragraph("\(view.title). \(view.windowSentence)")
    page.paragraph(view.scoreNotice, .strong)
    addProfile(of: company, to: &page)
    addFindings(of: company, view, to: &page)
    addRiskLowering(of: company, to: &page)
    output.write(page.text)
  }

  private func addProfile(of company: CompanyReport, to page: inout TerminalPage) {
    page.heading("Profil")
    for sentence in company.profile.sentences { page.paragraph(sentence, hanging: 2) }
    guard !company.kommuner.isEmpty else { return }
    page.blank()
    var table = TextTable([
      .text("Kommun"), .number("Rader"), .number("Begärt, kr"), .number("Att pröva, kr"),
    ])
    for kommun in company.kommuner {
      table.add(
        .init(cells: [
          kommun.kommun, SwedishNumbers.integer(kommun.claims),
          SwedishNumbers.amount(kommun.kronor), SwedishNumbers.amount(kommun.atStake),
        ]))
    }
    page.table(table)
  }

  private func addRiskLowering(of company: CompanyReport, to page: inout TerminalPage) {
    guard !company.riskLowering.isEmpty else { return }
    page.heading("Talar för bolaget")
    for fact in company.riskLowering { page.paragraph(fact.sentence, hanging: 2) }
  }

  private func addFindings(
    of company: CompanyReport, _ view: ReportView, to page: inout TerminalPage
  ) {
    page.heading("Fynd")
    if company.findings.isEmpty { page.paragraph("Inga fynd.") }
    let shares = company.printedShares(decimals: 2)
    for (index, finding) in company.findings.enumerated() {
      if index > 0 { page.blank() }
      let head = "\(index + 1). \(finding.indicator) (\(finding.weight))"
      page.paragraph(head, hanging: 3, .strong)
      if let mark = view.decisionMark(finding) { page.line("   \(mark)", .attention) }
      for sentence in [
        finding.text, finding.comparison, finding.shareSentence(shares[index], of: company),
        "Grund: \(finding.basis)", "Klaras upp av: \(finding.clearedBy)", "Id: \(finding.id)",
      ] {
        page.paragraph(sentence, indent: 3, hanging: 2)
      }
      if !finding.rows.isEmpty { page.table(rowTable(finding.rows), indent: 3) }
    }
  }

  private func rowTable(_ rows: [RowReference]) -> TextTable {
    var table = TextTable([.text("Kommun"), .text("Ärende"), .text("Rad")])
    for row in rows { table.add(.init(cells: [row.kommun, row.arende, row.place])) }
    return table
  }
}
