import Ledger
import SampleWorld
import SickPay
import TestSupport

@testable import Questions

/// An invented world, read once for all tests, and its rows as plain values.
struct QuestionWorld: Sendable {
  let ledger: Ledger
  /// What counts in a question without filter.
  let rows: [PlainRow]

  static let shared = Task { try await QuestionWorld() }

  private init() async throws {
    let world = try SampleWorld(
      plan: WorldPlan(seed: 11, claims: 900, companies: 12, cheatingCompanies: 2)
    ).inMemory()
    let ledger = try await TestSupport.ledger(
      of: [WorldTable.claims, .shifts].map { String(decoding: world.bytes($0), as: UTF8.self) })
    self.ledger = ledger
    rows = (0..<ledger.claims.count).filter(ledger.isAsked).map { PlainRow(ledger, $0) }
  }
}

/// One claim row, field by field.
struct PlainRow: Sendable {
  let kommun: String
  let company: String
  let month: String
  let receivedMonth: String
  let received: Day
  let assistent: PersonID
  let brukare: PersonID
  let amount: Int64
  let sickTime: Int64
  let karensTime: Int64?
  let wage: Int32
  let shiftTime: Int64
  let vacantTime: Int64
  let agreement: String?

  init(_ ledger: Ledger, _ row: Int) {
    let claims = ledger.claims
    kommun = claims[.kommun, row].description
    company = ledger.dictionaries.number(claims[.company, row]).description
    month = String(claims[.sickFrom, row].description.prefix(7))
    receivedMonth = String(claims[.received, row].description.prefix(7))
    received = claims[.received, row]
    assistent = claims[.assistent, row]
    brukare = claims[.brukare, row]
    amount = ledger.settlement.netAmount(row).value
    sickTime = claims[.sickTime, row].value
    karensTime = claims.value(.karensTime, row)?.value
    wage = claims[.wage, row].tenThousandths
    let shifts = ledger.shiftRows(of: row)
    shiftTime = shifts.reduce(0) { $0 + ledger.shifts[.wallTime, $1].value }
    vacantTime = shifts.filter { ledger.shifts.value(.vikarie, $0) == nil }
      .reduce(0) { $0 + ledger.shifts[.wallTime, $1].value }
    agreement = claims.value(.agreement, row).map { ledger.dictionaries.texts[$0] }
  }
}

extension PlainRow {
  /// Of the first sick day.
  var quarter: String {
    let place = (Int(month.suffix(2)) ?? 0) + 2
    return "\(month.prefix(4))-K\(place / 3)"
  }
}

extension Ledger {
  /// Counted rows and credits without a counterpart, received in the window.
  func isAsked(_ row: Int) -> Bool {
    let state = settlement.states[row]
    return (state == .counted || state == .unmatchedCredit)
      && window.contains(claims[.received, row])
  }
}

/// Companies by number, persons by id.
func testNames(_ ledger: Ledger) -> QuestionNames {
  let numbers = ledger.dictionaries
  return QuestionNames(
    company: { numbers.number($0).description },
    person: { "\($1 == .assistent ? "A" : "B")-\($0.cell)" })
}

/// The answer to a question about a ledger.
func ask(
  _ ledger: Ledger, per keys: String = "", _ measures: String = "antal", filter: String? = nil,
  order: String? = nil, top: Int? = nil, accumulates: Bool = false, protected: [PersonID] = []
) throws -> Answer {
  let question = try Question(
    keys: keys, measures: measures, filter: filter, order: order, top: top,
    accumulates: accumulates)
  return try answer(question, of: ledger, protected: protected, names: testNames(ledger))
}

extension Answer {
  /// The rows' labels, one text a row.
  var names: [String] { rows.map { $0.labels.map { $0.text ?? "–" }.joined(separator: " ") } }
  /// A column of the rows.
  func column(_ place: Int) -> [Double?] { rows.map { $0.values[place] } }
}
