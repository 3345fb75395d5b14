import SickPay

extension HTMLFormat {
  static func writeReviews(_ report: ScanReport, to html: inout HTMLWriter) {
    if let outcomes = report.outcomes {
      html.element("h2", text: "Utfall av granskningar")
      html.list(outcomes.sentences)
    }
    guard let sentence = report.randomSample.sentence else { return }
    html.element("h2", text: "Slumpurval")
    html.paragraphs([sentence])
    let rows = report.randomSample.cases.map { sampled in
      HTMLRow(cells: [
        sampled.arende, sampled.kommun, sampled.displayName, sampled.orgnr,
        sampled.received.description,
      ])
    }
    let columns: [HTMLColumn] = [
      .text("Ärende"), .text("Kommun"), .text("Bolag"), .text("Orgnr"), .text("Inkom"),
    ]
    if !rows.isEmpty { html.table(caption: "Ärenden att granska av slump", columns, rows) }
  }
}
