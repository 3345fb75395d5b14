import Ingest
import Ledger
import Secrecy
import SickPay
public import Store

/// The claim and shift rows of a scan as a database may hold them: persons as tokens, no account,
/// and no row of persons whose identity is protected.
public struct ScanRows: Sendable {
  private let ledger: Ledger
  private let calls: Calls
  /// By file id.
  private let fileNames: [String]
  private let protected: ProtectedPersons

  init(_ reports: ReportBuilder) {
    (ledger, calls, fileNames) = (reports.ledger, reports.calls, reports.fileNames)
    protected = reports.protected
  }

  /// Writes all rows, those of claims first, by file and line.
  public func write(to writer: inout ScanRowsWriter) throws {
    var cells = RowCells(calls, ledger.dictionaries, fileNames)
    let claims = order(ledger.claims) { !protected.stands(onClaim: $0, of: ledger.claims) }
    var numbers = [Int64?](repeating: nil, count: ledger.claims.count)
    for (number, claim) in claims.enumerated() {
      numbers[claim] = Int64(number)
      let values = RowColumn.claims.map { cells.value($0, ledger.claims.columns, claim) }
      try writer.insert(
        into: .claims, columns: RowColumn.claimNames,
        [.integer(Int64(number))] + values + judged(claim, &cells))
    }
    let shifts = order(ledger.shifts) { !protected.stands(onShift: $0, of: ledger.shifts) }
    for (number, shift) in shifts.enumerated() {
      let owner = Int(ledger.claimOfShift[shift])
      let claim = owner < 0 ? nil : numbers[owner]
      let values = RowColumn.shifts.map { cells.value($0, ledger.shifts.columns, shift) }
      try writer.insert(
        into: .shifts, columns: RowColumn.shiftNames,
        [.integer(Int64(number)), claim.map(StoredValue.integer) ?? .empty] + values)
    }
  }

  /// The rows that are shown. Not in the ledger's order, which is that of persons' numbers.
  private func order<Schema>(_ table: Table<Schema>, _ isShown: (Int) -> Bool) -> [Int] {
    (0..<table.count).filter(isShown).sorted { left, right in
      let (a, b) = (table.place(left), table.place(right))
      return (a.file, a.line.cell) < (b.file, b.line.cell)
    }
  }

  /// What the scan makes of a claim row, in the order of `RowColumn.judged`.
  private func judged(_ claim: Int, _ cells: inout RowCells) -> [StoredValue] {
    let company = ledger.claims[.company, claim]
    let name = ledger.claims.value(.companyName, claim).map { ledger.dictionaries.texts[$0] }
    return [
      .text(cells.organisation(company)),
      name.map { .text(calls.name(company, given: $0)) } ?? .empty,
      .integer(ledger.settlement.netAmount(claim).value),
      .text(word(ledger.settlement.states[claim])), .integer(ledger.isInWindow(claim) ? 1 : 0),
    ]
  }
}

/// As the schema has it.
private func word(_ state: Settlement.State) -> String {
  switch state {
  case .counted: "counted"
  case .credit: "credit"
  case .credited: "credited"
  case .replaced: "replaced"
  case .unmatchedCredit: "unmatchedCredit"
  case .later: "later"
  }
}
