import Detection
import Ledger
import SickPay

/// What is counted: claim rows, or findings, one fact for each claim row that a finding charges.
struct Facts {
  /// Facts long.
  let claims: [Int32]
  /// Facts long where findings are counted, else empty: the finding, ascending, its indicator's
  /// place among `indicatorNames`, and what is at stake on the row, `absentCell` for statistics.
  private(set) var findings: [Int32] = []
  private(set) var indicators: [Int32] = []
  private(set) var stakes: [Int32] = []
  private(set) var indicatorNames: [String] = []

  var count: Int { claims.count }

  /// The claim rows that pass.
  init(_ mask: RowMask) { claims = mask.rows }

  /// The rows that findings charge, where they pass.
  init(_ all: [Finding], _ mask: RowMask) {
    var claims: [Int32] = []
    indicatorNames = Set(all.map(\.indicator.description)).sorted()
    let places = Dictionary(
      uniqueKeysWithValues: indicatorNames.enumerated().map { ($1, Int32($0)) })
    for (number, finding) in all.enumerated() {
      var stakes: [Int: Ore] = [:]
      for stake in finding.stakes { stakes[stake.claim, default: .zero] += stake.amount }
      // A statistic names no kronor, which is not the same as none.
      let none = finding.kind == .statistic ? absentCell : 0
      for claim in finding.claims.prefix(finding.atFault) where mask.contains(claim) {
        claims.append(Int32(claim))
        findings.append(Int32(number))
        indicators.append(places[finding.indicator.description] ?? 0)
        self.stakes.append(stakes[claim].map { Int32(clamping: $0.value) } ?? none)
      }
    }
    self.claims = claims
  }

  /// A column's cells, facts long.
  func cells(of column: QuestionColumn, _ rows: ClaimRows) -> [Int32] {
    if column.source == .stake { return stakes }
    return gathered(rows.cells(of: column))
  }

  /// Of each fact's claim row.
  func gathered(_ column: [Int32]) -> [Int32] {
    let (column, rows) = (column.span, claims.span)
    return [Int32](capacity: rows.count) { output in
      for fact in rows.indices { output.append(column[Int(rows[fact])]) }
    }
  }

  /// A number for each value of a key, facts long, by which facts are grouped.
  func codes(of key: GroupKey, _ rows: ClaimRows) -> [Int32] {
    let columns = rows.claims
    return switch key {
    case .kommun: gathered(columns.column(.kommun))
    case .company: gathered(columns.column(.company))
    case .assistent: gathered(columns.column(.assistent))
    case .brukare: gathered(columns.column(.brukare))
    case .agreement: gathered(columns.column(.agreement)).map { max($0, -1) }
    case .sickMonth: months(.sickFrom, columns, of: 1)
    case .sickQuarter: months(.sickFrom, columns, of: 3)
    case .sickYear: months(.sickFrom, columns, of: 12)
    case .receivedMonth: months(.received, columns, of: 1)
    case .receivedQuarter: months(.received, columns, of: 3)
    case .receivedYear: months(.received, columns, of: 12)
    case .indicator: indicators
    }
  }

  /// Spans of so many months since year 0, facts long.
  private func months(
    _ day: Field<ClaimSchema, Day>, _ columns: Claims, of length: Int32
  ) -> [Int32] {
    gathered(columns.column(day)).map { Day(cell: $0).month / length }
  }
}
