import SickPay

/// `lista.html`: the list and every finding of the riskföretag as one page, without scripts and
/// without anything to fetch.
public enum HTMLFormat {
  public static func write(_ view: ReportView, to output: inout some TextOutputStream) {
    var html = HTMLWriter()
    html.verbatim("<!DOCTYPE html>\n")
    html.element("html", ["lang": "sv", "xmlns": "http://www.w3.org/1999/xhtml"]) { html in
      writeHead(view, to: &html)
      html.element("body") { html in
        html.element("header") { writeIngestion(view, to: &$0) }
        html.element("main") { html in
          writeCompanies(view, to: &html)
          writeGone(view, to: &html)
          writeOpenings(view, to: &html)
          output.write(html.take())
          writeRiskforetag(view, to: &html) { output.write($0.take()) }
          writeReviews(view.report, to: &html)
          writeSkipped(view, to: &html)
        }
      }
    }
    output.write(html.take())
  }

  private static func writeHead(_ view: ReportView, to html: inout HTMLWriter) {
    html.element("head") { head in
      head.void("meta", ["charset": "utf-8"])
      head.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      head.void("meta", ["name": "robots", "content": "noindex"])
      head.element("title", text: view.title)
      head.element("style") { $0.verbatim(htmlStyle) }
    }
  }

  private static func writeIngestion(_ view: ReportView, to html: inout HTMLWriter) {
    let ingestion = view.report.ingestion
    html.element("h1", text: view.title)
    if !ingestion.refused.isEmpty {
      html.element("section", ["class": "obs"]) { section in
        section.element("h2", text: "Lästes inte in")
        section.list(ingestion.refusalSentences)
      }
    }
    html.paragraphs(ingestion.sentences)
    let rejects = ingestion.rejectSentences(limit: .max)
    if !rejects.isEmpty {
      html.element("details") { details in
        details.element("summary", text: "Avvisade rader")
        details.list(rejects)
      }
    }
    html.paragraphs(["\(view.windowSentence) \(view.comparisonSentence)"])
  }

  private static func writeCompanies(_ view: ReportView, to html: inout HTMLWriter) {
    html.element("h2", text: "Bolag")
    guard !view.report.companies.isEmpty else {
      return html.paragraphs([view.noCompaniesSentence])
    }
    html.paragraphs([view.listSentence])
    html.element("p", ["class": "obs"], text: view.scoreNotice)
    guard !view.listed.isEmpty else { return }
    html.table(
      caption: "Bolagen i den ordning de bör prövas", companyColumns,
      view.listed.map { companyRow($0, view) })
    html.paragraphs([view.markLegend, ReportView.scoreLegend])
  }

  private static let companyColumns: [HTMLColumn] = [
    .number("Plats"), .text("Risk"), .text("Bolag"), .text("Orgnr"), .text("Poäng"),
    .number("Regelbrott"), .number("Granska"), .number("Mönster"), .number("Kronor att pröva"),
    .number("Att rätta"), .number("Rader"), .number("Storlek"),
  ]

  private static func companyRow(_ company: CompanyReport, _ view: ReportView) -> HTMLRow {
    let counts = ["regelbrott", "granska", "mönster"].map(company.count)
    return HTMLRow(
      cells: [
        SwedishNumbers.integer(company.rank), view.mark(of: company).rawValue,
        company.displayName, company.orgnr, company.scoreText,
      ] + counts.map(SwedishNumbers.integer) + [
        SwedishNumbers.kronor(company.atStake), company.forecastText,
        SwedishNumbers.integer(company.claims),
        SwedishNumbers.integer(company.sizeRank),
      ], headerIndex: 2, link: company.isRiskforetag ? "#\(anchor(company))" : nil)
  }

  /// Ranks are unique in a list, and safe in an address as no text from outside is.
  static func anchor(_ company: CompanyReport) -> String { "bolag-\(company.rank)" }

  private static func writeGone(_ view: ReportView, to html: inout HTMLWriter) {
    guard !view.isFirst else { return }
    html.element("h2", text: "Borta sedan förra körningen")
    if view.gone.isEmpty { html.paragraphs([view.noGoneSentence]) }
    html.list(view.gone.map(\.sentence))
  }

  private static func writeSkipped(_ view: ReportView, to html: inout HTMLWriter) {
    html.element("h2", text: "Kördes inte")
    if view.report.skipped.isEmpty { html.paragraphs([ReportView.allRanSentence]) }
    html.list(view.report.skipped.map(\.sentence) + view.report.silent.map(\.sentence))
  }
}
