/// What is wrong with a question: facts only, the command writes the sentences.
public struct QuestionFault: Error, Equatable, Sendable {
  /// The text that the fault stands in.
  public enum Part: Sendable, Equatable {
    case keys, measures, filter, sort
  }

  /// What a name was to be the name of.
  public enum Vocabulary: Sendable, Equatable {
    case key, measure, measuredColumn, filterColumn, share, personRole, indicator
    /// A measure or key that the question has.
    case order
    /// A value of a column.
    case value(of: String)
  }

  /// What could have stood there.
  public enum Expectation: Sendable, Equatable {
    case key, measure, column, comparison, value, openingParenthesis, closingParenthesis
    case comma, listEnd
    /// `och`, `eller` or the end.
    case conjunction
    case closingQuote
  }

  public enum Problem: Sendable, Equatable {
    /// A name that does not exist, and those that do: first the one that may have been meant, where
    /// there is one.
    case unknown(String, Vocabulary, known: [String])
    /// A column of which a sum means nothing.
    case notAdditive(QuestionColumn)
    /// A column of which a mean or a quantile means nothing.
    case notMeasured(QuestionColumn)
    /// A quantile other than p1 to p99.
    case noQuantile(String)
    /// A rule: it finds, and compares no companies.
    case ruleNotCompared(String)
    /// A statistic made of other statistics or findings, which expects nothing of peers.
    case statisticNotCompared(String)
    /// A key where a column is to stand, and the column that it is made of.
    case keyNotColumn(GroupKey, column: String)
    case expected(Expectation)
    /// A value that is none of the column's kind.
    case wrongValue(String, column: QuestionColumn)
    /// A comma between digits in a list, which may be a decimal sign or part two values.
    case ambiguousComma(String)
    /// `<` and `>` for a column that has no order.
    case unordered(QuestionColumn)
    /// Two columns of different kinds.
    case incomparable(QuestionColumn, QuestionColumn)
    /// Questions do not pick out single persons or ärenden.
    case singledOut(column: String)
    case unknownCompany(String)
    /// The same key twice.
    case repeated(String)
    case tooDeep
    /// A measure that counts claim rows, where findings are counted.
    case notOfFindings(String)
    /// A measure of findings, without the key of indicators.
    case onlyOfFindings(String)
    /// A comparison with peers needs the company as its only key.
    case needsCompanyKey(String)
    /// Findings are about companies: they are not counted by person.
    case findingsOfPersons
    /// Persons are shown within one company only.
    case needsOneCompany(key: String)
    /// No measure that adds up.
    case nothingToAccumulate
  }

  public let part: Part
  /// The character at which it stands, from 1.
  public let position: Int
  public let problem: Problem
}
