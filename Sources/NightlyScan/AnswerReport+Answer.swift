import Ledger
import Questions
import Reporting
import SickPay

extension AnswerReport {
  /// An answer in words: companies get a name beside their number.
  init(_ answer: Answer, _ request: QuestionRequest, _ rows: ClaimRows) {
    let titles = answer.keys.flatMap { key in
      key == .company ? [key.rawValue, "namn"] : [key.rawValue]
    }
    self.init(
      date: rows.date, window: rows.window,
      includesHistory: request.question.includesHistory, filter: request.filter,
      kommun: request.question.kommun?.description, keyTitles: titles,
      columns: answer.columns.map { Column(title: $0.title, unit: Unit($0.unit)) },
      rows: answer.rows.map { row in
        Row(keys: row.labels.flatMap { keys($0, rows) }, values: row.values)
      }, groups: answer.groups, merged: mergedRow(answer, request.question), total: answer.total,
      notes: remarks(answer, request))
  }
}

private func keys(_ label: Answer.Label, _ rows: ClaimRows) -> [String?] {
  guard let company = label.company else { return [label.text] }
  // A sole trader's name is a person's.
  if rows.dictionaries.number(company).isPerson { return [label.text, "Enskild firma"] }
  let name = rows.latestName(rows.rows(of: company).filter(rows.isInWindow))
  return [label.text, name.isEmpty ? nil : name]
}

private func mergedRow(_ answer: Answer, _ question: Question) -> AnswerReport.Merged? {
  if answer.mergedGroups == 0 || answer.keys.isEmpty { return nil }
  return AnswerReport.Merged(
    label: question.showsPersons ? "skyddade och andra" : "färre än fem personer",
    groups: answer.mergedGroups, values: answer.merged)
}

private func remarks(_ answer: Answer, _ request: QuestionRequest) -> [String] {
  let question = request.question
  var notes: [String] = []
  if answer.total == nil {
    notes.append(
      answer.mergedGroups == 0
        ? "Inga rader svarar mot frågan."
        : "Svaret gäller färre än fem personer och visas inte.")
  }
  if question.showsPersons, answer.mergedGroups > 0 {
    notes.append("Personer med skyddade personuppgifter visas aldrig på en egen rad.")
  }
  if question.countsFindings { notes.append(remarkOnFindings) }
  notes += answer.uncertain.map { indicator in
    "relativt(\(indicator)) är osäkert: månaderna av arbete är räknade ur ärendena där inget "
      + "register har dem."
  }
  let comparesPeers = question.measures.contains { if case .relative = $0 { true } else { false } }
  let looksAtOtherRows =
    request.filter != nil || question.kommun != nil || question.includesHistory
  if comparesPeers, looksAtOtherRows {
    notes.append(
      "relativt(…) gäller bolagets alla rader i fönstret jämförda med likartade bolag, vilka rader "
        + "frågan än räknar.")
  }
  return notes
}

private let remarkOnFindings =
  "En krona som flera fynd gäller räknas i vart och ett av dem, också i «alla». Ett fynd med rader "
  + "i flera kommuner eller månader räknas i var och en, så att raderna tillsammans kan bli fler "
  + "än «alla». Statistik pekar inte ut några kronor (–)."

extension AnswerReport.Unit {
  fileprivate init(_ unit: Answer.Unit) {
    self =
      switch unit {
      case .count: .count
      case .days: .days
      case .kronor: .kronor
      case .hours: .hours
      case .wage: .wage
      case .percent: .percent
      case .share: .share
      case .ratio: .ratio
      }
  }
}
