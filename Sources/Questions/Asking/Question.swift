public import Ledger
import SickPay

/// What is asked of a ledger: checked by itself, before anything is read.
public struct Question: Sendable, Equatable {
  /// Empty where one row for all is asked for.
  public let keys: [GroupKey]
  public let measures: [Measure]
  let filter: FilterExpression?
  let order: AnswerOrder
  /// How many groups are shown; all where `nil`.
  public let top: Int?
  /// The measure whose running sum and share are shown.
  let accumulated: Int?
  /// Whether rows received before the window count too.
  public let includesHistory: Bool
  /// The only kommun whose rows count.
  public let kommun: KommunCode?

  /// - Parameters:
  ///   - keys: As `kommun, månad`; empty for none.
  ///   - measures: As `antal, p90(belopp)`.
  ///   - filter: As `belopp > 10000 och inte frånvaro = vab`.
  ///   - order: A key or measure, with `-` behind it for the largest first. Without, by the keys,
  ///     or, where sums accumulate, by what accumulates, the largest first.
  ///   - top: 1 or more.
  /// - Throws: What is wrong, with its place.
  public init(
    keys: String, measures: String, filter: String? = nil, order: String? = nil, top: Int? = nil,
    accumulates: Bool = false, includesHistory: Bool = false, kommun: KommunCode? = nil
  ) throws(QuestionFault) {
    precondition(top ?? 1 >= 1, "at least one group is shown")
    let groupKeys = keys.isEmpty ? [] : try GroupKey.keys(keys)
    var parser = MeasureParser(measures, countsFindings: groupKeys.contains(.indicator))
    let placed = try parser.list()
    let measures = placed.map(\.measure)
    let given = try order.map { text throws(QuestionFault) in
      try AnswerOrder(text, groupKeys, measures)
    }
    let accumulated = accumulates ? Question.accumulated(measures, given) : nil
    if accumulates, accumulated == nil {
      throw QuestionFault(part: .measures, position: 1, problem: .nothingToAccumulate)
    }
    (self.keys, self.measures, self.accumulated) = (groupKeys, measures, accumulated)
    self.filter = try filter.map { text throws(QuestionFault) in try FilterParser.parse(text) }
    self.order =
      given ?? accumulated.map { AnswerOrder(by: .measure($0), descends: true) }
      ?? AnswerOrder(by: .keys, descends: false)
    (self.top, self.includesHistory, self.kommun) = (top, includesHistory, kommun)
    try checkPeers(placed)
    try checkPersons()
  }

  /// Whether rows are single persons: those are shown within one company only, for a reason that is
  /// logged.
  public var showsPersons: Bool { keys.contains(where: \.isPerson) }

  /// The company that the filter binds all rows to, as ten digits or a token; `nil` where it binds
  /// them to none or to several.
  public var company: String? { filter?.boundCompany }

  /// Whether findings are counted, not claim rows.
  public var countsFindings: Bool { keys.contains(.indicator) }

  /// Whether the answer names companies, or the filter one.
  public var namesCompanies: Bool { keys.contains(.company) || filter?.namesCompany ?? false }

  private static func accumulated(_ measures: [Measure], _ order: AnswerOrder?) -> Int? {
    if case .measure(let index) = order?.by, measures[index].isAdditive { return index }
    let sum = measures.firstIndex { if case .sum = $0 { true } else { false } }
    return sum ?? measures.firstIndex(of: .count)
  }

  /// Peers are companies.
  private func checkPeers(
    _ measures: [(measure: Measure, position: Int)]
  ) throws(QuestionFault) {
    if keys == [.company] { return }
    for (measure, position) in measures {
      guard case .relative = measure else { continue }
      throw QuestionFault(
        part: .measures, position: position, problem: .needsCompanyKey(measure.title))
    }
  }

  private func checkPersons() throws(QuestionFault) {
    guard let key = keys.first(where: \.isPerson) else { return }
    if countsFindings {
      throw QuestionFault(part: .keys, position: 1, problem: .findingsOfPersons)
    }
    if company != nil { return }
    throw QuestionFault(
      part: .keys, position: 1, problem: .needsOneCompany(key: key.rawValue))
  }
}
