import Detection
import SickPay

/// Reads `antal, summa(belopp), p90(timlön), andel(karens)`.
struct MeasureParser {
  private var cursor: QuestionCursor
  /// Whether findings are counted, not claim rows.
  private let countsFindings: Bool

  static let names = [
    "antal", "summa", "medel", "median", "p90", "andel", "personer", "relativt",
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
    case "medel": measure = .mean(try column(\.isMeasured))
    case "median": measure = .median(try column(\.isMeasured))
    case "andel": measure = .share(try share())
    case "relativt": measure = .relative(try indicator())
    default:
      guard name.hasPrefix("p"), let percent = Int(name.dropFirst()), 1...99 ~= percent else {
        let known = nearest(word, among: MeasureParser.names)
        throw cursor.fault(.unknown(word, .measure, known: known), at: position)
      }
      measure = .quantile(percent, try column(\.isMeasured))
    }
    try check(measure, at: position)
    return measure
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
    return try closed(try columnName(\.isAdditive))
  }

  private mutating func column(
    _ fits: (QuestionColumn) -> Bool
  ) throws(QuestionFault) -> QuestionColumn {
    guard cursor.take("(") else { throw cursor.expected(.openingParenthesis) }
    return try closed(try columnName(fits))
  }

  private mutating func columnName(
    _ fits: (QuestionColumn) -> Bool
  ) throws(QuestionFault) -> QuestionColumn {
    let (word, position) = try argument()
    let fitting = columns.filter(fits)
    guard let column = QuestionColumn.named(word, among: fitting) else {
      let known = nearest(word, among: fitting.map(\.name))
      throw cursor.fault(.unknown(word, .measuredColumn, known: known), at: position)
    }
    return column
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
    let additive = columns.filter(\.isAdditive)
    guard let column = QuestionColumn.named(word, among: additive) else {
      let known = nearest(word, among: special.map(\.0) + additive.map(\.name))
      throw cursor.fault(.unknown(word, .share, known: known), at: position)
    }
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
    let known = Catalogue.indicators.map(\.id)
    guard let id = known.first(where: { $0.description == foldedName(word) }) else {
      let names = nearest(word, among: known.map(\.description))
      throw cursor.fault(.unknown(word, .indicator, known: names), at: position)
    }
    return try closed(id)
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
