public import Ledger

/// How companies and persons are called outside of the ledger.
public struct QuestionNames: Sendable {
  /// Ten digits; of a sole trader a token `E-…`.
  let company: @Sendable (CompanyID) -> String
  /// A token.
  let person: @Sendable (PersonID, Measure.PersonRole) -> String

  public init(
    company: @escaping @Sendable (CompanyID) -> String,
    person: @escaping @Sendable (PersonID, Measure.PersonRole) -> String
  ) {
    (self.company, self.person) = (company, person)
  }
}
