/// The registers' rows as they were read, in any order.
public struct RegisterTables: Sendable {
  /// The registers of which a file was read, though it may have no rows.
  public var given: Set<RegisterKind> = []
  public var permits = Permits()
  public var decisions = Decisions()
  public var workedTime = WorkedTime()
  public var wages = Wages()
  public var companies = CompanyRegister()
  public var payments = Payments()
  public var outcomes = Outcomes()

  public init() {}

  mutating func translate(_ translation: Translation) {
    permits.translate(translation)
    decisions.translate(translation)
    workedTime.translate(translation)
    wages.translate(translation)
    companies.translate(translation)
    payments.translate(translation)
    outcomes.translate(translation)
  }

  mutating func setFile(_ file: FileID) {
    permits.setFile(file)
    decisions.setFile(file)
    workedTime.setFile(file)
    wages.setFile(file)
    companies.setFile(file)
    payments.setFile(file)
    outcomes.setFile(file)
  }

  mutating func moveLines(by lines: Int32) {
    permits.moveLines(by: lines)
    decisions.moveLines(by: lines)
    workedTime.moveLines(by: lines)
    wages.moveLines(by: lines)
    companies.moveLines(by: lines)
    payments.moveLines(by: lines)
    outcomes.moveLines(by: lines)
  }

  /// Adds the rows of another part, whose ids are of the same dictionaries.
  mutating func append(_ other: consuming RegisterTables) {
    given.formUnion(other.given)
    permits.append(other.permits)
    decisions.append(other.decisions)
    workedTime.append(other.workedTime)
    wages.append(other.wages)
    companies.append(other.companies)
    payments.append(other.payments)
    outcomes.append(other.outcomes)
  }
}
