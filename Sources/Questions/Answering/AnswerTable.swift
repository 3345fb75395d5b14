import Detection
import Ledger
import SickPay

/// The groups of a question with their values, on the way to an answer.
struct AnswerTable {
  private let question: Question
  private let buckets: Buckets
  private let small: SmallGroups
  private let labels: [[Answer.Label]]
  private var measures: [MeasureValues]
  private let uncertain: [IndicatorID]

  init(
    _ question: Question, _ facts: Facts, _ rows: ClaimRows,
    _ comparisons: [IndicatorID: [Comparison?]], _ protected: [PersonID], _ names: QuestionNames
  ) {
    self.question = question
    uncertain = question.measures.compactMap(\.indicator).filter {
      comparisons[$0]?.contains { $0?.isUncertain ?? false } ?? false
    }
    let codes = question.keys.map { facts.codes(of: $0, rows) }
    var grouping = Grouping(things: facts.count)
    for codes in codes { grouping.split(by: codes) }
    let buckets = grouping.buckets
    self.buckets = buckets
    // A group's keys are those of its first fact.
    let first = (0..<buckets.count).map { Int(buckets[$0].first ?? 0) }
    let groupCodes = codes.map { codes in first.map { codes[$0] } }
    small = SmallGroups(question, facts, rows.claims, buckets, groupCodes, protected)
    labels =
      LabelNames(
        question.keys, groupCodes, groups: buckets.count, facts,
        rows.dictionaries.texts, names
      ).labels
    measures = question.measures.map {
      MeasureValues($0, facts, rows, comparisons: comparisons)
    }
  }

  mutating func answer() -> Answer {
    let isMerged = Set(small.merged)
    let shown = (0..<buckets.count).filter { !isMerged.contains($0) }
    var rows = shown.map { Answer.Row(labels: labels[$0], values: values(buckets[$0])) }
    sort(&rows)
    let hasMerged = small.canShowMerged && !question.keys.isEmpty
    var merged = hasMerged ? values(buckets.union(small.merged)) : nil
    var columns = measures.flatMap(\.columns)
    let isHidden = !small.merged.isEmpty && !small.canShowMerged
    var total = isHidden || buckets.count == 0 ? nil : values(buckets.all[...])
    if let accumulated = question.accumulated {
      accumulate(accumulated, &columns, &rows, &merged, &total)
    }
    return Answer(
      keys: question.keys, columns: columns,
      rows: question.keys.isEmpty ? [] : Array(rows.prefix(question.top ?? rows.count)),
      groups: shown.count, mergedGroups: small.merged.count, merged: merged, total: total,
      uncertain: uncertain)
  }

  private mutating func values(_ facts: ArraySlice<Int32>) -> [Double?] {
    measures.indices.flatMap { measures[$0].values(facts) }
  }

  /// The measure's first column.
  private func column(_ measure: Int) -> Int {
    measures[..<measure].reduce(0) { $0 + $1.columns.count }
  }

  /// What is not known stands last; equal values by their keys.
  private func sort(_ rows: inout [Answer.Row]) {
    let descends = question.order.descends
    rows.sort { left, right in
      switch question.order.by {
      case .measure(let measure):
        let (a, b) = (left.values[column(measure)], right.values[column(measure)])
        if a == b { break }
        guard let a, let b else { return a != nil }
        return descends ? a > b : a < b
      case .key(let key):
        let (a, b) = (left.labels[key].order, right.labels[key].order)
        if a != b { return descends ? a > b : a < b }
      case .keys: break
      }
      return isBefore(left, right)
    }
  }

  private func isBefore(_ left: Answer.Row, _ right: Answer.Row) -> Bool {
    for (a, b) in zip(left.labels, right.labels) where a.order != b.order {
      return a.order < b.order
    }
    return false
  }

  /// Adds the running sum of a measure, and its share of all.
  private func accumulate(
    _ measure: Int, _ columns: inout [Answer.Column], _ rows: inout [Answer.Row],
    _ merged: inout [Double?]?, _ total: inout [Double?]?
  ) {
    let place = column(measure)
    func value(_ values: [Double?]?) -> Double { values?[place] ?? 0 }
    let whole = rows.reduce(value(merged)) { $0 + value($1.values) }
    var running = 0.0
    func added(_ values: [Double?]) -> [Double?] {
      running += value(values)
      return values + [running, whole == 0 ? nil : running / whole]
    }
    for index in rows.indices { rows[index].values = added(rows[index].values) }
    // After rows that are not shown a running sum would seem to leap.
    let isCut = question.top ?? rows.count < rows.count
    merged = merged.map { isCut ? $0 + [nil, nil] : added($0) }
    total = total.map { $0 + [nil, nil] }
    let title = columns[place].title
    columns.append(Answer.Column(title: "ackumulerat(\(title))", unit: columns[place].unit))
    columns.append(Answer.Column(title: "ackumulerad andel", unit: .share))
  }
}

extension Answer.Label {
  /// Rows that leave a key open stand first.
  fileprivate var order: String { text ?? "" }
}
