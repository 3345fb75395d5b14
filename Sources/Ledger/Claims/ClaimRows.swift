public import SickPay

/// The claim rows of a ledger by themselves: their columns, what credits left of them, and the time
/// of their shifts. Sums and counts need no more, and it can be kept in a tenth of the room.
///
/// Rows lie as in the ledger, by company. Rows that were kept hold the columns that were asked for;
/// the others are empty, and a look into one stops the program.
public struct ClaimRows: Sendable {
  public let dictionaries: Dictionaries
  public let claims: Claims
  /// Claim rows long.
  public let states: [Settlement.State]
  /// Öre, claim rows long: what credits left.
  public let netAmounts: [Int32]
  public let date: Day
  public let window: ClosedRange<Day>
  private let times: Times

  private enum Times {
    case ofShifts(Ledger)
    case kept(all: [Int32], vacant: [Int32])
  }

  public init(_ ledger: Ledger) {
    (dictionaries, claims) = (ledger.dictionaries, ledger.claims)
    (states, netAmounts) = (ledger.settlement.states, ledger.settlement.netAmounts)
    (date, window) = (ledger.date, ledger.window)
    times = .ofShifts(ledger)
  }

  /// As other claim rows held it.
  ///
  /// - Parameters:
  ///   - shiftTimes, vacantTimes: Claim rows long, or empty where nobody asks for them.
  public init(
    dictionaries: Dictionaries, claims: Claims, states: [Settlement.State], netAmounts: [Int32],
    shiftTimes: [Int32], vacantTimes: [Int32], date: Day, window: ClosedRange<Day>
  ) {
    (self.dictionaries, self.claims) = (dictionaries, claims)
    (self.states, self.netAmounts) = (states, netAmounts)
    (self.date, self.window) = (date, window)
    times = .kept(all: shiftTimes, vacant: vacantTimes)
  }

  public var count: Int { claims.count }

  /// Seconds of each row's lost shifts by the wall clock; `absentCell` where it has none.
  public var shiftTimes: [Int32] {
    switch times {
    case .ofShifts(let ledger): ledger.shiftTimes { _ in true }
    case .kept(let all, _): all
    }
  }

  /// Seconds of those that nobody worked; `absentCell` where the row has no shifts.
  public var vacantTimes: [Int32] {
    switch times {
    case .ofShifts(let ledger):
      ledger.shiftTimes { ledger.shifts.value(.vikarie, $0) == nil }
    case .kept(_, let vacant): vacant
    }
  }

  /// Whether a row counts in scores and kronor: not netted away, and received in the window.
  public func isInWindow(_ claim: Int) -> Bool {
    states[claim] == .counted && window.contains(claims[.received, claim])
  }

  /// The rows of a company, by halving: they lie in the order of companies.
  public func rows(of company: CompanyID) -> Range<Int> {
    let companies = claims.column(.company)
    func first(from cell: Int32) -> Int {
      var (low, high) = (0, companies.count)
      while low < high {
        let middle = (low + high) / 2
        if companies[middle] < cell { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return first(from: company.cell)..<first(from: company.cell + 1)
  }

  /// The name on the claim received last of those rows; empty where none has one.
  public func latestName(_ rows: some Sequence<Int>) -> String {
    claims.latestName(rows, dictionaries.texts)
  }
}

extension Ledger {
  fileprivate func shiftTimes(_ isWanted: (Int) -> Bool) -> [Int32] {
    let times = shifts.column(.wallTime)
    return (0..<claims.count).map { claim in
      let rows = shiftRows(of: claim)
      if rows.isEmpty { return absentCell }
      let sum = rows.reduce(Int64(0)) { $0 + (isWanted($1) ? Int64(times[$1]) : 0) }
      return Int32(clamping: sum)
    }
  }
}
