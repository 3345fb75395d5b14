import Ledger
import SickPay

extension ClaimRows {
  /// The cells of a column, claim rows long.
  func cells(of column: QuestionColumn) -> [Int32] {
    switch column.source {
    case .claim(let name): claims.columns[name.rawValue]
    case .netAmount: netAmounts
    case .shiftTime: shiftTimes
    case .vacantTime: vacantTimes
    case .sickDays: days(from: claims.column(.sickFrom), to: claims.column(.sickTo), plus: 1)
    case .delay: days(from: claims.column(.sickTo), to: claims.column(.received), plus: 0)
    case .stake: preconditionFailure("what is at stake is no column of claim rows")
    }
  }

  private func days(from: [Int32], to: [Int32], plus: Int32) -> [Int32] {
    (0..<count).map { to[$0] - from[$0] + plus }
  }
}
