import SickPay

extension TerminalFormat {
  /// An answer as a table with its sum, and what a reader has to know below it.
  public func writeAnswer(_ answer: AnswerReport, to output: inout some TextOutputStream) {
    var page = emptyPage
    page.heading(answer.title)
    for sentence in answer.sentences { page.paragraph(sentence, hanging: 2) }
    if answer.total != nil || !answer.rows.isEmpty {
      page.blank()
      page.table(table(answer))
      page.blank()
    }
    for note in answer.allNotes { page.paragraph(note, hanging: 2) }
    output.write(page.text)
  }

  private func table(_ answer: AnswerReport) -> TextTable {
    var table = TextTable(
      answer.keyTitles.map { .text($0) } + answer.columns.map { .number($0.title + $0.unit.suffix) }
    )
    func cells(_ keys: [String], _ values: [Double?]) -> [String] {
      let texts = zip(answer.columns, values).map { $0.unit.text($1) }
      return keys.prefix(answer.keyTitles.count) + texts
    }
    let blanks = answer.keyTitles.dropFirst().map { _ in "" }
    for row in answer.rows {
      table.add(.init(cells: cells(row.keys.map { $0 ?? "–" }, row.values)))
    }
    if let merged = answer.merged, let values = merged.values {
      table.add(.init(cells: cells([merged.label] + blanks, values)))
    }
    if let total = answer.total {
      table.add(.init(cells: cells(["alla"] + blanks, total), isStrong: true))
    }
    return table
  }
}

extension AnswerReport.Unit {
  /// After a column's title; shares bear their sign themselves.
  fileprivate var suffix: String {
    switch self {
    case .count, .share, .ratio: ""
    case .days: ", dagar"
    case .kronor: ", kr"
    case .hours: ", h"
    case .wage: ", kr/h"
    case .percent: ", %"
    }
  }
}

extension AnswerReport {
  fileprivate var title: String {
    let measures = columns.map(\.title).joined(separator: ", ")
    return keyTitles.isEmpty
      ? measures : "\(measures) per \(keyTitles.joined(separator: " och "))"
  }

  fileprivate var sentences: [String] {
    let received =
      includesHistory
      ? "Rader inkomna till och med \(window.upperBound)."
      : "Rader inkomna \(window.lowerBound) till \(window.upperBound)."
    return [received, kommun.map { "Bara kommun \($0)." }, filter.map { "Filter: \($0)" }]
      .compactMap(\.self)
  }

  fileprivate var allNotes: [String] {
    var notes: [String] = []
    if rows.count < groups, !keyTitles.isEmpty {
      notes.append(
        "Här visas \(SwedishNumbers.integer(rows.count)) av "
          + "\(SwedishNumbers.count(groups, "grupp", "grupper")).")
    }
    if let merged, merged.values != nil {
      notes.append(
        "«\(merged.label)»: \(SwedishNumbers.count(merged.groups, "grupp", "grupper")) "
          + "tillsammans, så att ingen enskild går att läsa ut.")
    }
    return notes + self.notes
  }
}
