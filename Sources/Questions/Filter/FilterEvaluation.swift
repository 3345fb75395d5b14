import Ledger
import SickPay

/// Works out which claim rows pass a filter: each comparison over its whole column, then words of
/// bits together.
struct FilterEvaluation {
  private let rows: ClaimRows
  private let names: QuestionNames

  init(_ rows: ClaimRows, _ names: QuestionNames) { (self.rows, self.names) = (rows, names) }

  /// - Throws: `unknownCompany`, or `unknown` for a text that no row has.
  func mask(_ expression: FilterExpression) throws(QuestionFault) -> RowMask {
    switch expression {
    case .both(let left, let right):
      var mask = try mask(left)
      mask.formIntersection(try self.mask(right))
      return mask
    case .either(let left, let right):
      var mask = try mask(left)
      mask.formUnion(try self.mask(right))
      return mask
    case .not(let inner):
      var mask = try mask(inner)
      mask.invert()
      return mask
    case .columns(let left, let comparison, let right):
      return RowMask(rows.cells(of: left), comparison, rows.cells(of: right))
    case .values(let column, let comparison, let literals):
      let cells = rows.cells(of: column)
      var mask = RowMask(count: cells.count) { _ in false }
      for literal in literals {
        for range in try ranges(literal, of: column, comparison) {
          mask.formUnion(RowMask(cells, in: range))
        }
      }
      return mask
    }
  }

  /// The cells that compare so with a value; an empty cell only with `tom`.
  private func ranges(
    _ literal: FilterLiteral, of column: QuestionColumn, _ comparison: FilterComparison
  ) throws(QuestionFault) -> [ClosedRange<Int32>] {
    switch literal {
    case .cells(let low, let high): return comparison.ranges(low: low, high: high)
    case .empty:
      return comparison == .equal ? [absentCell...absentCell] : [(absentCell + 1)...Int32.max]
    case .company(let name, let position):
      let company = Int64(try company(name, at: position).cell)
      return comparison.ranges(low: company, high: company)
    case .text(let text, let position):
      let ids = try texts(text, of: column, at: position).map { Int64($0.cell) }
      if comparison == .equal { return ids.flatMap { comparison.ranges(low: $0, high: $0) } }
      // Between the ids of a text in all its spellings lie those of the others.
      let edges = [Int64(absentCell)] + ids + [Int64(Int32.max) + 1]
      return zip(edges, edges.dropFirst()).flatMap { before, after in
        FilterComparison.equal.ranges(low: before + 1, high: after - 1)
      }
    }
  }

  private func company(_ name: String, at position: Int) throws(QuestionFault) -> CompanyID {
    let companies = (0..<rows.dictionaries.companyCount).map(CompanyID.init(index:))
    let isToken = name.hasPrefix("E-")
    let found = companies.first { company in
      // A sole trader is known by the token alone.
      rows.dictionaries.number(company).isPerson == isToken && names.company(company) == name
    }
    guard let found else {
      throw QuestionFault(part: .filter, position: position, problem: .unknownCompany(name))
    }
    return found
  }

  /// The ids of a text in any case, with or without dots, ascending.
  private func texts(
    _ text: String, of column: QuestionColumn, at position: Int
  ) throws(QuestionFault) -> [TextID] {
    var isMet = [Bool](repeating: false, count: rows.dictionaries.texts.count)
    for cell in rows.cells(of: column) where cell != absentCell { isMet[Int(cell)] = true }
    let met = isMet.indices.filter { isMet[$0] }.map(TextID.init(index:))
    let folded = foldedName(text)
    let found = met.filter { foldedName(rows.dictionaries.texts[$0]) == folded }
    if found.isEmpty {
      let known = Set(met.map { rows.dictionaries.texts[$0] }).sorted()
      throw QuestionFault(
        part: .filter, position: position,
        problem: .unknown(text, .value(of: column.name), known: nearest(text, among: known)))
    }
    return found
  }
}

extension FilterComparison {
  /// The cells that compare so with all from `low` to `high`, none of them empty.
  fileprivate func ranges(low: Int64, high: Int64) -> [ClosedRange<Int32>] {
    let (least, most) = (Int64(Int32.min) + 1, Int64(Int32.max))
    let ranges: [(Int64, Int64)] =
      switch self {
      case .equal: [(low, high)]
      case .notEqual: [(least, low - 1), (high + 1, most)]
      case .below: [(least, low - 1)]
      case .atMost: [(least, high)]
      case .above: [(high + 1, most)]
      case .atLeast: [(low, most)]
      }
    return ranges.compactMap { low, high in
      let (low, high) = (max(low, least), min(high, most))
      return low <= high ? Int32(low)...Int32(high) : nil
    }
  }
}
