/// A filter as it was read.
indirect enum FilterExpression: Sendable, Equatable {
  case values(QuestionColumn, FilterComparison, [FilterLiteral])
  case columns(QuestionColumn, FilterComparison, QuestionColumn)
  case both(FilterExpression, FilterExpression)
  case either(FilterExpression, FilterExpression)
  case not(FilterExpression)

  /// The one company that every row that passes belongs to, as it was named.
  var boundCompany: String? {
    switch self {
    case .values(let column, .equal, let literals) where column.kind == .company:
      guard literals.count == 1, case .company(let name, _) = literals[0] else { return nil }
      return name
    case .both(let left, let right): return left.boundCompany ?? right.boundCompany
    case .either(let left, let right):
      return left.boundCompany == right.boundCompany ? left.boundCompany : nil
    case .values, .columns, .not: return nil
    }
  }

  /// Whether a company is named anywhere.
  var namesCompany: Bool {
    switch self {
    case .values(let column, _, _): column.kind == .company
    case .columns: false
    case .both(let left, let right), .either(let left, let right):
      left.namesCompany || right.namesCompany
    case .not(let inner): inner.namesCompany
    }
  }
}

/// A value as it was written, in the cells of its column.
enum FilterLiteral: Sendable, Equatable {
  /// All cells from `low` to `high`: a month has its days. A number between two cells has
  /// `low` = `high` + 1.
  case cells(low: Int64, high: Int64)
  /// A text, and the character at which it stands.
  case text(String, position: Int)
  /// Ten digits or a token, and the character at which it stands.
  case company(String, position: Int)
  /// That the cell is empty.
  case empty
}

enum FilterComparison: String, Sendable, CaseIterable {
  // Two signs before one, so that none is read in half.
  case notEqual = "!="
  case atMost = "<="
  case atLeast = ">="
  case equal = "="
  case below = "<"
  case above = ">"

  var isOrder: Bool { self != .equal && self != .notEqual }
}
