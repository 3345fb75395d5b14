public import SickPay

/// The registers of a scan, each sorted for lookup by its first keys, with every row once.
///
/// The same rows give the same tables, whatever files they came in; only `payments` and `outcomes`
/// lie by ids of texts, whose order means nothing, and are looked up, never listed.
public struct Registers: Sendable {
  /// The registers of which a file was read.
  public let given: Set<RegisterKind>
  /// By company and first day.
  public let permits: Permits
  /// By brukare and first day.
  public let decisions: Decisions
  /// By assistant and start.
  public let workedTime: WorkedTime
  /// By company, assistant and month.
  public let wages: Wages
  /// By company and day of registration.
  public let companies: CompanyRegister
  /// By kommun and ärende.
  public let payments: Payments
  /// By kommun and ärende.
  public let outcomes: Outcomes
  /// Rows that came again unchanged and count once.
  public let repeated: Int

  init(_ tables: consuming RegisterTables, _ texts: TextDictionary) {
    given = tables.given
    var repeated = 0
    repeated += tables.permits.sortRegister(texts) { table, row in
      key(table[.company, row].cell, table.column(.from)[row])
    }
    repeated += tables.decisions.sortRegister(texts) { table, row in
      key(table[.brukare, row].cell, table.column(.from)[row])
    }
    repeated += tables.workedTime.sortRegister(texts) { table, row in
      key(table[.assistent, row].cell, table.column(.start)[row])
    }
    repeated += tables.wages.sortRegister(texts) { table, row in
      // 20 bits of company, 26 of person, 18 of months, by `LedgerLimits` and the calendar.
      UInt64(table[.company, row].cell) << 44 | UInt64(table[.assistent, row].cell) << 18
        | UInt64(table[.month, row].cell)
    }
    repeated += tables.companies.sortRegister(texts) { table, row in
      key(table[.company, row].cell, table.column(.registered)[row])
    }
    repeated += tables.payments.sortRegister(texts) { table, row in
      key(table[.kommun, row].cell, table[.arende, row].cell)
    }
    repeated += tables.outcomes.sortRegister(texts) { table, row in
      key(table[.kommun, row].cell, table[.arende, row].cell)
    }
    self.repeated = repeated
    permits = tables.permits
    decisions = tables.decisions
    workedTime = tables.workedTime
    wages = tables.wages
    companies = tables.companies
    payments = tables.payments
    outcomes = tables.outcomes
  }

  public func permitRows(of company: CompanyID) -> Range<Int> {
    permits.rows(with: company, in: .company)
  }

  /// The last day of a company's permits; `nil` where one has no end, or none is listed.
  public func lastPermittedDay(of company: CompanyID) -> Day? {
    let rows = permitRows(of: company)
    let ends = rows.compactMap { permits.value(.to, $0) }
    return ends.count == rows.count ? ends.max() : nil
  }

  public func permitPlaces(of company: CompanyID) -> [RowPlace] {
    permitRows(of: company).map { permits.place($0) }
  }

  public func decisionRows(of brukare: PersonID) -> Range<Int> {
    decisions.rows(with: brukare, in: .brukare)
  }

  public func workedRows(of assistent: PersonID) -> Range<Int> {
    workedTime.rows(with: assistent, in: .assistent)
  }

  public func companyRows(of company: CompanyID) -> Range<Int> {
    companies.rows(with: company, in: .company)
  }

  /// The wages of an assistant at a company, by month.
  public func wageRows(of assistent: PersonID, at company: CompanyID) -> Range<Int> {
    wages.rows(with: assistent, in: .assistent, inside: wages.rows(with: company, in: .company))
  }

  public func paymentRows(_ kommun: KommunCode, _ arende: TextID) -> Range<Int> {
    payments.rows(with: arende, in: .arende, inside: payments.rows(with: kommun, in: .kommun))
  }
}

/// A key that sorts by two cells; the first is an id or a code, never negative.
private func key(_ first: Int32, _ second: Int32) -> UInt64 {
  UInt64(UInt32(bitPattern: first)) << 32 | sortKey(second)
}

extension Table {
  /// Sorts by `key`, then by content, and keeps each content once, as it was read first; how many
  /// rows were repeats.
  fileprivate mutating func sortRegister(
    _ texts: TextDictionary, by key: (Table, Int) -> UInt64
  ) -> Int {
    let table = self
    let order = sortedOrder(rows.map { key(table, $0) }) { left, right in
      table.precedes(Int(left), Int(right), texts)
    }
    reorder(order)
    return order.count - withoutRepeats()
  }

  private func precedes(_ left: Int, _ right: Int, _ texts: TextDictionary) -> Bool {
    for (index, coding) in Schema.codings.enumerated() {
      let (a, b) = (columns[index][left], columns[index][right])
      if a == b { continue }
      guard case .text = coding else { return a < b }
      if a == absentCell || b == absentCell { return a == absentCell }
      return texts.precedes(TextID(cell: a), TextID(cell: b))
    }
    return false
  }

  /// The rows that have a value in a column by which `rows` (all, where `nil`) lie in order. Binary
  /// search.
  public func rows<Value>(
    with value: Value, in field: Field<Schema, Value>, inside rows: Range<Int>? = nil
  ) -> Range<Int> {
    let cells = columns[field.index]
    func first(from start: Int, where isPast: (Int32) -> Bool) -> Int {
      var (low, high) = (start, rows?.upperBound ?? count)
      while low < high {
        let middle = (low + high) / 2
        if isPast(cells[middle]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let start = first(from: rows?.lowerBound ?? 0) { $0 >= value.cell }
    return start..<first(from: start) { $0 > value.cell }
  }
}
