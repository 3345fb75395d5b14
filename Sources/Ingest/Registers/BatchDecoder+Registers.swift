import Ledger
import SickPay

/// The places of `tid.csv`'s times, in the file's columns and the ledger's alike.
private let workedTimes = TimeColumns(
  from: WorkedTimeSchema.Column.start.rawValue, to: WorkedTimeSchema.Column.end.rawValue,
  start: WorkedTimeSchema.Column.start.rawValue, end: WorkedTimeSchema.Column.end.rawValue,
  whenEmpty: .empty)

/// A register's columns are the ledger's, one for one.
extension BatchDecoder {
  mutating func decodeRegister(_ batch: borrowing RecordBatch, _ rows: BatchRows) {
    let columns = table.columns.indices
    switch table {
    case .workedTime:
      let days = decodeTimes(batch, rows, workedTimes).days
      let times = [workedTimes.from, workedTimes.to]
      decode(batch, rows, columns.filter { !times.contains($0) }, events: days)
    case .decisions:
      let (from, to) = (DecisionSchema.Column.from.rawValue, DecisionSchema.Column.to.rawValue)
      decode(batch, rows, column: from, into: from, events: [])
      decode(batch, rows, columns.filter { $0 != from }, events: cells[from])
      noteEndsBeforeStart(rows, from: from, to: to)
    case .wages:
      let month = WageSchema.Column.month.rawValue
      decode(batch, rows, column: month, into: month, events: [])
      let days = cells[month].map { $0 == absentCell ? $0 : Month(cell: $0).firstDay.cell }
      decode(batch, rows, columns.filter { $0 != month }, events: days)
    case .permits:
      decode(batch, rows, Array(columns), events: [])
      noteEndsBeforeStart(
        rows, from: PermitSchema.Column.from.rawValue, to: PermitSchema.Column.to.rawValue)
    default: decode(batch, rows, Array(columns), events: [])
    }
  }

  private mutating func decode(
    _ batch: borrowing RecordBatch, _ rows: BatchRows, _ columns: [Int], events: [Int32]
  ) {
    for column in columns { decode(batch, rows, column: column, into: column, events: events) }
  }
}

extension TableKind {
  /// How many columns the ledger's table has.
  var width: Int {
    switch self {
    case .claims: ClaimSchema.codings.count
    case .shifts: ShiftSchema.codings.count
    case .permits: PermitSchema.codings.count
    case .decisions: DecisionSchema.codings.count
    case .workedTime: WorkedTimeSchema.codings.count
    case .wages: WageSchema.codings.count
    case .companies: CompanyRegisterSchema.codings.count
    case .payments: PaymentSchema.codings.count
    case .outcomes: OutcomeSchema.codings.count
    }
  }
}

extension RegisterTables {
  /// Appends rows of a register, given by column.
  mutating func append(_ cells: [[Int32]], to table: TableKind) {
    switch table {
    case .claims, .shifts: preconditionFailure("claims and shifts are no registers")
    case .permits: permits.append(columns: cells)
    case .decisions: decisions.append(columns: cells)
    case .workedTime: workedTime.append(columns: cells)
    case .wages: wages.append(columns: cells)
    case .companies: companies.append(columns: cells)
    case .payments: payments.append(columns: cells)
    case .outcomes: outcomes.append(columns: cells)
    }
  }
}
