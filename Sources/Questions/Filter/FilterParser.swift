import SickPay

/// Reads a filter by recursive descent:
///
///     filter      = and { "eller" and }
///     and         = not { "och" not }
///     not         = "inte" not | "(" filter ")" | comparison
///     comparison  = column ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) ( value | column )
///                 | column "i" "(" value { "," value } ")"
struct FilterParser {
  private var cursor: QuestionCursor
  private var depth = 0

  /// Deeper than this, nobody reads it, and the stack would not bear it.
  private static let deepest = 64

  static func parse(_ text: String) throws(QuestionFault) -> FilterExpression {
    var parser = FilterParser(cursor: QuestionCursor(text, .filter))
    let expression = try parser.either()
    guard parser.cursor.isAtEnd else { throw parser.cursor.expected(.conjunction) }
    return expression
  }

  private init(cursor: QuestionCursor) { self.cursor = cursor }

  private mutating func either() throws(QuestionFault) -> FilterExpression {
    var expression = try both()
    while cursor.take(keyword: "eller") { expression = .either(expression, try both()) }
    return expression
  }

  private mutating func both() throws(QuestionFault) -> FilterExpression {
    var expression = try not()
    while cursor.take(keyword: "och") { expression = .both(expression, try not()) }
    return expression
  }

  private mutating func not() throws(QuestionFault) -> FilterExpression {
    let position = cursor.position
    depth += 1
    defer { depth -= 1 }
    if depth > FilterParser.deepest { throw cursor.fault(.tooDeep, at: position) }
    if cursor.take(keyword: "inte") { return .not(try not()) }
    guard cursor.take("(") else { return try comparison() }
    let expression = try either()
    guard cursor.take(")") else { throw cursor.expected(.closingParenthesis) }
    return expression
  }

  private mutating func comparison() throws(QuestionFault) -> FilterExpression {
    let position = cursor.position
    guard let word = cursor.word() else { throw cursor.expected(.column) }
    let column = try column(word, at: position)
    if cursor.take(keyword: "i") {
      return .values(column, .equal, try list(of: column))
    }
    let place = cursor.position
    guard let comparison = FilterComparison.allCases.first(where: { cursor.take($0.rawValue) })
    else { throw cursor.expected(.comparison) }
    if comparison.isOrder, !column.isOrdered {
      throw cursor.fault(.unordered(column), at: place)
    }
    if let other = try otherColumn(than: column) { return .columns(column, comparison, other) }
    return .values(column, comparison, [try literal(of: column)])
  }

  private func column(
    _ word: String, at position: Int
  ) throws(QuestionFault) -> QuestionColumn {
    if let column = QuestionColumn.named(word, among: QuestionColumn.all) { return column }
    if QuestionColumn.singlingOut.contains(foldedName(word)) {
      throw cursor.fault(.singledOut(column: word), at: position)
    }
    if let key = GroupKey(word), let day = key.day {
      throw cursor.fault(.keyNotColumn(key, column: day.name), at: position)
    }
    let known = nearest(word, among: QuestionColumn.all.map(\.name))
    throw cursor.fault(.unknown(word, .filterColumn, known: known), at: position)
  }

  /// A column on the right, where values begin with a digit; `nil` for a word that is like none.
  private mutating func otherColumn(
    than column: QuestionColumn
  ) throws(QuestionFault) -> QuestionColumn? {
    guard column.isOrdered else { return nil }
    var ahead = cursor
    let position = ahead.position
    guard let word = ahead.word(), FilterParser.isLikeColumn(word) else { return nil }
    let other = try self.column(word, at: position)
    guard other.kind == column.kind else {
      throw cursor.fault(.incomparable(column, other), at: position)
    }
    cursor = ahead
    return other
  }

  private static let empty = "tom"

  private static func isLikeColumn(_ word: String) -> Bool {
    if foldedName(word) == empty { return false }
    return QuestionColumn.singlingOut.contains(foldedName(word)) || GroupKey(word)?.day != nil
      || QuestionColumn.all.contains { mayMean(word, $0.name) }
  }

  private mutating func list(
    of column: QuestionColumn
  ) throws(QuestionFault) -> [FilterLiteral] {
    guard cursor.take("(") else { throw cursor.expected(.openingParenthesis) }
    var literals: [FilterLiteral] = []
    repeat { literals.append(try literal(of: column, inList: true)) } while cursor.take(",")
    guard cursor.take(")") else { throw cursor.expected(.listEnd) }
    return literals
  }

  /// - Parameter inList: Whether a comma between digits could part two values as well.
  private mutating func literal(
    of column: QuestionColumn, inList: Bool = false
  ) throws(QuestionFault) -> FilterLiteral {
    let position = cursor.position
    let text = try cursor.value(decimals: column.hasDecimals)
    guard let text else { throw cursor.expected(.value) }
    if inList, column.hasDecimals, text.contains(",") {
      throw cursor.fault(.ambiguousComma(text), at: position)
    }
    if foldedName(text) == FilterParser.empty { return .empty }
    if let literal = FilterLiteral(text, of: column, at: position) { return literal }
    guard case .word(let words) = column.kind else {
      throw cursor.fault(.wrongValue(text, column: column), at: position)
    }
    throw cursor.fault(
      .unknown(text, .value(of: column.name), known: nearest(text, among: words)), at: position)
  }
}
