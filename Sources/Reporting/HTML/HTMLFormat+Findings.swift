import SickPay

extension HTMLFormat {
  static func writeOpenings(_ view: ReportView, to html: inout HTMLWriter) {
    html.element("h2", text: view.openingsTitle)
    let openings = view.openings
    if openings.isEmpty { html.paragraphs([view.noOpeningsSentence]) }
    let columns: [HTMLColumn] = [
      .text("Ärende"), .text("Kommun"), .text("Bolag"), .number("Kronor"), .text("Regel"),
      .text("Bedömning"), .text("Rad"),
    ]
    let rows = openings.prefix(view.openLimit).map { opening in
      let finding = opening.finding
      return HTMLRow(cells: [
        finding.arende, finding.rows.first?.kommun ?? "–", opening.company.displayName,
        SwedishNumbers.kronor(finding.kronor), finding.indicator, finding.verdict,
        finding.rows.first?.place ?? "–",
      ])
    }
    if !rows.isEmpty { html.table(caption: "Mest kronor först", columns, rows) }
    html.paragraphs([view.restSentence(openings), view.settledSentence].compactMap(\.self))
  }

  /// - Parameter flush: called after each company, so that a long page need not stand in memory.
  static func writeRiskforetag(
    _ view: ReportView, to html: inout HTMLWriter, flush: (inout HTMLWriter) -> Void
  ) {
    html.element("h2", text: "Riskföretag")
    let companies = view.riskforetag
    if companies.isEmpty { html.paragraphs(["Inget riskföretag."]) }
    for company in companies {
      write(company, view, to: &html)
      flush(&html)
    }
  }

  private static func write(
    _ company: CompanyReport, _ view: ReportView, to html: inout HTMLWriter
  ) {
    html.element("section", ["class": "bolag", "id": anchor(company)]) { section in
      section.element("h3", text: "\(company.displayName) (\(company.orgnr))")
      section.list(company.facts)
      let reasons = view.reasons(of: company)
      if reasons.isEmpty { section.paragraphs(["Alla fynd är lagda åt sidan."]) }
      section.list(reasons.map(\.reason))
      if !company.riskLowering.isEmpty {
        section.element("h4", text: "Talar för bolaget")
        section.list(company.riskLowering.map(\.sentence))
      }
      section.element("details") { details in
        details.element("summary", text: "Profil")
        details.paragraphs(company.profile.sentences)
      }
      let shares = company.printedShares(decimals: 2)
      section.element("details") { details in
        let count = SwedishNumbers.integer(company.findings.count)
        details.element("summary", text: "\(count) fynd med rader")
        for (finding, share) in zip(company.findings, shares) {
          let shareText = finding.shareSentence(share, of: company)
          write(finding, shareText, view.decisionMark(finding), to: &details)
        }
      }
    }
  }

  private static func write(
    _ finding: FindingReport, _ share: String, _ mark: String?, to html: inout HTMLWriter
  ) {
    html.element("article") { article in
      article.element("h4", text: "\(finding.indicator) (\(finding.weight))")
      if let mark { article.element("p", ["class": "obs"], text: mark) }
      article.paragraphs([
        finding.text, finding.comparison, share, "Grund: \(finding.basis)",
        "Klaras upp av: \(finding.clearedBy)", "Id: \(finding.id)",
      ])
      guard !finding.rows.isEmpty else { return }
      let rows = finding.rows.map { HTMLRow(cells: [$0.arende, $0.kommun, $0.file, "\($0.line)"]) }
      article.table(
        caption: "Rader", [.text("Ärende"), .text("Kommun"), .text("Fil"), .number("Rad")], rows)
    }
  }
}
