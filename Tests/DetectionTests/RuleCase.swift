import Configuration
import Detection
import Ledger
import SickPay
import TestSupport
import Testing

/// One line a case: name, claim rows, shifts, the rules that find something.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let name: String
  let claims: [String]
  var shifts: [String] = []
  let found: Set<String>

  var testDescription: String { name }
}

/// The cases of all rules; a file with cases of its own adds its lists here.
enum RuleCases {
  static let normal: [RuleCase] = [
    normalCases, claimNormalCases, employmentNormalCases,
    paperNormalCases,
  ].flatMap { $0 }

  static let faulty: [RuleCase] = [
    faultyCases, claimFaultyCases, employmentFaultyCases,
    paperFaultyCases,
  ].flatMap { $0 }
}

/// The law and the policies as they are built in, read once for all tests.
enum BuiltIn {
  private static let read = Result { try Configuration().rulebook }

  static func rulebook() throws -> Rulebook { try read.get() }
}

/// Evaluates one rule of the catalogue on small tables.
func findings(_ id: String, _ tables: TestTables) async throws -> [RuleFinding] {
  let rule = try #require(Catalogue.rules.first { $0.id.description == id })
  let evidence = await Evidence(
    try await tables.ledger(), rulebook: try BuiltIn.rulebook(), names: testNames)
  return rule.evaluate(evidence).findings
}

/// The rules that find something in small tables.
func rulesThatFind(_ tables: TestTables) async throws -> Set<String> {
  let evidence = await Evidence(
    try await tables.ledger(), rulebook: try BuiltIn.rulebook(), names: testNames)
  let found = Catalogue.rules.filter { !$0.evaluate(evidence).findings.isEmpty }
  return Set(found.map(\.id.description))
}

let testNames = Names(assistent: { "A-\($0.cell)" }, company: { "bolag \($0.cell)" })
