import SickPay

/// The order of an answer's rows.
struct AnswerOrder: Sendable, Equatable {
  enum Value: Sendable, Equatable {
    /// By all keys, in their order.
    case keys
    /// By one key, then by the others.
    case key(Int)
    case measure(Int)
  }

  let by: Value
  let descends: Bool

  init(by: Value, descends: Bool) { (self.by, self.descends) = (by, descends) }

  /// `summa(belopp)-`: a measure or key of the question, with `-` for the largest first.
  init(_ text: String, _ keys: [GroupKey], _ measures: [Measure]) throws(QuestionFault) {
    let trimmed = text.split(separator: " ").joined()
    descends = trimmed.hasSuffix("-")
    let name = descends ? String(trimmed.dropLast()) : trimmed
    if let key = GroupKey(name), let place = keys.firstIndex(of: key) {
      by = .key(place)
      return
    }
    var parser = MeasureParser(name, .sort, countsFindings: keys.contains(.indicator))
    if let measure = try? parser.list().first?.measure,
      let place = measures.firstIndex(of: measure)
    {
      by = .measure(place)
      return
    }
    let known = nearest(name, among: measures.map(\.title) + keys.map(\.rawValue))
    throw QuestionFault(part: .sort, position: 1, problem: .unknown(name, .order, known: known))
  }
}
