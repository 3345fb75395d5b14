import SickPay

extension TerminalFormat {
  /// The companies, one line each where the width allows it, else with a second line.
  func companyTable(_ view: ReportView) -> (table: TextTable, legend: String?) {
    let wide = wideCompanyTable(view)
    if wide.fits(width) { return (wide, nil) }
    return (narrowCompanyTable(view), "R = regelbrott, G = granska, M = mönster.")
  }

  private func wideCompanyTable(_ view: ReportView) -> TextTable {
    var table = TextTable([
      .number("Plats"), .text("Risk"), .flexible("Bolag"), .text("Orgnr"), .text("Poäng"),
      .number("Regelbrott"), .number("Granska"), .number("Mönster"), .number("Kr att pröva"),
      .number("Att rätta"), .number("Rader"), .number("Storlek"),
    ])
    for company in view.listed {
      let mark = view.mark(of: company)
      let tail = [
        company.forecastText, SwedishNumbers.integer(company.claims),
        SwedishNumbers.integer(company.sizeRank),
      ]
      table.add(
        .init(
          cells: [
            SwedishNumbers.integer(company.rank), mark.rawValue, company.displayName,
            company.orgnr, company.scoreText,
          ] + counts(company) + tail, isStrong: mark == .new))
    }
    return table
  }

  private func narrowCompanyTable(_ view: ReportView) -> TextTable {
    var table = TextTable([
      .number("Plats"), .text("Risk"), .flexible("Bolag"), .text("Poäng"), .number("R"),
      .number("G"), .number("M"), .number("Kr att pröva"),
    ])
    for company in view.listed {
      let mark = view.mark(of: company)
      let rows = SwedishNumbers.count(company.claims, "rad", "rader")
      table.add(
        .init(
          cells: [
            SwedishNumbers.integer(company.rank), mark.rawValue, company.displayName,
            company.scoreText,
          ] + counts(company),
          note: "\(company.orgnr) · \(rows) · storlek \(SwedishNumbers.integer(company.sizeRank))"
            + " · att rätta \(company.forecastText)",
          isStrong: mark == .new))
    }
    return table
  }

  /// Findings by verdict, and kronor.
  private func counts(_ company: CompanyReport) -> [String] {
    ["regelbrott", "granska", "mönster"].map { SwedishNumbers.integer(company.count($0)) }
      + [SwedishNumbers.amount(company.atStake)]
  }

  /// What to open, one line each where the width allows it, else with a second line.
  func sampleTable(_ cases: ArraySlice<SampledCase>) -> TextTable {
    var table = TextTable([
      .text("Ärende"), .text("Kommun"), .flexible("Bolag"), .text("Orgnr"), .text("Inkom"),
    ])
    for sampled in cases {
      table.add(
        .init(cells: [
          sampled.arende, sampled.kommun, sampled.displayName, sampled.orgnr,
          sampled.received.description,
        ]))
    }
    return table
  }

  func openingTable(_ openings: ArraySlice<Opening>) -> TextTable {
    let wide = wideOpeningTable(openings)
    return wide.fits(width) ? wide : narrowOpeningTable(openings)
  }

  private func wideOpeningTable(_ openings: ArraySlice<Opening>) -> TextTable {
    var table = TextTable([
      .number("Kronor"), .text("Ärende"), .text("Kommun"), .flexible("Bolag"), .text("Regel"),
      .text("Bedömning"), .text("Rad"), .text("Id"),
    ])
    for opening in openings {
      let finding = opening.finding
      table.add(
        .init(
          cells: cells(of: opening) + [
            finding.indicator, finding.verdict, finding.rows.first?.place ?? "–", finding.id,
          ]))
    }
    return table
  }

  private func narrowOpeningTable(_ openings: ArraySlice<Opening>) -> TextTable {
    var table = TextTable([
      .number("Kronor"), .text("Ärende"), .text("Kommun"), .flexible("Bolag"),
    ])
    for opening in openings {
      let finding = opening.finding
      let place = finding.rows.first.map { " · \($0.place)" } ?? ""
      table.add(
        .init(
          cells: cells(of: opening),
          note: "\(finding.indicator), \(finding.verdict)\(place) · id \(finding.id)"))
    }
    return table
  }

  private func cells(of opening: Opening) -> [String] {
    [
      SwedishNumbers.amount(opening.finding.kronor), opening.finding.arende,
      opening.finding.rows.first?.kommun ?? "–", opening.company.displayName,
    ]
  }
}
