public import Configuration
public import Ingest
public import Ledger
public import Questions
public import Reporting
public import Secrecy
public import SickPay

/// A question and everything that its answer depends on.
public struct QuestionRequest: Sendable {
  public var question: Question
  /// The filter as it was written.
  public var filter: String?
  public var inputs: InputList
  public var configuration: Configuration
  public var senders: SavedSenders
  /// The latest day on which a row was received where `nil`.
  public var date: Day?
  /// Files read at a time.
  public var threads: Int
  /// Makes the tokens; called where the answer has any.
  public var pseudonyms: @Sendable () throws -> Pseudonyms
  /// What earlier scans and people's decisions say of findings, by the date; `nil` without a
  /// database.
  public var earlier: (@Sendable (Day) throws -> EarlierScans)?
  /// What earlier nights have left of the files; `nil` where each is read anew.
  public var earlierReadings: (any EarlierReadings)?
  /// The rows that an earlier question has left, with the columns asked for.
  public var recallRows: (@Sendable (Set<ClaimSchema.Column>, _ withShifts: Bool) -> ClaimRows?)?
  /// Keeps rows for later questions.
  public var keepRows: (@Sendable (ClaimRows) -> Void)?

  public init(
    question: Question, filter: String?, inputs: InputList, configuration: Configuration,
    senders: SavedSenders, date: Day?, threads: Int,
    pseudonyms: @escaping @Sendable () throws -> Pseudonyms,
    earlier: (@Sendable (Day) throws -> EarlierScans)?
  ) {
    (self.question, self.filter, self.inputs) = (question, filter, inputs)
    (self.configuration, self.senders) = (configuration, senders)
    (self.date, self.threads) = (date, threads)
    (self.pseudonyms, self.earlier) = (pseudonyms, earlier)
  }
}

/// A question's answer, and what was not read for it.
public struct QuestionOutcome: Sendable {
  public let answer: AnswerReport
  /// Each file that was refused, and why.
  public let refusals: [String]
}
