import SickPay

extension TerminalFormat {
  /// How many rejected rows the list names; the rest are counted.
  private static let namedRejects = 5
  /// How many drawn ärenden the list names; the page has all.
  private static let namedSamples = 10

  /// The list: what was read, the companies, those that are gone, the reasons, the ärenden to open
  /// and what did not run.
  public func writeList(_ view: ReportView, to output: inout some TextOutputStream) {
    var page = emptyPage
    page.heading(view.title)
    addIngestion(view, to: &page)
    addCompanies(view, to: &page)
    addGone(view, to: &page)
    addReasons(view, to: &page)
    addOpenings(view, to: &page)
    addReviews(view.report, to: &page)
    addSkipped(view, to: &page)
    output.write(page.text)
  }

  private func addIngestion(_ view: ReportView, to page: inout TerminalPage) {
    let ingestion = view.report.ingestion
    if !ingestion.refused.isEmpty {
      page.line("Lästes inte in:", .attention)
      for sentence in ingestion.refusalSentences {
        page.paragraph(sentence, indent: 2, hanging: 2, .attention)
      }
    }
    for sentence in ingestion.sentences { page.paragraph(sentence, hanging: 2) }
    let rejects = ingestion.rejectSentences(limit: TerminalFormat.namedRejects)
    if !rejects.isEmpty { page.line("Avvisade rader:") }
    for sentence in rejects {
      page.paragraph(sentence, indent: 2, hanging: 2)
    }
    page.paragraph("\(view.windowSentence) \(view.comparisonSentence)")
  }

  private func addCompanies(_ view: ReportView, to page: inout TerminalPage) {
    page.heading("Bolag")
    guard !view.report.companies.isEmpty else {
      page.paragraph(view.noCompaniesSentence)
      return
    }
    page.paragraph(view.listSentence)
    if !view.listed.isEmpty {
      page.blank()
      let table = companyTable(view)
      page.table(table.table)
      page.blank()
      page.paragraph(view.markLegend)
      if let legend = table.legend { page.paragraph(legend) }
      page.paragraph(ReportView.scoreLegend)
    }
    page.paragraph(view.scoreNotice, .strong)
  }

  private func addGone(_ view: ReportView, to page: inout TerminalPage) {
    guard !view.isFirst else { return }
    page.heading("Borta sedan förra körningen")
    if view.gone.isEmpty { page.paragraph(view.noGoneSentence) }
    for company in view.gone { page.paragraph(company.sentence, hanging: 2) }
  }

  private func addReasons(_ view: ReportView, to page: inout TerminalPage) {
    let companies = view.listed.filter(\.isRiskforetag)
    guard !companies.isEmpty else { return }
    page.heading("Tyngsta skälen")
    for company in companies {
      let place = "\(company.rank). "
      page.paragraph(place + "\(company.displayName) (\(company.orgnr))", hanging: place.count)
      let reasons = view.reasons(of: company)
      if reasons.isEmpty { page.line("   Alla fynd är lagda åt sidan.") }
      for reason in reasons {
        page.line("   – \(reason.reason.printable)".truncated(to: width))
      }
    }
  }

  private func addOpenings(_ view: ReportView, to page: inout TerminalPage) {
    page.heading(view.openingsTitle)
    let openings = view.openings
    if openings.isEmpty { page.paragraph(view.noOpeningsSentence) }
    let shown = openings.prefix(view.openLimit)
    if !shown.isEmpty { page.table(openingTable(shown)) }
    for sentence in [view.restSentence(openings), view.settledSentence].compactMap(\.self) {
      page.paragraph(sentence)
    }
  }

  private func addReviews(_ report: ScanReport, to page: inout TerminalPage) {
    if let outcomes = report.outcomes {
      page.heading("Utfall av granskningar")
      for sentence in outcomes.sentences { page.paragraph(sentence, hanging: 2) }
    }
    guard let sentence = report.randomSample.sentence else { return }
    page.heading("Slumpurval")
    page.paragraph(sentence)
    let cases = report.randomSample.cases
    if cases.isEmpty { return }
    page.table(sampleTable(cases.prefix(TerminalFormat.namedSamples)))
    let rest = cases.count - TerminalFormat.namedSamples
    if rest > 0 { page.paragraph("och \(SwedishNumbers.count(rest, "ärende", "ärenden")) till") }
  }

  private func addSkipped(_ view: ReportView, to page: inout TerminalPage) {
    page.heading("Kördes inte")
    if view.report.skipped.isEmpty { page.paragraph(ReportView.allRanSentence) }
    for skipped in view.report.skipped { page.paragraph(skipped.sentence, hanging: 2) }
    for silent in view.report.silent { page.paragraph(silent.sentence, hanging: 2) }
  }
}
