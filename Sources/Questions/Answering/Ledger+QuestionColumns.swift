import Ledger
import SickPay

extension Ledger {
  /// The cells of a column, claim rows long.
  func cells(of column: QuestionColumn) -> [Int32] {
    switch column.source {
    case .claim(let name): claims.columns[name.rawValue]
    case .netAmount: settlement.netAmounts
    case .shiftTime: shiftTimes { _ in true }
    case .vacantTime: vacantTimes
    case .sickDays: days(from: claims.column(.sickFrom), to: claims.column(.sickTo), plus: 1)
    case .delay: days(from: claims.column(.sickTo), to: claims.column(.received), plus: 0)
    case .stake: preconditionFailure("what is at stake is no column of claim rows")
    }
  }

  private var vacantTimes: [Int32] {
    let vikarier = shifts.column(.vikarie)
    return shiftTimes { vikarier[$0] == absentCell }
  }

  /// Seconds of each claim row's shifts that are wanted; empty where the row has no shifts.
  private func shiftTimes(_ isWanted: (Int) -> Bool) -> [Int32] {
    let times = shifts.column(.wallTime)
    return (0..<claims.count).map { claim in
      let rows = shiftRows(of: claim)
      if rows.isEmpty { return absentCell }
      let sum = rows.reduce(Int64(0)) { $0 + (isWanted($1) ? Int64(times[$1]) : 0) }
      return Int32(clamping: sum)
    }
  }

  private func days(from: [Int32], to: [Int32], plus: Int32) -> [Int32] {
    (0..<claims.count).map { to[$0] - from[$0] + plus }
  }
}
