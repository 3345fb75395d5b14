import Detection
import SickPay

/// Reads `antal, summa(belopp), p90(timlön), andel(karens)`.
struct MeasureParser {
  private var cursor: QuestionCursor
  /// Whether findings are counted, not claim rows.
  private let countsFindings: Bool

  static let names = [
    "antal", "summa", "medel", "median", "p1–p99", "andel", "personer", "relativt",
  ]

  /// - Parameter part: The text that faults are to name.
  init(_ text: String, _ part: QuestionFault.Part = .measures, countsFindings: Bool) {
    cursor = QuestionCursor(text, part)
    self.countsFindings = countsFindings
  }

  /// The measures of a list, each with the character at which it stands.
  mutating func list() throws(QuestionFault) -> [(measure: Measure, position: Int)] {
    var measures: [(measure: Measure, position: Int)] = []
    repeat {
      let position = cursor.position
      let measure = try measure()
      if measures.contains(where: { $0.measure == measure }) {
        throw cursor.fault(.repeated(measure.title), at: position)
      }
      measures.append((measure, position))
    } while cursor.take(",")
    guard cursor.isAtEnd else { throw cursor.expected(.comma) }
    return measures
  }

  private mutating func measure() throws(QuestionFault) -> Measure {
    let position = cursor.position
    guard let word = cursor.word() else { throw cursor.expected(.measure) }
    let name = foldedName(word)
    let measure: Measure
    switch name {
    case "antal": measure = .count
    case "personer": measure = .persons(try role())
    case "summa": measure = .sum(try optionalColumn())
    case "medel": measure = .mean(try measuredColumn())
    case "median": measure = .median(try measuredColumn())
    case "andel": measure = .share(try share())
    case "relativt": measure = .relative(try indicator())
    default:
      measure = .quantile(try percent(word, at: position), try measuredColumn())
    }
    try check(measure, at: position)
    return measure
  }

  /// `p90` is 90.
  private func percent(_ word: String, at position: Int) throws(QuestionFault) -> Int {
    let digits = foldedName(word).dropFirst()
    guard word.lowercased().hasPrefix("p"), !digits.isEmpty,
      digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 })
    else {
      let known = nearest(word, among: MeasureParser.names)
      throw cursor.fault(.unknown(word, .measure, known: known), at: position)
    }
    guard let percent = Int(digits), 1...99 ~= percent else {
      throw cursor.fault(.noQuantile(word), at: position)
    }
    return percent
  }

  /// Findings have a number, persons and kronor at stake; claim rows have all but the last.
  private func check(_ measure: Measure, at position: Int) throws(QuestionFault) {
    let isOfFindings =
      switch measure {
      case .sum(.stake), .share(.ofSum(.stake)): true
      default: false
      }
    switch measure {
    case .count, .share(.ofCount), .persons: return
    default: break
    }
    if isOfFindings == countsFindings { return }
    throw cursor.fault(
      countsFindings ? .notOfFindings(measure.title) : .onlyOfFindings(measure.title),
      at: position)
  }

  private var columns: [QuestionColumn] { QuestionColumn.all + [.stake] }

  /// The sum asked for is that of the claims, or of what findings have at stake.
  private mutating func optionalColumn() throws(QuestionFault) -> QuestionColumn {
    guard cursor.take("(") else { return countsFindings ? .stake : .amount }
    let (word, position) = try argument()
    return try closed(try additiveColumn(word, .measuredColumn, at: position))
  }

  private mutating func measuredColumn() throws(QuestionFault) -> QuestionColumn {
    guard cursor.take("(") else { throw cursor.expected(.openingParenthesis) }
    let (word, position) = try argument()
    let names = columns.filter(\.isMeasured).map(\.name)
    let column = try column(word, .measuredColumn, names, at: position)
    if !column.isMeasured { throw cursor.fault(.notMeasured(column), at: position) }
    return try closed(column)
  }

  private func additiveColumn(
    _ word: String, _ vocabulary: QuestionFault.Vocabulary, and others: [String] = [],
    at position: Int
  ) throws(QuestionFault) -> QuestionColumn {
    let names = others + columns.filter(\.isAdditive).map(\.name)
    let column = try column(word, vocabulary, names, at: position)
    if !column.isAdditive { throw cursor.fault(.notAdditive(column), at: position) }
    return column
  }

  /// - Parameter known: The names that would do.
  private func column(
    _ word: String, _ vocabulary: QuestionFault.Vocabulary, _ known: [String], at position: Int
  ) throws(QuestionFault) -> QuestionColumn {
    if let column = QuestionColumn.named(word, among: columns) { return column }
    if QuestionColumn.singlingOut.contains(foldedName(word)) {
      throw cursor.fault(.singledOut(column: word), at: position)
    }
    throw cursor.fault(
      .unknown(word, vocabulary, known: nearest(word, among: known)), at: position)
  }

  private mutating func share() throws(QuestionFault) -> Measure.Share {
    guard cursor.take("(") else { throw cursor.expected(.openingParenthesis) }
    let (word, position) = try argument()
    let special: [(String, Measure.Share)] = [
      ("karens", .karens), ("vakant", .vacant), ("antal", .ofCount),
    ]
    if let share = special.first(where: { $0.0 == foldedName(word) }) {
      return try closed(share.1)
    }
    let column = try additiveColumn(word, .share, and: special.map(\.0), at: position)
    return try closed(.ofSum(column))
  }

  private mutating func role() throws(QuestionFault) -> Measure.PersonRole {
    guard cursor.take("(") else { return .assistent }
    let (word, position) = try argument()
    let roles = Measure.PersonRole.allCases
    guard let role = roles.first(where: { foldedName($0.rawValue) == foldedName(word) }) else {
      let known = nearest(word, among: roles.map(\.rawValue))
      throw cursor.fault(.unknown(word, .personRole, known: known), at: position)
    }
    return try closed(role)
  }

  private mutating func indicator() throws(QuestionFault) -> IndicatorID {
    guard cursor.take("(") else { throw cursor.expected(.openingParenthesis) }
    let (word, position) = try argument()
    let name = IndicatorID(foldedName(word))
    let known = Catalogue.indicators.map(\.id)
    if known.contains(name) { return try closed(name) }
    if Catalogue.rules.contains(where: { $0.id == name }) {
      throw cursor.fault(.ruleNotCompared(word), at: position)
    }
    if Catalogue.statistics.contains(name) {
      throw cursor.fault(.statisticNotCompared(word), at: position)
    }
    let names = nearest(word, among: known.map(\.description))
    throw cursor.fault(.unknown(word, .indicator, known: names), at: position)
  }

  private mutating func argument() throws(QuestionFault) -> (word: String, position: Int) {
    let position = cursor.position
    guard let word = cursor.word() else { throw cursor.expected(.column) }
    return (word, position)
  }

  private mutating func closed<Value>(_ value: Value) throws(QuestionFault) -> Value {
    guard cursor.take(")") else { throw cursor.expected(.closingParenthesis) }
    return value
  }
}
